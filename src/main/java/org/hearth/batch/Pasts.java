package org.hearth.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hearth.claim.Claim;
import org.hearth.history.Earlier;
import org.hearth.history.Past;
import org.hearth.history.SentClaims;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.sent.InputPast;
import org.hearth.sent.InputPast.Before;

/**
 * The past of the claims of inputs: what stands before each in the inputs, in the order in which they are read, and what
 * was marked as sent.
 */
public final class Pasts implements AutoCloseable {

    private final InputPast input;
    private final SentClaims sent;
    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private volatile boolean storeLost;
    private boolean inputLost;

    /** The past of claims each of which is judged by what was read before it. @param sent what was marked as sent */
    public Pasts(SentClaims sent) {
        this(sent, false);
    }

    /**
     * @param sent what was marked as sent
     * @param byDates whether a claim is judged by what begins before it in the inputs, wherever it stands; they are then
     *     read twice, first to {@link #collect} them
     */
    public Pasts(SentClaims sent, boolean byDates) {
        this(sent, new InputPast(byDates));
    }

    /** The past of claims of a part of the inputs. @param input what stands before the part; closed with this */
    public Pasts(SentClaims sent, InputPast input) {
        this.sent = sent;
        this.input = input;
    }

    /**
     * Takes every claim of an input for the past of others.
     *
     * @return why the input could not be read whole; {@code null} if it was
     * @throws IOException if the input fails
     */
    public Problems collect(Intake intake) throws IOException {
        Intake.Item item;
        do {
            item = Batch.next(intake);
            if (item instanceof Intake.Read read) {
                keep(read.claim());
            }
        } while (!(item instanceof Intake.End));
        return ((Intake.End) item).problem();
    }

    /** Says that what was collected so far stands before the inputs, and is not judged. */
    public void begin() {
        input.begin();
    }

    /** Takes a claim of the inputs that another judges. */
    void passOver(Claim claim) {
        keeping(() -> input.passOver(claim));
    }

    private void keeping(Runnable work) {
        if (!inputLost) {
            try {
                work.run();
            } catch (UncheckedIOException e) {
                loseInput();
            }
        }
    }

    /** The past of a claim that stands in no input. */
    public Past before(Claim claim) {
        return of(List.of(turn(new Intake.Read(claim)))).get(0);
    }

    /** The past of a claim that is still to be corrected, and no past of others until it is {@link #keep kept}. */
    Past soFar(Claim claim) {
        Before before = new Before(List.of(), false);
        if (!inputLost) {
            try {
                before = input.soFar(claim);
            } catch (UncheckedIOException e) {
                loseInput();
            }
        }
        return of(List.of(new Turn(new Intake.Read(claim), before))).get(0);
    }

    /** Takes a claim, as it was corrected, for the past of those after it. */
    void keep(Claim claim) {
        keeping(() -> input.collect(claim));
    }

    /** An item in its turn; called in the order of the input, by one thread. */
    Turn turn(Intake.Item item) {
        return new Turn(item, item instanceof Intake.Read read ? inInput(read.claim()) : Before.NONE);
    }

    private Before inInput(Claim claim) {
        if (inputLost) {
            return new Before(List.of(), false);
        }
        try {
            return input.before(claim);
        } catch (UncheckedIOException e) {
            loseInput();
            return new Before(List.of(), false);
        }
    }

    private void loseInput() {
        inputLost = true;
        problems.add(new Problem(
                "",
                null,
                "claims were judged without those before them in the input, which found no room in the folder for"
                        + " temporary files",
                "make room there, or name another folder (`java.io.tmpdir`), and check again"));
    }

    /**
     * The past of each claim of some turns, in their order, and {@code null} for what is no claim. Asks once for what was
     * sent of all of them. Any thread may call.
     */
    List<Past> of(List<Turn> turns) {
        List<Claim> asked = new ArrayList<>(turns.size());
        for (Turn turn : turns) {
            if (turn.item() instanceof Intake.Read read && read.claim().history() == null) {
                asked.add(read.claim());
            }
        }
        List<List<Earlier>> kept = sent(asked);
        List<Past> pasts = new ArrayList<>(turns.size());
        int next = 0;
        for (Turn turn : turns) {
            if (!(turn.item() instanceof Intake.Read read)) {
                pasts.add(null);
                continue;
            }
            List<Earlier> own = read.claim().history() == null ? kept.get(next++) : List.of();
            pasts.add(
                    Past.of(read.claim(), turn.before().claims(), turn.before().whole(), own, sent.seal()));
        }
        return pasts;
    }

    private List<List<Earlier>> sent(List<Claim> claims) {
        if (!claims.isEmpty() && !storeLost) {
            try {
                return sent.of(claims);
            } catch (IOException e) {
                boolean told = storeLost;
                storeLost = true;
                if (!told) {
                    problems.add(new Problem(
                            "",
                            null,
                            "claims were judged without what was sent before, which cannot be read: " + e.getMessage(),
                            "mend the history and check again, or leave it out (`none`)"));
                }
            }
        }
        return Collections.nCopies(claims.size(), List.of());
    }

    /** Why claims were judged without a part of their past; empty if none was. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        input.close();
    }
}
