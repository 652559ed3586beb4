package org.hearth.history;

import java.time.LocalDate;
import org.hearth.claim.Claim;

/**
 * A claim that was billed before another, and who says so.
 *
 * @param claim what is known of it. Of one that was kept its claim number, the payer's number and the authorization are
 *     sealed, and it holds no more than rules ask of an earlier claim
 * @param source where it is known from
 * @param sentOn the day on which it was marked as sent; {@code null} unless it was
 */
public record Earlier(Claim claim, Source source, LocalDate sentOn) {

    /** Where an earlier claim is known from. */
    public enum Source {
        /** The sender gave it with the claim. */
        REQUEST("request"),
        /** It stands before the claim in the same input. */
        FILE("file"),
        /** It was marked as sent, and kept. */
        STORE("store");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** An earlier claim that was not kept. */
    public Earlier(Claim claim, Source source) {
        this(claim, source, null);
    }

    /** The claim for a finding's text: by its number, or where that was not kept by the day on which it was sent. */
    public String named() {
        return source == Source.STORE ? "sent on " + sentOn : "`" + claim.claimId() + "`";
    }

    /** Names the claim only: it holds what was billed. */
    @Override
    public String toString() {
        return "Earlier[" + source + "]";
    }
}
