package org.hearth.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

    /** What is left of the span outside another: itself, a part before, a part after, both, or nothing. */
    public List<DateSpan> without(DateSpan other) {
        boolean apart = through != null && through.isBefore(other.from)
                || other.through != null && other.through.isBefore(from);
        if (apart) {
            return List.of(this);
        }
        List<DateSpan> left = new ArrayList<>(2);
        if (from.isBefore(other.from)) {
            left.add(new DateSpan(from, other.from.minusDays(1)));
        }
        if (other.through != null && (through == null || other.through.isBefore(through))) {
            left.add(new DateSpan(other.through.plusDays(1), through));
        }
        return left;
    }
}
