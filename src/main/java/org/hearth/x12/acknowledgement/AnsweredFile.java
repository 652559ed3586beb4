package org.hearth.x12.acknowledgement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.x12.reading.GuidedReader;
import org.hearth.x12.reading.X12Item;
import org.hearth.x12.reading.X12Reader;
import org.hearth.x12.segment.SegmentListener;

/**
 * An 837I file that is answered while it is read: whoever reads its claims tells, in their order, what each came to, at
 * once or some claims later. Not safe for use by several threads.
 */
public final class AnsweredFile {

    /** Whoever judges the claims. */
    public interface Answers {

        /**
         * Returns once every claim that {@link #next()} gave was answered; called from within {@link #next()}, where a
         * transaction set ends, as the totals of an answer stand before its claims.
         *
         * @throws IOException if the claims cannot be answered any more
         */
        void await() throws IOException;
    }

    private final Supplier<X12Item> reader;
    private final ImplementationAcknowledgement implementation;
    private final ClaimAcknowledgement claims;
    private boolean ended;

    /** @param claims {@code null} if there is to be no 277CA */
    AnsweredFile(
            InputStream in,
            String file,
            ReceivedFile received,
            ImplementationAcknowledgement implementation,
            ClaimAcknowledgement claims) {
        this.implementation = implementation;
        this.claims = claims;
        SegmentListener listener = segment -> {
            received.read(segment);
            // the 999 first: it has looked at the whole claim when the 277CA settles it
            implementation.read(segment);
            if (claims != null) {
                claims.read(segment);
            }
        };
        // a 999 compares the file with the guide itself
        reader = claims == null ? new X12Reader(in, file, listener)::next : new GuidedReader(in, file, listener)::next;
    }

    /**
     * The next claim, or why it cannot be read, or the end, which completes the answer. Each claim, readable or not,
     * is to be answered once if there is a 277CA.
     *
     * @throws IOException if the answer cannot be written
     */
    public X12Item next() throws IOException {
        try {
            X12Item item = reader.get();
            if (!(item instanceof X12Item.End)) {
                if (claims != null) {
                    claims.yielded(item);
                }
            } else {
                end();
            }
            return item;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            // a defect: what was written is still to have its trailers
            end();
            throw e;
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            implementation.end();
            if (claims != null) {
                claims.end();
            }
        }
    }

    /**
     * Answers the first claim that is not answered yet.
     *
     * @param claim as it was judged
     * @param evaluation findings at error level reject the claim
     * @throws IOException if the answer cannot be written
     */
    public void judged(Claim claim, Evaluation evaluation) throws IOException {
        answer(ClaimVerdict.of(claim, evaluation));
    }

    /**
     * Answers the first claim that is not answered yet, which could not be read or could not be judged.
     *
     * @throws IOException if the answer cannot be written
     */
    public void unjudged() throws IOException {
        answer(null);
    }

    private void answer(ClaimVerdict verdict) throws IOException {
        if (claims == null) {
            return;
        }
        try {
            claims.answered(verdict);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether the 999 accepts all of the file that was read, without an error. */
    public boolean isAccepted() {
        return implementation.isAccepted();
    }
}
