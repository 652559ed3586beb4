package org.hearth.facts.functional;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The state of functional reporting in one discipline while its days are walked in order (Pub. 100-04 ch. 5 s. 10.6;
 * Pub. 100-02 ch. 15 s. 220): which limitations are open and how far the reporting period has run.
 *
 * <p>The state follows what was reported, not what should have been, and reads a report kindly: a part of one opens or
 * ends its limitation as the whole would, so that one slip is one finding. Only a complete report restarts the period.
 */
final class Episode {

    private final boolean startKnown;
    private final Set<String> open = new TreeSet<>();
    private final Set<String> reported = new TreeSet<>();
    private LocalDate last;
    private int dayOfEpisode;
    private int dayInPeriod;
    private boolean awaitsBegin = true;
    private boolean ended;
    private boolean begins;

    /** @param startKnown whether the start of the first episode is known */
    Episode(boolean startKnown) {
        this.startKnown = startKnown;
    }

    /**
     * Enters a treatment day.
     *
     * @param gap days without treatment after which an episode has ended by itself, if there is such a number
     * @param interval treatment days in a reporting period, empty where no report is asked for
     * @param ends days on which therapy ended by plan: treatment after one begins another episode
     */
    EpisodeDay enter(LocalDate date, OptionalInt gap, OptionalInt interval, Collection<LocalDate> ends) {
        if (last != null
                && (gap.isPresent() && ChronoUnit.DAYS.between(last, date) >= gap.getAsInt()
                        || ends.stream().anyMatch(end -> !end.isBefore(last) && end.isBefore(date)))) {
            restart();
        }
        last = date;
        dayOfEpisode++;
        begins = awaitsBegin && open.isEmpty();
        if (begins) {
            dayInPeriod = 1;
        } else if (interval.isPresent()) {
            dayInPeriod = dayInPeriod % interval.getAsInt() + 1;
        } else {
            dayInPeriod++;
        }
        if (interval.isPresent()) {
            awaitsBegin = false;
        }
        return new EpisodeDay(
                startKnown,
                startKnown ? dayOfEpisode : 0,
                startKnown ? dayInPeriod : 0,
                startKnown && begins,
                startKnown && begins && ended,
                startKnown && !begins && interval.isPresent() && dayInPeriod == interval.getAsInt(),
                List.copyOf(open),
                List.copyOf(reported));
    }

    /** Takes up what a day reports. */
    void report(Collection<ReportedLimitation> reports) {
        boolean noneOpen = open.isEmpty();
        boolean ends = false;
        boolean complete = false;
        for (ReportedLimitation report : reports) {
            complete |= report.complete();
            if (report.discharge()) {
                ends |= open.remove(report.set()) || noneOpen;
            }
        }
        for (ReportedLimitation report : reports) {
            if (!report.discharge() && (report.current() || noneOpen && reports.size() == 1)) {
                open.add(report.set());
            }
            reported.add(report.set());
        }
        if (complete && !begins) {
            dayInPeriod = 0;
        }
        if (ends && open.isEmpty()) {
            awaitsBegin = true;
            ended = true;
        } else if (!open.isEmpty()) {
            ended = false;
        }
        begins = false;
    }

    /** The limitations open after the last day entered and its reports, ascending. */
    List<String> openNow() {
        return List.copyOf(open);
    }

    /** How many treatment days the reporting period has run after the last day entered; 0 where its report closed it. */
    int daysSinceReport() {
        return dayInPeriod;
    }

    private void restart() {
        open.clear();
        reported.clear();
        dayOfEpisode = 0;
        awaitsBegin = true;
        ended = false;
    }
}
