package org.hearth.x12.acknowledgement;

import java.time.Clock;
import java.util.function.IntSupplier;

/** Numbers interchanges, each after the one before it. Safe for use by several threads. */
public final class ControlNumbers {

    private static final int MOST = 999_999_999;

    private final IntSupplier least;
    private int last;

    private ControlNumbers(int last, IntSupplier least) {
        this.last = last;
        this.least = least;
    }

    /**
     * Numbers from a first one.
     *
     * @param first 1 to 999,999,999
     * @throws IllegalArgumentException if it is out of range
     */
    public static ControlNumbers from(int first) {
        if (first < 1 || first > MOST) {
            throw new IllegalArgumentException("a control number is 1 to 999999999, not " + first);
        }
        return new ControlNumbers(first - 1, () -> 1);
    }

    /**
     * Numbers that follow the seconds of a clock, so that runs at different times have different ones for some thirty
     * years; within a second each takes the next.
     */
    public static ControlNumbers of(Clock clock) {
        return new ControlNumbers(0, () -> (int) (clock.instant().getEpochSecond() % MOST) + 1);
    }

    /** The next number; after the highest that nine digits hold comes 1. */
    synchronized int next() {
        last = last == MOST ? 1 : Math.max(last + 1, least.getAsInt());
        return last;
    }
}
