package org.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearth.catalog.FindingType;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.evaluate.WhyNot;
import org.hearth.finding.Finding;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.report.WhyNotReport;
import org.junit.jupiter.api.Test;

/** What kept a finding from being reported is what the engine would say. */
class WhyNotTest {

    /** Of so many examples one is asked; {@code -Dhearth.whynot.every=1} asks all, which takes minutes. */
    private static final int EVERY = Integer.getInteger("hearth.whynot.every", 24);

    private static String whyNot(String id, String claim) throws IOException {
        StringBuilder text = new StringBuilder();
        new WhyNotReport(text).claim(id, Rulesets.evaluator().whyNot(new Example("", "", claim, "none").toClaim(), id));
        return text.toString();
    }

    @Test
    void namesTheColumnTheCellAndTheClaimsValue() throws IOException {
        assertThat(whyNot("HHT-104", "{bill: 34X, lines: [2025-05-05 0421 97110 GP]}"))
                .isEqualTo(
                        """
                        claim `EXAMPLE`: HHT-104 is not reported
                        line 1: row right-bill/therapy since 2017 does not hold: column "home health" (cell C10) wants open period, under plan, the line has `unknown`
                        """);
    }

    @Test
    void namesWhatTheClaimHasAndShouldNotHave() throws IOException {
        assertThat(whyNot("HHT-815", "{bill: 32X, lines: [2025-05-05 0421 G0151 3u], admissionDate: 2025-05-05}"))
                .isEqualTo(
                        """
                        claim `EXAMPLE`: HHT-815 is not reported
                        claim: row home-health-visits/skilled visit first does not hold: column "carries none of" (cell K18) wants skilled visit, the claim has `skilled visit`
                        """);
    }

    @Test
    void namesTheDayUntilWhichARowHolds() throws IOException {
        assertThat(whyNot("HHT-701", "{bill: 34X, lines: [2020-01-01 0420 97110 GP CQ]}"))
                .isEqualTo(
                        """
                        claim `EXAMPLE`: HHT-701 is not reported
                        line 1: row assistant-modifiers/CQ too early does not hold: it holds only through 2019-12-31 (cell F9), the line has `2020-01-01`
                        """);
    }

    @Test
    void showsWhereItIsReportedAndTellsWhyNotElsewhere() throws IOException {
        assertThat(whyNot("HHT-302", "{bill: 34X, lines: [2022-03-07 0420 97110 GP GO, 2022-03-08 0420 97110 GP]}"))
                .contains("error HHT-302 line 1: ", "  why   line 1 meets rule HHT-302 several discipline modifiers\n")
                .endsWith("\nline 2: rule HHT-302 several discipline modifiers does not hold: "
                        + "how many: the modifiers on the line that name a discipline, in force on its date: `1`, and it"
                        + " asks for more than 1\n");
    }

    @Test
    void goesBackToTheRowsBehindAFactThatIsMissing() throws IOException {
        assertThat(whyNot("HHT-340", "{bill: 32X, lines: [2025-05-05 0421 G0151 3u]}"))
                .isEqualTo(
                        """
                        claim `EXAMPLE`: HHT-340 is not reported
                        discipline requirement: rule HHT-340 missing plan of care date does not hold: the claim gives no discipline requirement
                          discipline billed: row discipline-requirements/PT does not hold: column "bill" (cell B9) wants 34X, the discipline billed has `32X`
                        """);
    }

    @Test
    void namesTheFactThatIsThereAndShouldNotBe() throws IOException {
        String due = "{history: [], lines: [2018-05-01 0420 97110 GP, 2018-05-01 0420 G8978 GP CK $0.01]}";
        assertThat(whyNot("HHT-520", due))
                .contains(
                        "functional report of line 2: rule HHT-520 functional code without its pair does not hold: it asks that"
                                + " there is no functional report that is due with ")
                .endsWith("; functional report that is due 2 is one\n");
    }

    @Test
    void saysInWordsWhatAClaimHasBeside() throws IOException {
        assertThat(whyNot("HHT-405", "{bill: 34X, lines: [2012-03-05 0440 92607 GN, 2012-03-05 0440 92608 GN]}"))
                .contains(
                        "line 2: rule HHT-405 added code without its base code does not hold: whether the claim has the code that"
                                + " the line's code adds to, on the same day or on a line without a date: `yes`, and it asks for no\n");
    }

    @Test
    void agreesWithTheEngineAboutTheExamples() {
        List<String> offences = new ArrayList<>();
        Set<String> ids = new TreeSet<>(
                Rulesets.ruleset().catalog().all().stream().map(FindingType::id).toList());
        int turn = 0;
        for (Example example : Examples.all(Rulesets.files(), Rulesets.ruleset())) {
            if (++turn % EVERY != 0) {
                continue;
            }
            Claim claim = example.toClaim();
            Evaluator evaluator = example.on(Rulesets.evaluator());
            Evaluation evaluation = evaluator.evaluate(claim);
            if (evaluation.notJudged() != null) {
                // no rule was asked
                continue;
            }
            Set<String> asked = new TreeSet<>(
                    evaluation.findings().stream().map(Finding::id).toList());
            // and every finding in its turn, as each on each would take minutes
            asked.add(new ArrayList<>(ids).get(turn / EVERY % ids.size()));
            for (String id : asked) {
                WhyNot answer = evaluator.whyNot(claim, id);
                List<Finding> reported = evaluation.findings().stream()
                        .filter(finding -> finding.id().equals(id))
                        .toList();
                List<Finding> told = answer.evaluation().findings().stream()
                        .map(finding -> finding.because(List.of()))
                        .toList();
                if (!told.equals(reported)) {
                    offences.add(example + ": " + id + " told as " + told);
                }
                if (reported.isEmpty() && answer.silences().isEmpty()) {
                    offences.add(example + ": nothing is told of " + id);
                }
                for (WhyNot.Silence silence : answer.silences()) {
                    boolean fired = silence.fact().equals("line")
                            && silence.row() != null
                            && reported.stream()
                                    .anyMatch(finding -> silence.row().equals(finding.row())
                                            && silence.line().equals(finding.line()));
                    if (fired
                            || silence.obstacle() instanceof WhyNot.Untold
                            || silence.toString().contains("org.hearth.facts")
                            || silence.fact().equals("fact")
                            || ExplanationsTest.DAY_NUMBER
                                    .matcher(silence.toString())
                                    .find()
                            || claim.beneficiaryId() != null
                                    && silence.toString().contains(claim.beneficiaryId())) {
                        offences.add(example + ": " + silence);
                    }
                }
            }
        }
        assertThat(offences).isEmpty();
    }
}
