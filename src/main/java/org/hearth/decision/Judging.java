package org.hearth.decision;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.history.Past;
import org.hearth.report.Tally;

/** Judges the claims of one call, under the eyes of a {@link Watch}. Safe for use by several threads if its evaluator is. */
public final class Judging implements BiFunction<Claim, Past, Evaluation> {

    /**
     * A call.
     *
     * @param id names it, and no other
     * @param who made it
     */
    record Call(String id, CallKind kind, String who) {}

    private final Call call;
    private final Counts counts;
    private final DecisionLog log;
    private final BiFunction<Claim, Past, Evaluation> evaluator;
    private final AtomicLong judged;

    Judging(Call call, Counts counts, DecisionLog log, BiFunction<Claim, Past, Evaluation> evaluator) {
        this(call, counts, log, evaluator, new AtomicLong());
    }

    private Judging(
            Call call,
            Counts counts,
            DecisionLog log,
            BiFunction<Claim, Past, Evaluation> evaluator,
            AtomicLong judged) {
        this.call = call;
        this.counts = counts;
        this.log = log;
        this.evaluator = evaluator;
        this.judged = judged;
    }

    /** The same, of claims that are changed before they are judged; what is logged is the changed one. */
    public BiFunction<Claim, Past, Evaluation> of(UnaryOperator<Claim> change) {
        return (claim, past) -> apply(change.apply(claim), past);
    }

    /** What names the call in the log. The line of its first claim ends its id in {@code /1}, of its second in {@code /2}. */
    public String id() {
        return call.id();
    }

    @Override
    public Evaluation apply(Claim claim, Past past) {
        long begin = System.nanoTime();
        Evaluation evaluation = evaluator.apply(claim, past);
        long nanos = System.nanoTime() - begin;
        counts.judged(call.kind(), evaluation, nanos);
        if (log != null) {
            log.add(call, judged.incrementAndGet(), claim, past, evaluation, nanos);
        }
        return evaluation;
    }

    /** Says what the call's claims came to, once its answer was written to its end. */
    public void ended(Tally tally) {
        if (tally.unreadable() > 0) {
            counts.unreadable(call.kind(), tally.unreadable());
        }
        if (!tally.whole()) {
            counts.torn(call.kind());
        }
    }

    /** Says that a single claim could not be read. */
    public void unreadable() {
        counts.unreadable(call.kind(), 1);
    }

    /** Says that the answer was not written to its end. */
    public void torn() {
        counts.torn(call.kind());
    }
}
