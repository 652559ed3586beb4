package org.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.Condition;
import org.hearth.finding.Finding;
import org.hearth.finding.Reason;
import org.hearth.json.EvaluationWriter;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.report.TextReport;
import org.junit.jupiter.api.Test;

/** Every finding can tell which facts and cells it rests on, and nothing of the patient with them. */
class ExplanationsTest {

    /** A day as rules compare it, which people are shown as a date. */
    static final Pattern DAY_NUMBER = Pattern.compile("\\b(19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])\\b");

    /** How many examples of each finding are explained; all of them take more than half a minute. */
    private static final int EACH = Integer.getInteger("hearth.explained.each", 4);

    /** Of the examples without a finding, every how manieth is. */
    private static final int CLEAN = Integer.getInteger("hearth.explained.clean", 20);

    @Test
    void explainEveryFindingAndChangeNone() {
        List<String> offences = new ArrayList<>();
        Map<String, Integer> explainedOf = new HashMap<>();
        int clean = 0;
        for (Example example : Examples.all(Rulesets.files(), Rulesets.ruleset())) {
            boolean next = example.expectedIds().isEmpty()
                    ? clean++ % CLEAN == 0
                    : example.expectedIds().stream().anyMatch(id -> explainedOf.getOrDefault(id, 0) < EACH);
            if (!next) {
                continue;
            }
            example.expectedIds().forEach(id -> explainedOf.merge(id, 1, Integer::sum));
            Claim claim = example.toClaim();
            Evaluator evaluator = example.on(Rulesets.evaluator());
            Evaluation plain = evaluator.evaluate(claim);
            Evaluation explained = evaluator.explain(claim);
            List<Finding> bare = explained.findings().stream()
                    .map(finding -> finding.because(List.of()))
                    .toList();
            if (!bare.equals(plain.findings()) || !explained.notChecked().equals(plain.notChecked())) {
                offences.add(example + ": explained otherwise than judged");
            }
            for (Finding finding : explained.findings()) {
                String said = finding.because().toString();
                if (finding.because().isEmpty()
                        || claim.beneficiaryId() != null && said.contains(claim.beneficiaryId())
                        || said.contains("EXAMPLE, ")
                        || said.contains("null@")
                        || said.contains("org.hearth")
                        || said.contains("fact=fact,")
                        || DAY_NUMBER.matcher(said).find()) {
                    offences.add(example + ": " + finding.id() + " because " + said);
                }
                if (finding.row() != null
                        && conditions(finding.because()).noneMatch(met -> met.cell() != null)
                        && finding.row().workbook().endsWith(".drl.xlsx")) {
                    offences.add(example + ": " + finding.id() + " tells no cell: " + said);
                }
            }
        }
        assertThat(offences).isEmpty();
    }

    private static Stream<Condition> conditions(List<Reason> reasons) {
        return reasons.stream()
                .flatMap(reason -> Stream.concat(reason.conditions().stream(), conditions(reason.because())));
    }

    private static Evaluation explained(String claim) {
        return Rulesets.evaluator().explain(new Example("", "", claim, "none").toClaim());
    }

    @Test
    void tellsTheCellsOfARowAndWhatMetThem() throws Exception {
        Evaluation evaluation = explained(
                "{bill: 34X, lines: [2016-05-05 0421 97110 GP], context: {homeHealthPeriods: [{from: 2016-05-01}]}}");
        StringBuilder text = new StringBuilder();
        new TextReport(text, false).claim(evaluation);

        assertThat(text)
                .contains(
                        """
                  why   line 1 meets row right-bill/therapy until 2016 (right-bill.drl.xlsx, sheet Rules)
                          bill `34X` (cell B9: 34X)
                          bill asks for payment `yes` (asked: is yes)
                          home health `open period` (cell C9: open period, under plan)
                          therapy `yes` (cell E9: yes)
                          own home health `own period` (cell G9: own period, unknown)
                          as planned `no` (cell H9: no)
                          from `2016-05-05` (cell K9: 2000-10-01)
                          through `2016-05-05` (cell L9: 2016-12-31)
                """);
    }

    @Test
    void goesBackFromADerivedFactToTheRowThatDerivedIt() {
        Finding missing = explained("{bill: 34X, lines: [2018-06-01 0420 97110]}").findings().stream()
                .filter(finding -> finding.id().equals("HHT-301"))
                .findFirst()
                .orElseThrow();

        assertThat(missing.because()).hasSize(2);
        assertThat(missing.because().get(0).line()).isEqualTo(1);
        assertThat(missing.because().get(0).conditions())
                .contains(new Condition("number of discipline modifiers", null, "is 0", "0"));
        assertThat(missing.because().get(0).rows())
                .extracting(row -> row.table() + "/" + row.row())
                .containsExactly("revenue-codes/0420", "therapy-codes/97110");
        Reason billed = missing.because().get(1).because().get(0);
        assertThat(billed.row()).isEqualTo(missing.row());
        assertThat(billed.conditions())
                .containsExactly(
                        new Condition("bill", "B9", "34X", "34X"), new Condition("discipline", "C9", "PT", "PT"));
    }

    @Test
    void namesTheCodesForWhichAListHolds() {
        Finding missing =
                explained("{bill: 34X, lines: [2018-06-01 0420 97110 GP], attending: null}").findings().stream()
                        .filter(finding -> finding.id().equals("HHT-360"))
                        .findFirst()
                        .orElseThrow();

        assertThat(missing.because().get(0).because().get(0).conditions())
                .contains(new Condition("lines under", "I23", "042, 043, 044", "042"));
    }

    @Test
    void saysNoneWhereTheClaimLacksWhatARowAsksFor() {
        Finding missing =
                explained("{bill: 32X, lines: [2025-05-05 0421 G0151 3u], occurrenceCodes: []}").findings().stream()
                        .filter(finding -> finding.id().equals("HHT-210"))
                        .findFirst()
                        .orElseThrow();

        assertThat(missing.because().get(0).conditions())
                .contains(new Condition("carries none of", "J12", "OC 50", "none"));
    }

    @Test
    void standsInTheJsonFormOnlyWhereItWasAskedFor() {
        String claim = "{bill: 34X, lines: [2018-06-01 0420 97110]}";
        String plain =
                EvaluationWriter.line(Rulesets.evaluator().evaluate(new Example("", "", claim, "none").toClaim()));

        assertThat(plain).doesNotContain("because");
        assertThat(EvaluationWriter.line(explained(claim)))
                .isEqualTo(EvaluationWriter.line(explained(claim)))
                .contains("\"because\":[{\"fact\":\"line\",\"line\":1,\"rule\":\"HHT-301 missing discipline modifier\","
                        + "\"conditions\":[{\"condition\":\"kind\",\"wants\":\"is 34X\",\"has\":\"34X\"}");
    }
}
