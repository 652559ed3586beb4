package org.hearth.batch;

import java.io.IOException;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.report.Tally;

/** Writes the answers of a batch in one format. Not safe for use by several threads. */
public interface Output {

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
}
