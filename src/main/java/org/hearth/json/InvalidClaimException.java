package org.hearth.json;

import java.util.List;

/** A claim that cannot be read, with everything that is wrong with it. Carries no name and no member id. */
public final class InvalidClaimException extends RuntimeException {

    private final String claimId;
    private final boolean wellFormed;
    private final transient List<Problem> problems;

    /**
     * @param claimId the sender's own number for the claim, or {@code null} if it could not be read
     * @param wellFormed whether it is JSON at all, so that the problems are the claim's and not the notation's
     * @param problems at least one
     */
    public InvalidClaimException(String claimId, boolean wellFormed, List<Problem> problems) {
        // Bad input is no failure of ours: a stack trace would help nobody and costs much in a batch.
        super(summary(problems), null, false, false);
        this.claimId = claimId;
        this.wellFormed = wellFormed;
        this.problems = List.copyOf(problems);
    }

    private static String summary(List<Problem> problems) {
        Problem first = problems.get(0);
        String where = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        return where + first.message() + more;
    }

    /** The sender's own number for the claim, or {@code null} if it could not be read. */
    public String claimId() {
        return claimId;
    }

    /** Whether it is JSON at all. */
    public boolean wellFormed() {
        return wellFormed;
    }

    /** What is wrong, in the order found. */
    public List<Problem> problems() {
        return problems;
    }
}
