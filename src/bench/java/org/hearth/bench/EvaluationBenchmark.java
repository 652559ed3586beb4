package org.hearth.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluator;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Time a claim, one thread: the full rule set, an empty session with the same facts, and plain Java. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class EvaluationBenchmark {

    private static final int CLAIMS = 100;

    @Param({"twenty lines", "5 to 40 lines"})
    public String claims;

    private List<Claim> mix;
    private Evaluator full;
    private Evaluator empty;

    @Setup
    public void compile() {
        // as the program itself sets it
        Logger.getLogger("").setLevel(Level.OFF);
        mix = claims.equals("twenty lines") ? ClaimMix.ofTwentyLines(CLAIMS) : ClaimMix.mixed(CLAIMS);
        RulesetFiles files = RulesetFiles.packaged();
        Ruleset all = RulesetCompiler.compile(files);
        full = new Evaluator(() -> all);
        SortedMap<String, byte[]> codesOnly = new TreeMap<>(files.files());
        codesOnly.keySet().removeIf(path -> path.endsWith(".drl") || path.endsWith(".drl.xlsx"));
        codesOnly.put(
                "rules/bench/empty.drl",
                "package org.hearth.rules.bench\nglobal org.hearth.finding.Findings findings\n"
                        .getBytes(StandardCharsets.UTF_8));
        Ruleset none = RulesetCompiler.compile(new RulesetFiles("no rules", codesOnly));
        empty = new Evaluator(() -> none);
    }

    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public void fullRuleSet(Blackhole hole) {
        for (Claim claim : mix) {
            hole.consume(full.evaluate(claim));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public void emptySessionSameFacts(Blackhole hole) {
        for (Claim claim : mix) {
            hole.consume(empty.evaluate(claim));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public void plainJavaUnitsAndModifiers(Blackhole hole) {
        for (Claim claim : mix) {
            hole.consume(PlainJava.findings(claim));
        }
    }
}
