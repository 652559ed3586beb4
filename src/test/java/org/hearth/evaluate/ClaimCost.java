package org.hearth.evaluate;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hearth.claim.Claim;
import org.hearth.ruleset.AlphaTests;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;

/** What a claim costs in counts: the tests of single facts that the engine runs, and the bytes that the thread allocates. */
public final class ClaimCost {

    /** Claims of a mix. */
    public static final int CLAIMS = 100;

    private static final int ROUNDS = 5;

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Ruleset ruleset = RulesetCompiler.compile(RulesetFiles.packaged());
    private final Evaluator evaluator = new Evaluator(() -> ruleset);
    private final Evaluator counted;
    private final AtomicLong tests;

    /** Counts of the packaged ruleset. */
    public ClaimCost() {
        Ruleset own = RulesetCompiler.compile(RulesetFiles.packaged());
        tests = AlphaTests.counted(own);
        counted = new Evaluator(() -> own);
    }

    /** How many claims of a mix have a finding. */
    public long defective(ClaimMix mix) {
        return mix.claims(CLAIMS).stream()
                .filter(claim -> !evaluator.evaluate(claim).findings().isEmpty())
                .count();
    }

    /** Tests that the engine runs for all claims of a mix. */
    public long alphaTests(ClaimMix mix) {
        List<Claim> claims = mix.claims(CLAIMS);
        long before = tests.get();
        claims.forEach(counted::evaluate);
        return tests.get() - before;
    }

    /**
     * Bytes that a claim of a mix allocates.
     *
     * @param warmUp how often all claims are judged before it is counted
     */
    public long bytes(ClaimMix mix, int warmUp) {
        List<Claim> claims = mix.claims(CLAIMS);
        for (int round = 0; round < warmUp; round++) {
            claims.forEach(evaluator::evaluate);
        }
        long before = THREAD.getCurrentThreadAllocatedBytes();
        for (int round = 0; round < ROUNDS; round++) {
            claims.forEach(evaluator::evaluate);
        }
        return (THREAD.getCurrentThreadAllocatedBytes() - before) / ROUNDS / CLAIMS;
    }
}
