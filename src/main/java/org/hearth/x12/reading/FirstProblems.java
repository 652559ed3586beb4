package org.hearth.x12.reading;

import java.util.ArrayList;
import java.util.List;

/** The first few problems of a file or a claim, so that a hostile file cannot fill the memory with them. */
final class FirstProblems {

    private final int listed;
    private final List<X12Problem> first = new ArrayList<>();
    private int unlisted;

    /** @param listed how many problems to keep; the rest are counted */
    FirstProblems(int listed) {
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
}
