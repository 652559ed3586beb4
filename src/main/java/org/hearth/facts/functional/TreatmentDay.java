package org.hearth.facts.functional;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.hearth.claim.Discipline;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * A day of treatment under functional reporting, with what had been reported before it and what is reported on it: a
 * calendar day of the claim with a separately payable line of the discipline (Pub. 100-04 ch. 5 s. 10.6; Pub. 100-02
 * ch. 15 s. 220). A day with a bundled line alone is none: no report could stand on it.
 *
 * @param at the day and whose treatment it is
 * @param line the first line of the treatment, by line number
 * @param asked whether reports are asked for on the day
 * @param episode where the day stands in its episode
 * @param announced what the sender says of the day
 * @param evaluative whether an evaluation or re-evaluation is billed that calls for a report
 * @param order how its reports stand to each other
 * @param reports what is reported on it, a limitation each, in the order of their names
 */
@InWords("treatment day")
public record TreatmentDay(
        DisciplineDay at,
        Line line,
        boolean asked,
        EpisodeDay episode,
        Announced announced,
        boolean evaluative,
        DayOrder order,
        List<LimitationReport> reports) {

    public TreatmentDay {
        reports = List.copyOf(reports);
    }

    /** Whose treatment it is. */
    public Discipline discipline() {
        return at.discipline();
    }

    /** The modifier that stands for the discipline. */
    public String modifier() {
        return at.modifier();
    }

    /** The day. */
    public LocalDate date() {
        return at.date();
    }

    /** The day as {@link Day}. */
    @DayNumber
    public int on() {
        return Day.of(at.date());
    }

    /** Whether reporting has to begin on it. */
    public boolean begins() {
        return episode.begins();
    }

    /** Whether it begins because a limitation ended before. */
    public boolean afterEnd() {
        return episode.afterEnd();
    }

    /** Whether it is the last treatment day on which the period's report can be made. */
    public boolean reaches() {
        return episode.reaches();
    }

    /** Whether the sender says that no further visit is planned. */
    public boolean oneTimeVisit() {
        return announced.oneTimeVisit();
    }

    /** Whether the sender says that therapy ends by plan. */
    public boolean discharge() {
        return announced.discharge();
    }

    /** Whether the sender says that it is evaluated under a second plan of care. */
    public boolean secondPlan() {
        return announced.secondPlan();
    }

    /** The limitations that share out one report between them, ascending. */
    public List<String> mixed() {
        return order.mixed();
    }

    /** Which treatment day of the reporting period it is, from 1; 0 while the start of the episode is unknown. */
    public int dayInPeriod() {
        return episode.dayInPeriod();
    }

    /** The functional G-codes reported on it, ascending. */
    public List<String> reported() {
        return codes(report -> true);
    }

    /** The codes of the limitations that are mixed, ascending. */
    public List<String> mixedCodes() {
        return codes(this::isMixed);
    }

    private boolean isMixed(LimitationReport report) {
        return order.mixed().contains(report.set());
    }

    private List<String> codes(Predicate<LimitationReport> which) {
        return reports.stream()
                .filter(which)
                .flatMap(report -> report.billed().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The line of the report to point at among those mixed: of a limitation that was not open, where one is. */
    public Line mixedLine() {
        return reports.stream()
                .filter(this::isMixed)
                .min(Comparator.comparing(LimitationReport::wasOpen)
                        .thenComparing(report -> report.line().lineNumber()))
                .map(LimitationReport::line)
                .orElse(line);
    }
}
