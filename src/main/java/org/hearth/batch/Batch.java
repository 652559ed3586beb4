package org.hearth.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.evaluate.Evaluation;
import org.hearth.history.Past;
import org.hearth.history.SentClaims;
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

    private final BiFunction<Claim, Past, Evaluation> evaluator;
    private final Function<RuntimeException, Problems> defects;
    private final Output output;
    private final Pasts pasts;
    private final Lanes lanes;
    private final Tally tally = new Tally();
    private final UnjudgedFaults ofUnjudged = new UnjudgedFaults();

    /**
     * @param evaluator judges a claim by its past; safe for use by several threads if there are several
     * @param defects what to tell of an exception while a claim is judged, without the claim's data; safe likewise
     * @param output where the answers go
     * @param threads how many threads judge; with 1 it is the caller's, and each claim is answered before the next is
     *     read
     * @param pasts tells the past of each claim; closed with the batch
     */
    public Batch(
            BiFunction<Claim, Past, Evaluation> evaluator,
            Function<RuntimeException, Problems> defects,
            Output output,
            int threads,
            Pasts pasts) {
        this.evaluator = evaluator;
        this.defects = defects;
        this.output = output;
        this.pasts = pasts;
        this.lanes = threads == 1 ? null : new Lanes(threads, this::answers, this::write);
    }

    /** A batch of claims of whose past nothing is known but what stands before them in the inputs. */
    public Batch(
            BiFunction<Claim, Past, Evaluation> evaluator,
            Function<RuntimeException, Problems> defects,
            Output output,
            int threads) {
        this(evaluator, defects, output, threads, new Pasts(SentClaims.NONE));
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
            Turn turn = pasts.turn(item);
            if (lanes == null) {
                write(answers(List.of(turn)).get(0));
            } else {
                lanes.take(turn);
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
        if (!pasts.problems().isEmpty()) {
            write(answer(new Intake.End(null, null, pasts.problems()), null));
        }
        write(() -> output.close(tally));
        return tally;
    }

    /** Stops the threads; claims that are not answered yet will not be. */
    @Override
    public void close() {
        stop();
        pasts.close();
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

    private List<Lanes.Answer> answers(List<Turn> turns) {
        List<Past> past = pasts.of(turns);
        List<Lanes.Answer> answers = new ArrayList<>(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            answers.add(answer(turns.get(i).item(), past.get(i)));
        }
        return answers;
    }

    private Lanes.Answer answer(Intake.Item item, Past past) {
        if (item instanceof Intake.Read read) {
            return judged(read.claim(), past);
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
            Intake.End whole = ofUnjudged.addedTo(end);
            if (!whole.errors().isEmpty()) {
                tally.addErrorOfFile();
            }
            output.end(whole);
        };
    }

    private Lanes.Answer judged(Claim claim, Past past) {
        try {
            Evaluation evaluation = evaluator.apply(claim, past);
            return () -> {
                try {
                    output.evaluation(claim, evaluation);
                } catch (RuntimeException e) {
                    defect(claim, e).write();
                    return;
                }
                tally.add(evaluation);
                ofUnjudged.note(UnjudgedFaults.of(claim, evaluation));
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
