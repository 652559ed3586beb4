package org.hearth.facts.functional;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
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
 * <p>What needs the start of the episode ({@code begins}, {@code afterEnd}, {@code reaches}) is {@code false} while that
 * start is unknown.
 *
 * @param discipline whose treatment
 * @param date the day
 * @param line the first line of the treatment, by line number
 * @param modifier the modifier that stands for the discipline
 * @param asked whether reports are asked for on the day
 * @param startKnown whether the start of the episode is known
 * @param dayOfEpisode which treatment day of the episode it is, from 1; 0 while the start is unknown
 * @param dayInPeriod which treatment day of the reporting period it is, from 1; 0 while the start is unknown
 * @param begins whether reporting has to begin on it: the first day of an episode, the first since reporting is asked
 *     for, or the first after a limitation ended
 * @param afterEnd whether it begins because a limitation ended before
 * @param reaches whether it is the last treatment day on which the period's report can be made
 * @param evaluative whether an evaluation or re-evaluation is billed that calls for a report
 * @param oneTimeVisit whether the caller says that no further visit is planned
 * @param discharge whether the caller says that therapy ends by plan
 * @param secondPlan whether the caller says that it is evaluated under a second plan of care
 * @param open the limitations open before it
 * @param reports what is reported on it, a limitation each
 */
@InWords("treatment day")
public record TreatmentDay(
        Discipline discipline,
        LocalDate date,
        Line line,
        String modifier,
        boolean asked,
        boolean startKnown,
        int dayOfEpisode,
        int dayInPeriod,
        boolean begins,
        boolean afterEnd,
        boolean reaches,
        boolean evaluative,
        boolean oneTimeVisit,
        boolean discharge,
        boolean secondPlan,
        List<String> open,
        List<LimitationReport> reports) {

    public TreatmentDay {
        open = List.copyOf(open);
        reports = List.copyOf(reports);
    }

    /** The day as {@link Day}. */
    @DayNumber
    public int on() {
        return Day.of(date);
    }

    /** The functional G-codes reported on it, ascending. */
    public List<String> reported() {
        TreeSet<String> codes = new TreeSet<>();
        for (LimitationReport report : reports) {
            codes.addAll(report.billed());
        }
        return List.copyOf(codes);
    }

    /** The limitations that share out one report between them, ascending; empty where none do. */
    public List<String> mixed() {
        return reports.stream()
                .filter(LimitationReport::mixed)
                .map(LimitationReport::set)
                .sorted()
                .toList();
    }

    /** The codes of {@link #mixed()}, ascending. */
    public List<String> mixedCodes() {
        return reports.stream()
                .filter(LimitationReport::mixed)
                .flatMap(report -> report.billed().stream())
                .sorted()
                .toList();
    }

    /** The line of the report to point at among {@link #mixed()}: of a limitation that was not open, where one is. */
    public Line mixedLine() {
        return reports.stream()
                .filter(LimitationReport::mixed)
                .min(Comparator.comparing(LimitationReport::wasOpen)
                        .thenComparing(report -> report.line().lineNumber()))
                .map(LimitationReport::line)
                .orElse(line);
    }

    /** Whether one of its reports is out of order in itself, so that it cannot be read as the report that is due. */
    public boolean disordered() {
        for (LimitationReport report : reports) {
            if (report.mixed() || report.second() || report.outOfSequence()) {
                return true;
            }
        }
        return false;
    }
}
