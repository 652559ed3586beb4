package org.hearth.tables.content;

import java.util.Optional;

/** How many rows of a table may hold for the same case, as the line {@code rows match} of its Notes sheet says. */
public enum Policy {
    /** {@code all}: every row that matches counts, each on its own. */
    ALL("all"),
    /** {@code at most one}: two rows never hold for the same case; for many cases none does. */
    AT_MOST_ONE("at most one"),
    /** {@code one}: two rows never hold for the same case, and between the least and the greatest there is always one. */
    ONE("one");

    private final String words;

    Policy(String words) {
        this.words = words;
    }

    /** The words of the Notes sheet. */
    public String words() {
        return words;
    }

    static Optional<Policy> of(String words) {
        return java.util.Arrays.stream(values())
                .filter(policy -> policy.words.equals(words))
                .findFirst();
    }
}
