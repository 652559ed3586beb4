package org.hearth.json;

import java.util.List;

/** Minutes beside the claims that cannot be read, with everything that is wrong with them. */
public final class InvalidMinutesException extends RuntimeException {

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public InvalidMinutesException(List<Problem> problems) {
        super(problems.size() + " problems in the minutes", null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order found; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
