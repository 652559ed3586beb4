package org.hearth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Discipline;
import org.hearth.facts.functional.ReportingDay;
import org.hearth.finding.Finding;
import org.hearth.release.Example;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an evaluation says of functional reporting, by the shipped ruleset. */
class EvaluatorFunctionalTest {

    private static Evaluation evaluate(String head, String... lines) {
        String claim = head + "\nlines:\n- " + String.join("\n- ", lines);
        return Rulesets.evaluator().evaluate(new Example("here", "function", claim, "none").toClaim());
    }

    private static ReportingDay day(
            Discipline discipline,
            String date,
            int treatmentDay,
            String due,
            List<String> required,
            List<String> reported,
            List<String> missing) {
        return new ReportingDay(discipline, LocalDate.parse(date), treatmentDay, due, required, reported, missing);
    }

    @Test
    void anOutsetWithoutItsGoalIsListedAndSaidInTheContractsWords() {
        Evaluation evaluation =
                evaluate("history: []", "2018-05-01 0420 97110 GP 2u", "2018-05-01 0420 G8978 GP CK $0.01");

        assertThat(evaluation.functionalReporting())
                .containsExactly(day(
                        Discipline.PT,
                        "2018-05-01",
                        1,
                        "outset",
                        List.of("current", "goal"),
                        List.of("G8978"),
                        List.of("goal")));
        Finding finding = evaluation.findings().get(0);
        assertThat(finding.id()).isEqualTo("HHT-512");
        assertThat(finding.title()).isEqualTo("functional reporting incomplete");
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.message())
                .isEqualTo("outset of physical therapy on 2018-05-01 reports `G8978` without its goal");
        assertThat(finding.fix()).isEqualTo("add `G8979` with `GP` and a severity modifier");
    }

    @Test
    void aMissedReportAndAReportThatWasNotDueAreListedByDay() {
        Evaluation evaluation = evaluate(
                "history: []",
                "2018-05-03 0430 97530 GO",
                "2018-05-02 0420 97110 GP",
                "2018-05-02 0420 G8978 GP CK $0.01",
                "2018-05-02 0420 G8979 GP CI $0.01",
                "2018-05-01 0420 97110 GP",
                "2018-05-03 0420 97110 GP");

        assertThat(evaluation.functionalReporting())
                .containsExactly(
                        day(
                                Discipline.PT,
                                "2018-05-01",
                                1,
                                "outset",
                                List.of("current", "goal"),
                                List.of(),
                                List.of("current", "goal")),
                        day(Discipline.PT, "2018-05-02", 2, "none", List.of(), List.of("G8978", "G8979"), List.of()),
                        day(
                                Discipline.OT,
                                "2018-05-03",
                                1,
                                "outset",
                                List.of("current", "goal"),
                                List.of(),
                                List.of("current", "goal")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2018-05-01, outset",
        "'', 2018-05-03, next limitation",
        "'oneTimeVisits: {PT: 2018-05-01}', 2018-05-01, one-time visit",
        "'dischargedOn: {PT: 2018-05-01}', 2018-05-01, one-time visit",
        "'dischargedOn: {PT: 2018-05-02}', 2018-05-02, discharge",
        "'secondPlanEvaluations: {PT: 2018-05-02}', 2018-05-02, second plan",
        "'', 2018-05-04, evaluation",
        "'', 2018-05-12, progress"
    })
    void eachDaySaysWhatItIsDueFor(String context, String date, String due) {
        List<String> lines = new ArrayList<>();
        for (int day = 1; day <= 12; day++) {
            lines.add(String.format("2018-05-%02d 0420 97110 GP", day));
        }
        lines.add("2018-05-04 0424 97164 GP");
        lines.add("2018-05-02 0420 G8979 GP CI $0.01");
        lines.add("2018-05-02 0420 G8980 GP CI $0.01");
        Evaluation evaluation = evaluate("history: []\ncontext: {" + context + "}", lines.toArray(String[]::new));

        assertThat(evaluation.functionalReporting())
                .filteredOn(day -> day.serviceDate().equals(LocalDate.parse(date)))
                .extracting(ReportingDay::due)
                .containsExactly(due);
    }

    @Test
    void withoutAKnownStartOnlyWhatIsReportedIsListed() {
        assertThat(evaluate("bill: 34X", "2018-05-01 0420 97110 GP").functionalReporting())
                .isEmpty();
        assertThat(evaluate(
                                "bill: 34X",
                                "2018-05-01 0420 97110 GP",
                                "2018-05-01 0420 G8978 GP CK $0.01",
                                "2018-05-01 0420 G8979 GP CI $0.01")
                        .functionalReporting())
                .containsExactly(
                        day(Discipline.PT, "2018-05-01", 0, "none", List.of(), List.of("G8978", "G8979"), List.of()));
    }

    @Test
    void nothingIsListedOutsideTheYearsOfFunctionalReporting() {
        assertThat(evaluate("history: []", "2022-03-07 0420 97110 GP").functionalReporting())
                .isEmpty();
        assertThat(evaluate("bill: 32X", "2018-03-05 0421 G0151 3u").functionalReporting())
                .isEmpty();
    }
}
