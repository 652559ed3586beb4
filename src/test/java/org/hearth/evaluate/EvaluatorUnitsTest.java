package org.hearth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Discipline;
import org.hearth.facts.units.ProposedLine;
import org.hearth.facts.units.UnitsAnswer;
import org.hearth.facts.units.UnitsAnswer.LineUnits;
import org.hearth.release.Example;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;

/** What an evaluation says of units beside its findings, by the shipped ruleset. */
class EvaluatorUnitsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    private static Evaluation evaluate(String kind, String... lines) {
        String claim = "bill: " + kind + "\nlines:\n- " + String.join("\n- ", lines);
        return Rulesets.evaluator().evaluate(new Example("here", "units", claim, "none").toClaim());
    }

    @Test
    void poolsByDayAndDisciplineWithWhatEachLineMayCarry() {
        Evaluation evaluation = evaluate(
                "34X",
                "2024-03-06 0420 97110 GP 1u 15m",
                "2024-03-05 0430 97530 GO 2u 30m",
                "2024-03-05 0420 97112 GP 2u 20m",
                "2024-03-05 0420 97110 GP 1u 20m",
                "2024-03-05 0420 G0283 GP 1u 20m");

        assertThat(evaluation.units())
                .containsExactly(
                        new UnitsAnswer(
                                DAY,
                                Discipline.PT,
                                40,
                                3,
                                List.of(new LineUnits(3, 2, List.of(1, 2)), new LineUnits(4, 1, List.of(1, 2)))),
                        new UnitsAnswer(DAY, Discipline.OT, 30, 2, List.of(new LineUnits(2, 2, List.of(2)))),
                        new UnitsAnswer(
                                DAY.plusDays(1), Discipline.PT, 15, 1, List.of(new LineUnits(1, 1, List.of(1)))));
        assertThat(evaluation.proposedLines()).isEmpty();
    }

    @Test
    void everyVisitOfA32xForItself() {
        assertThat(evaluate("32X", "2024-03-05 0551 G0299 2u 30m", "2024-03-05 0421 G0151 3u 45m")
                        .units())
                .containsExactly(
                        new UnitsAnswer(DAY, Discipline.PT, 45, 3, List.of(new LineUnits(2, 3, List.of(3)))),
                        new UnitsAnswer(DAY, null, 30, 2, List.of(new LineUnits(1, 2, List.of(2)))));
    }

    @Test
    void aChartIsAnsweredWithTheLinesToBill() {
        assertThat(evaluate(
                                "34X",
                                "2024-03-05 0420 97110 GP ?u 30m",
                                "2024-03-05 0420 97140 GP ?u 15m",
                                "2024-03-05 0420 97035 GP ?u 8m",
                                "2024-03-05 0420 G0283 GP ?u 10m")
                        .proposedLines())
                .containsExactly(
                        proposed(1, "97110", "0420", 2),
                        proposed(2, "97140", "0420", 1),
                        proposed(3, "97035", "0420", 1),
                        proposed(4, "G0283", "0420", 1));
    }

    @Test
    void aServiceThatEarnsNoUnitIsNotProposed() {
        Evaluation evaluation = evaluate("34X", "2024-03-05 0420 97110 GP ?u 7m");

        assertThat(evaluation.units())
                .containsExactly(
                        new UnitsAnswer(DAY, Discipline.PT, 7, 0, List.of(new LineUnits(1, null, List.of(0)))));
        assertThat(evaluation.proposedLines()).isEmpty();
    }

    @Test
    void aVisitIsAnsweredToo() {
        assertThat(evaluate("32X", "2024-03-05 0421 G0151 ?u 45m").proposedLines())
                .containsExactly(new ProposedLine(1, "G0151", "0421", List.of(), DAY, 3));
    }

    @Test
    void withoutMinutesNothingIsSaid() {
        Evaluation evaluation = evaluate("34X", "2024-03-05 0420 97110 GP 2u");

        assertThat(evaluation.units()).isEmpty();
        assertThat(evaluation.proposedLines()).isEmpty();
    }

    private static ProposedLine proposed(int from, String hcpcs, String revenueCode, int units) {
        return new ProposedLine(from, hcpcs, revenueCode, List.of("GP"), DAY, units);
    }
}
