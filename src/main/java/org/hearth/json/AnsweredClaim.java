package org.hearth.json;

import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;

/**
 * A claim that stands beside its evaluation.
 *
 * @param input which input of the request it came from, from 1
 * @param ordinal which claim of its input it is, from 1; those that cannot be read are counted
 * @param disciplines the disciplines of its therapy lines
 * @param claim as billed
 * @param bytes where its segments stand; {@code null} if it is from no X12 file, or from a compressed one
 */
public record AnsweredClaim(int input, int ordinal, Set<Discipline> disciplines, Claim claim, Bytes bytes) {

    /**
     * Where the segments of a claim stand in its file.
     *
     * @param from how many bytes precede the first
     * @param through how many bytes precede what follows the last
     */
    public record Bytes(long from, long through) {}

    /** Names the claim only: it holds the member id. */
    @Override
    public String toString() {
        return "AnsweredClaim[" + claim.claimId() + "]";
    }
}
