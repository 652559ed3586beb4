package org.hearth.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluator;
import org.hearth.evaluate.LargeClaims;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Time of claims of 999 lines made to be slow, all of {@link LargeClaims} one after another. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class LargeClaimsBenchmark {

    private List<Claim> claims;
    private Evaluator evaluator;
    private int next;

    @Setup
    public void compile() {
        // as the program itself sets it
        Logger.getLogger("").setLevel(Level.OFF);
        Ruleset ruleset = RulesetCompiler.compile(RulesetFiles.packaged());
        evaluator = new Evaluator(() -> ruleset);
        claims = List.copyOf(LargeClaims.all().values());
    }

    @Benchmark
    public void largeClaim(Blackhole hole) {
        hole.consume(evaluator.evaluate(claims.get(next++ % claims.size())));
    }
}
