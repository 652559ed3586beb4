package org.hearth.json;

import java.util.List;

/** Corrections that cannot be read. */
public final class InvalidCorrectionsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidCorrectionsException(List<Problem> problems) {
        super(problems.get(0).message(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order found; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
