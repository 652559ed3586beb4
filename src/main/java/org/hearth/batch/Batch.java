package org.hearth.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.Function;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.evaluate.Evaluation;
import org.hearth.json.Problems;
import org.hearth.report.Tally;

/**
 * Judges the claims of inputs and writes as it goes, in the order in which they stand there. The thread that calls
 * reads and writes; claims are judged on it too, one by one, or on threads of the batch's own. What is held in memory
 * does not grow with the inputs, and the answer does not depend on the number of threads.
 *
 * <p>A claim that cannot be judged for a defect of ours costs itself alone. A batch that is interrupted, or whose
 * answer cannot be written, stops; an answer to a claim is either written or not begun. Not safe for use by several
 * threads.
 */
public final class Batch implements AutoCloseable {

    private final Function<Claim, Evaluation> evaluator;
    private final Function<RuntimeException, Problems> defects;
    private final Output output;
    private final Lanes lanes;
    private final Tally tally = new Tally();

    /**
     * @param evaluator judges a claim; safe for use by several threads if there are several
     * @param defects what to tell of an exception while a claim is judged, without the claim's data; safe likewise
     * @param output where the answers go
     * @param threads how many threads judge; with 1 it is the caller's, and each claim is answered before the next is
     *     read
     */
    public Batch(
            Function<Claim, Evaluation> evaluator,
            Function<RuntimeException, Problems> defects,
            Output output,
            int threads) {
        this.evaluator = evaluator;
        this.defects = defects;
        this.output = output;
        this.lanes = threads == 1 ? null : new Lanes(threads, this::answer, this::write);
    }

    /**
     * Opens an input as the format of the answer needs it.
     *
     * @param in its bytes, gzip or plain; the caller closes it
     * @param file its name without the folder, or {@code null}
     * @throws IOException if it cannot be read
     */
    public Intake open(InputStream in, String file) throws IOException {
        return output.open(in, file, this::await);
    }

    private void await() throws IOException {
        if (lanes != null) {
            lanes.drain();
        }
    }

    /**
     * Judges every claim of an input. With several threads, the last of them may be answered by later calls only.
     *
     * @throws UnwritableException if the answer cannot be written
     * @throws InterruptedIOException if the thread was interrupted
     * @throws IOException if the input fails; the batch can go on with another
     */
    public void run(Intake intake) throws IOException {
        Intake.Item item;
        do {
            item = next(intake);
            if (lanes == null) {
                write(answer(item));
            } else {
                lanes.take(item);
            }
        } while (!(item instanceof Intake.End));
    }

    /**
     * Writes what is still to be written, closes the answer and tells what it came to.
     *
     * @throws UnwritableException if the answer cannot be written
     * @throws InterruptedIOException if the thread was interrupted
     */
    public Tally finish() throws IOException {
        await();
        write(() -> output.close(tally));
        return tally;
    }

    /** Stops the threads; claims that are not answered yet will not be. */
    @Override
    public void close() {
        stop();
        try {
            output.close();
        } catch (IOException e) {
            // only what nobody will read any more is lost
            return;
        }
    }

    private void stop() {
        if (lanes != null) {
            lanes.close();
        }
    }

    /** The next item of an input, unless the thread was interrupted. */
    static Intake.Item next(Intake intake) throws IOException {
        try {
            Intake.Item item = intake.next();
            // a reader may take an interruption of its input for the end of it, so it is asked for before the item
            if (Thread.interrupted()) {
                throw Lanes.interrupted();
            }
            return item;
        } catch (ClosedByInterruptException e) {
            throw Lanes.interrupted();
        }
    }

    private Lanes.Answer answer(Intake.Item item) {
        if (item instanceof Intake.Read read) {
            return judged(read.claim());
        }
        if (item instanceof Intake.Unread unread) {
            return () -> {
                tally.addUnreadable();
                output.unread(unread);
            };
        }
        if (item instanceof Intake.Unused unused) {
            return () -> {
                tally.addUnused();
                output.unused(unused);
            };
        }
        Intake.End end = (Intake.End) item;
        return () -> {
            if (end.problem() != null) {
                tally.notWhole();
            }
            output.end(end);
        };
    }

    private Lanes.Answer judged(Claim claim) {
        try {
            Evaluation evaluation = evaluator.apply(claim);
            return () -> {
                try {
                    output.evaluation(claim, evaluation);
                } catch (RuntimeException e) {
                    defect(claim, e).write();
                    return;
                }
                tally.add(evaluation);
            };
        } catch (RuntimeException e) {
            return defect(claim, e);
        }
    }

    private Lanes.Answer defect(Claim claim, RuntimeException e) {
        Location at = claim.origin().at("");
        Intake.Unread unread = new Intake.Unread(at == null ? null : at.file(), claim.claimId(), defects.apply(e));
        return () -> {
            tally.addDefect();
            output.unread(unread);
        };
    }

    private void write(Lanes.Answer answer) throws UnwritableException {
        try {
            answer.write();
        } catch (IOException e) {
            stop();
            throw new UnwritableException(e);
        }
    }
}
