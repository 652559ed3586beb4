package org.hearth.decision;

import java.util.UUID;
import java.util.function.BiFunction;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.history.Past;

/** Sees to it that every claim that is judged is counted and, where a log is kept, gets its line. Safe for use by any number of threads. */
public final class Watch {

    /** Counts nothing and keeps no log. */
    public static final Watch NONE = new Watch(Counts.NONE, null);

    private final Counts counts;
    private final DecisionLog log;

    /** @param log where the lines go; {@code null} where none is kept */
    public Watch(Counts counts, DecisionLog log) {
        this.counts = counts;
        this.log = log;
    }

    /** Whether a log is kept. */
    public boolean logs() {
        return log != null;
    }

    /**
     * The judging of one call's claims.
     *
     * @param evaluator judges a claim by its past, the first as the last by one ruleset
     * @param who calls: an identity where there is one, else where the call came from; never a patient
     */
    public Judging judging(CallKind kind, String who, BiFunction<Claim, Past, Evaluation> evaluator) {
        return new Judging(new Judging.Call(UUID.randomUUID().toString(), kind, who), counts, log, evaluator);
    }
}
