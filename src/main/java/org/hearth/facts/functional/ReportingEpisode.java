package org.hearth.facts.functional;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
final class ReportingEpisode {

    private final Set<String> open = new TreeSet<>();
    private final Set<String> reported = new TreeSet<>();
    private LocalDate last;
    private int dayOfEpisode;
    private int dayInPeriod;
    private boolean awaitsBegin = true;
    private boolean ended;
    private boolean begins;

    /**
     * Enters a treatment day.
     *
     * @param gap days without treatment after which an episode has ended by itself, if there is such a number
     * @param interval treatment days in a reporting period, empty where no report is asked for
     */
    void enter(LocalDate date, OptionalInt gap, OptionalInt interval) {
        if (last != null && gap.isPresent() && ChronoUnit.DAYS.between(last, date) >= gap.getAsInt()) {
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
    }

    /** Takes up what a day reports, after every question about the day has been asked. */
    void report(Map<String, Set<String>> rolesOf) {
        boolean noneOpen = open.isEmpty();
        boolean ends = false;
        boolean complete = false;
        for (Map.Entry<String, Set<String>> report : rolesOf.entrySet()) {
            complete |= LimitationReport.complete(report.getValue());
            if (report.getValue().contains(LimitationReport.DISCHARGE)) {
                ends |= open.remove(report.getKey()) || noneOpen;
            }
        }
        for (Map.Entry<String, Set<String>> report : rolesOf.entrySet()) {
            Set<String> roles = report.getValue();
            if (!roles.contains(LimitationReport.DISCHARGE)
                    && (roles.contains(LimitationReport.CURRENT) || noneOpen && rolesOf.size() == 1)) {
                open.add(report.getKey());
            }
        }
        reported.addAll(rolesOf.keySet());
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

    /** Ends the episode: the next treatment day begins another. */
    void restart() {
        open.clear();
        reported.clear();
        dayOfEpisode = 0;
        awaitsBegin = true;
        ended = false;
    }

    /** The last treatment day entered, or {@code null}. */
    LocalDate last() {
        return last;
    }

    /** The limitations open before the day entered. */
    List<String> open() {
        return List.copyOf(open);
    }

    /** Whether a limitation has been reported in the episode before the day entered. */
    boolean reported(String set) {
        return reported.contains(set);
    }

    /** Which treatment day of the episode was entered, from 1. */
    int dayOfEpisode() {
        return dayOfEpisode;
    }

    /** Which treatment day of the reporting period was entered, from 1. */
    int dayInPeriod() {
        return dayInPeriod;
    }

    /** Whether reporting has to begin on the day entered. */
    boolean begins() {
        return begins;
    }

    /** Whether it has to because a limitation ended before. */
    boolean afterEnd() {
        return begins && ended;
    }
}
