package org.hearth.batch;

import java.io.IOException;
import org.hearth.evaluate.Evaluator;

/** Judges the claims of inputs one after another, and writes as it goes: one claim is in memory at a time. */
public final class Batch {

    private final Evaluator evaluator;
    private final Output output;
    private Tally tally = Tally.EMPTY;

    /** A batch that judges with an evaluator and writes to an output. */
    public Batch(Evaluator evaluator, Output output) {
        this.evaluator = evaluator;
        this.output = output;
    }

    /**
     * Judges every claim of an input.
     *
     * @throws IOException if the input or the output fails
     */
    public void run(Intake intake) throws IOException {
        while (true) {
            Intake.Item item = intake.next();
            if (item instanceof Intake.Read read) {
                var evaluation = evaluator.evaluate(read.claim());
                tally = tally.plus(evaluation);
                output.evaluation(evaluation);
            } else if (item instanceof Intake.Unread unread) {
                tally = tally.plusUnread();
                output.unread(unread);
            } else if (item instanceof Intake.End end) {
                if (end.problem() != null) {
                    tally = tally.notWhole();
                }
                output.end(end);
                return;
            }
        }
    }

    /** Closes the answer and tells what it came to. */
    public Tally close() throws IOException {
        output.close(tally);
        return tally;
    }
}
