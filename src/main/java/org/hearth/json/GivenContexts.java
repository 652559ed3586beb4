package org.hearth.json;

import java.util.List;
import org.hearth.claim.ClaimContext;

/**
 * Contexts given beside claims.
 *
 * @param contexts those that could be read
 * @param problems what is wrong with the others
 */
public record GivenContexts(List<Given> contexts, List<Problem> problems) {

    /**
     * A context, and of whom.
     *
     * @param claimId the sender's own number for the claim that it is of, or {@code null}
     * @param beneficiaryId the member id of the claims that it is of where no claim is named, or {@code null}
     * @param context what is said
     */
    public record Given(String claimId, String beneficiaryId, ClaimContext context) {

        /** Names the claim only. */
        @Override
        public String toString() {
            return "Given[" + claimId + "]";
        }
    }

    public GivenContexts {
        contexts = List.copyOf(contexts);
        problems = List.copyOf(problems);
    }
}
