package org.hearth.facts.functional;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.codes.FunctionalCode;

/**
 * How the limitations that a treatment day reports stand to each other and to those open before it, each by name and
 * ascending (Pub. 100-04 ch. 5 s. 10.6). What can be seen on the day alone is told always, what needs the start of the
 * episode only when that is known.
 *
 * @param mixed limitations reported in part, where the codes of all of them together make a report
 * @param begunBeside limitations that begin while another is open, or on a day on which another begins or ends. One
 *     reported whole begins nothing: so a visit under a second plan of care is reported
 * @param endedUnopened limitations that end though they were not open; none on a day on which reporting begins, where the
 *     missing current status is what counts
 */
public record DayOrder(List<String> mixed, List<String> begunBeside, List<String> endedUnopened) {

    public DayOrder {
        mixed = List.copyOf(mixed);
        begunBeside = List.copyOf(begunBeside);
        endedUnopened = List.copyOf(endedUnopened);
    }

    /** The order of a day's reports, in the order of their names. */
    static DayOrder of(Collection<ReportedLimitation> reports, EpisodeDay day) {
        List<String> begunBeside = new ArrayList<>();
        List<String> endedUnopened = new ArrayList<>();
        for (ReportedLimitation report : reports) {
            boolean open = day.open().contains(report.set());
            if (!open && report.current() && !report.discharge() && comesSecond(report, reports, day)) {
                begunBeside.add(report.set());
            }
            if (!open && report.discharge() && !report.current() && day.startKnown() && !day.begins()) {
                endedUnopened.add(report.set());
            }
        }
        return new DayOrder(mixed(reports), begunBeside, endedUnopened);
    }

    private static List<String> mixed(Collection<ReportedLimitation> reports) {
        List<String> parts = new ArrayList<>();
        List<FunctionalCode> together = new ArrayList<>();
        for (ReportedLimitation report : reports) {
            if (!report.complete()) {
                parts.add(report.set());
                together.addAll(report.codes());
            }
        }
        return parts.size() < 2 || ReportedLimitation.paired(together).isEmpty() ? List.of() : parts;
    }

    private static boolean comesSecond(
            ReportedLimitation report, Collection<ReportedLimitation> reports, EpisodeDay day) {
        return day.startKnown() && !day.open().isEmpty()
                || reports.stream().anyMatch(other -> other != report && comesFirst(other, report, day));
    }

    private static boolean comesFirst(ReportedLimitation other, ReportedLimitation report, EpisodeDay day) {
        return day.open().contains(other.set())
                || !other.whole()
                        && (other.discharge() || other.current() && other.set().compareTo(report.set()) < 0);
    }

    /** All of them, ascending: the limitations whose report cannot be read as the one that is due. */
    public List<String> outOfOrder() {
        if (mixed.isEmpty() && begunBeside.isEmpty() && endedUnopened.isEmpty()) {
            return List.of();
        }
        return Stream.of(mixed, begunBeside, endedUnopened)
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
