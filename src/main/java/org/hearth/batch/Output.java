package org.hearth.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.report.Tally;

/** Writes the answers of a batch in one format. Not safe for use by several threads. */
public interface Output extends Closeable {

    /** Whoever judges the claims of an input. */
    interface Judging {

        /**
         * Returns once every claim that the input gave was written.
         *
         * @throws UnwritableException if the answer cannot be written
         * @throws java.io.InterruptedIOException if the thread was interrupted
         */
        void await() throws IOException;
    }

    /**
     * Opens an input as this format needs it.
     *
     * @param in its bytes, gzip or plain; the caller closes it
     * @param file its name without the folder, or {@code null}
     * @param judging may be waited for from within the input's {@link Intake#next()}
     * @throws IOException if it cannot be read
     */
    default Intake open(InputStream in, String file, Judging judging) throws IOException {
        return Intakes.open(in, file);
    }

    /** Writes what was found on a claim. */
    void evaluation(Claim claim, Evaluation evaluation) throws IOException;

    /** Writes why a claim could not be read. */
    void unread(Intake.Unread unread) throws IOException;

    /** Writes why minutes given beside the claims could not be used. */
    void unused(Intake.Unused unused) throws IOException;

    /** Writes the end of one input, if there is anything to say of it. */
    void end(Intake.End end) throws IOException;

    /** Writes what closes the whole answer. */
    void close(Tally tally) throws IOException;

    /** Lets go of what is held for an answer that may not have come to its end. */
    @Override
    default void close() throws IOException {
        // most hold nothing
    }
}
