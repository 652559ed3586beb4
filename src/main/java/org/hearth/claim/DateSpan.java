package org.hearth.claim;

import java.time.LocalDate;

/**
 * A span of days, both ends included.
 *
 * @param from the first day
 * @param through the last day; {@code null} while it is still open
 */
public record DateSpan(LocalDate from, LocalDate through) {

    /** Whether a day lies within the span. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (through == null || !day.isAfter(through));
    }

    /** Whether a day lies within the span and is neither its first nor its last. */
    public boolean strictlyContains(LocalDate day) {
        return day.isAfter(from) && (through == null || day.isBefore(through));
    }
}
