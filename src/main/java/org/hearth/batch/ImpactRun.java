package org.hearth.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.evaluate.ClaimChange;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.evaluate.Impact;
import org.hearth.evaluate.UsedRows;
import org.hearth.history.Past;
import org.hearth.history.SentClaims;
import org.hearth.json.Problem;
import org.hearth.json.Problems;

/**
 * Compares the answers of two rulesets to the claims of inputs and counts what differs. The thread that calls reads and
 * counts; claims are judged on others. What is held in memory does not grow with the inputs, and the count does not
 * depend on the number of threads. A claim that cannot be judged for a defect of ours costs itself alone. Not safe for
 * use by several threads.
 */
public final class ImpactRun implements AutoCloseable {

    private final BiFunction<Claim, Past, Evaluation> before;
    private final BiFunction<Claim, Past, Evaluation> after;
    private final Map<String, String> renamedRows;
    private final BiFunction<Claim, Past, UsedRows> used;
    private final Set<String> changedRows;
    private final Function<RuntimeException, Problems> defects;
    private final Impact impact;
    private final Pasts pasts = new Pasts(SentClaims.NONE);
    private final Lanes lanes;

    /**
     * @param before judges a claim by the ruleset as it was; safe for use by several threads
     * @param after judges a claim by the ruleset as it is; safe likewise
     * @param renamedRows the new name of each row that is the same but for its key
     * @param defects what to tell of an exception while a claim is judged, without the claim's data; safe likewise
     * @param impact where it is counted
     * @param threads how many threads judge
     */
    public ImpactRun(
            BiFunction<Claim, Past, Evaluation> before,
            BiFunction<Claim, Past, Evaluation> after,
            Map<String, String> renamedRows,
            Function<RuntimeException, Problems> defects,
            Impact impact,
            int threads) {
        this(before, after, renamedRows, (claim, past) -> UsedRows.NONE, Set.of(), defects, impact, threads);
    }

    /**
     * Compares two editions, and tells of each finding that changes which changed rows are behind it.
     *
     * @param before judges by the edition as it was
     * @param after judges by the edition as it is
     * @param renamedRows the new name of each row that is the same but for its key
     * @param changedRows the rows that differ otherwise, {@code table/key}
     * @param defects what to tell of an exception while a claim is judged, without the claim's data; safe for use by
     *     several threads
     * @param impact where it is counted
     * @param threads how many threads judge
     */
    public ImpactRun(
            Evaluator before,
            Evaluator after,
            Map<String, String> renamedRows,
            Set<String> changedRows,
            Function<RuntimeException, Problems> defects,
            Impact impact,
            int threads) {
        this(
                before::evaluate,
                after::evaluate,
                renamedRows,
                (claim, past) -> before.usedRows(claim, past).and(after.usedRows(claim, past)),
                changedRows,
                defects,
                impact,
                threads);
    }

    private ImpactRun(
            BiFunction<Claim, Past, Evaluation> before,
            BiFunction<Claim, Past, Evaluation> after,
            Map<String, String> renamedRows,
            BiFunction<Claim, Past, UsedRows> used,
            Set<String> changedRows,
            Function<RuntimeException, Problems> defects,
            Impact impact,
            int threads) {
        this.before = before;
        this.after = after;
        this.renamedRows = Map.copyOf(renamedRows);
        this.used = used;
        this.changedRows = Set.copyOf(changedRows);
        this.defects = defects;
        this.impact = impact;
        this.lanes = new Lanes(threads, this::answers, Lanes.Answer::write);
    }

    /**
     * Compares every claim of an input; the last of them may be counted by later calls only.
     *
     * @throws java.io.InterruptedIOException if the thread was interrupted
     * @throws IOException if the input fails; the run can go on with another
     */
    public void run(Intake intake) throws IOException {
        Intake.Item item;
        do {
            item = Batch.next(intake);
            lanes.take(pasts.turn(item));
        } while (!(item instanceof Intake.End));
    }

    /** Counts what is still to be counted. */
    public void finish() throws IOException {
        lanes.drain();
    }

    /** Stops the threads; claims that are not counted yet will not be. */
    @Override
    public void close() {
        lanes.close();
        pasts.close();
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
            return compared(read.claim(), past);
        }
        if (item instanceof Intake.Unread unread) {
            Impact.Unread why = new Impact.Unread(unread.file(), unread.claimId(), reason(unread.problem()));
            return () -> impact.addUnreadable(why);
        }
        if (item instanceof Intake.Unused unused) {
            Impact.Unread why =
                    new Impact.Unread(null, unused.claimId(), "minutes not used: " + reason(unused.problem()));
            return () -> impact.addUnused(why);
        }
        Intake.End end = (Intake.End) item;
        return () -> {
            if (end.problem() != null) {
                impact.addDamaged(new Impact.Unread(end.file(), null, reason(end.problem())));
            }
        };
    }

    private Lanes.Answer compared(Claim claim, Past past) {
        Location at = claim.origin().at("");
        String file = at == null ? null : at.file();
        try {
            ClaimChange change =
                    ClaimChange.between(file, before.apply(claim, past), after.apply(claim, past), renamedRows);
            // asked of the claims alone that a change turns, since asking costs as much as judging
            ClaimChange credited = change.findings().isEmpty() || changedRows.isEmpty()
                    ? change
                    : change.with(used.apply(claim, past), changedRows);
            return () -> impact.add(credited);
        } catch (RuntimeException e) {
            Impact.Unread why = new Impact.Unread(file, claim.claimId(), reason(defects.apply(e)));
            return () -> impact.addDefect(why);
        }
    }

    /** The first thing that is wrong; whoever wants all of it checks the claims. */
    static String reason(Problems problems) {
        if (problems.errors().isEmpty()) {
            return problems.detail();
        }
        Problem first = problems.errors().get(0);
        String where = first.pointer() == null || first.pointer().isEmpty() ? "" : first.pointer() + ": ";
        int others = problems.errors().size() - 1;
        return where + first.message() + (others == 0 ? "" : ", and " + others + " more");
    }
}
