package org.hearth.facts.units;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.hearth.claim.Discipline;

/**
 * What units the minutes of a day allow: one pool of 15-minute codes of a 34X, or one visit of a 32X.
 *
 * @param serviceDate the day
 * @param discipline whose minutes
 * @param timedMinutes minutes in the pool
 * @param timedUnits units they allow in all
 * @param lines each line of the pool
 */
public record UnitsAnswer(
        LocalDate serviceDate, Discipline discipline, int timedMinutes, int timedUnits, List<LineUnits> lines) {

    private static final Comparator<UnitsAnswer> ORDER = Comparator.comparing(
                    UnitsAnswer::serviceDate, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(UnitsAnswer::discipline, Comparator.nullsLast(Comparator.<Discipline>naturalOrder()))
            .thenComparing(answer -> answer.lines().get(0).line());

    /** What an evaluation shows of allowances, by date, discipline and line. */
    public static List<UnitsAnswer> of(Collection<? extends UnitAllowance> allowances) {
        return allowances.stream()
                .flatMap(allowance -> allowance.answer().stream())
                .sorted(ORDER)
                .toList();
    }

    /**
     * The units of one line.
     *
     * @param line the line number as sent
     * @param billed units billed; {@code null} in a chart-style request
     * @param allowed every count that some correct allocation gives the line, ascending
     */
    public record LineUnits(int line, Integer billed, List<Integer> allowed) {}
}
