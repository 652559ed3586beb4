package org.hearth.x12;

/** Numbers interchanges, one after the other. */
final class ControlNumbers {

    private static final int MOST = 999_999_999;

    private int next;

    ControlNumbers(int first) {
        if (first < 1 || first > MOST) {
            throw new IllegalArgumentException("a control number is 1 to 999999999, not " + first);
        }
        next = first;
    }

    /** The next number; after the highest that nine digits hold comes 1. */
    int next() {
        int number = next;
        next = next == MOST ? 1 : next + 1;
        return number;
    }
}
