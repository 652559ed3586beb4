package org.hearth.x12;

import java.util.ArrayList;
import java.util.List;

/** The first few problems of a file or a claim, so that a hostile file cannot fill the memory with them. */
final class Problems {

    private final int listed;
    private final List<X12Problem> first = new ArrayList<>();
    private int unlisted;

    /** @param listed how many problems to keep; the rest are counted */
    Problems(int listed) {
        this.listed = listed;
    }

    void add(X12Problem problem) {
        if (first.size() < listed) {
            first.add(problem);
        } else {
            unlisted++;
        }
    }

    /** Adds a problem unless one with the same message was added before. */
    void addOnce(X12Problem problem) {
        for (X12Problem known : first) {
            if (known.message().equals(problem.message())) {
                return;
            }
        }
        add(problem);
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    void clear() {
        first.clear();
        unlisted = 0;
    }

    List<X12Problem> first() {
        return List.copyOf(first);
    }

    int unlisted() {
        return unlisted;
    }

    /**
     * A value of the file as a text shows it: in backticks, unless it could be a name or a member id that a lost
     * separator moved to a wrong place. Those have three letters or more, or are a long number with a letter.
     */
    static String quote(String value) {
        if (value == null) {
            return "(none)";
        }
        return isHarmless(value) ? "`" + value + "`" : "text of " + value.length() + " characters";
    }

    /** Whether a value cannot be a name or a member id, see {@link #quote}. */
    static boolean isHarmless(String value) {
        long letters = value.chars().filter(Character::isLetter).count();
        return letters == 0 ? value.length() <= 20 : letters <= 2 && value.length() <= 8;
    }

    /** The claim's own number or a version, which is shown whatever it is, cut where it is long. */
    static String quoteIdentifier(String value) {
        if (value == null) {
            return "(none)";
        }
        return "`" + (value.length() > 40 ? value.substring(0, 40) + "…" : value) + "`";
    }
}
