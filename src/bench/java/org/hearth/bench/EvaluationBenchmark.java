package org.hearth.bench;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hearth.claim.Claim;
import org.hearth.evaluate.ClaimCost;
import org.hearth.evaluate.ClaimMix;
import org.hearth.evaluate.Evaluator;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;

/**
 * What judging a claim costs beside a session that holds the same facts and no rule, and beside three checks in plain Java.
 * Each of several virtual machines, started as the program is, judges each mix in rounds: the three one after the other, each
 * round beginning with another. A ratio is of one round, so that whatever else the machine does weighs on both sides of it;
 * a round in which the thread waited for a processor is thrown away and counted.
 *
 * <p>{@code mvn -B -Pbench -DskipTests test-compile exec:exec@evaluation}, with {@code -Dforks=3} virtual machines.
 */
public final class EvaluationBenchmark {

    /** A round counts where the clock shows no more than this many times the processor's time. */
    private static final double WAITED = 1.3;

    private static final int WARM_UP_ROUNDS = 400;
    private static final int ROUNDS = 30;
    private static final int CLAIMS_OF_A_ROUND = 2_000;

    private enum Side {
        RULES("all rules"),
        EMPTY("empty session, same facts"),
        PLAIN("plain Java, units and modifiers alone");

        private final String label;

        Side(String label) {
            this.label = label;
        }
    }

    /** Nanoseconds of the thread's processor time and of the clock, and bytes, each of a claim. */
    private record Cost(double processor, double clock, double bytes) {}

    private record Round(ClaimMix mix, Map<Side, Cost> costs) {
        boolean waited() {
            return costs.values().stream().anyMatch(cost -> cost.clock() > WAITED * cost.processor());
        }

        double ratio(Side one, Side other) {
            return costs.get(one).processor() / costs.get(other).processor();
        }
    }

    private static volatile Object sink;

    private EvaluationBenchmark() {}

    /**
     * Prints a table; as {@code fork}, one line a round.
     *
     * @param arguments how many virtual machines, or {@code fork}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("fork")) {
            fork();
            return;
        }
        List<Round> rounds = new ArrayList<>();
        for (int fork = 0; fork < Integer.parseInt(arguments[0]); fork++) {
            rounds.addAll(run());
        }
        print(rounds);
    }

    private static List<Round> run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        new File(System.getProperty("java.home"), "bin/java").getPath(),
                        "-XX:+UseSerialGC",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EvaluationBenchmark.class.getName(),
                        "fork")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Round> rounds = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> rounds.add(read(line.split("\t"))));
        }
        if (process.waitFor() != 0) {
            throw new IOException("a virtual machine ended with " + process.exitValue());
        }
        return rounds;
    }

    private static Round read(String[] fields) {
        Map<Side, Cost> costs = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            int at = 1 + 3 * side.ordinal();
            costs.put(
                    side,
                    new Cost(
                            Double.parseDouble(fields[at]),
                            Double.parseDouble(fields[at + 1]),
                            Double.parseDouble(fields[at + 2])));
        }
        return new Round(ClaimMix.valueOf(fields[0]), costs);
    }

    private static void fork() {
        // as the program itself sets it
        Logger.getLogger("").setLevel(Level.OFF);
        Ruleset all = RulesetCompiler.compile(RulesetFiles.packaged());
        Ruleset none = RulesetCompiler.compile(withoutRules());
        Evaluator full = new Evaluator(() -> all);
        Evaluator empty = new Evaluator(() -> none);
        Map<Side, Consumer<Claim>> sides = new EnumMap<>(Side.class);
        sides.put(Side.RULES, claim -> sink = full.evaluate(claim));
        sides.put(Side.EMPTY, claim -> sink = empty.evaluate(claim));
        sides.put(Side.PLAIN, claim -> sink = PlainJava.findings(claim));
        for (ClaimMix mix : ClaimMix.values()) {
            List<Claim> claims = mix.claims(ClaimCost.CLAIMS);
            claims.stream()
                    .filter(claim -> mix != ClaimMix.DEFECTIVE
                            && !full.evaluate(claim).findings().isEmpty())
                    .findFirst()
                    .ifPresent(claim -> {
                        throw new IllegalStateException("a claim of the mix " + mix + " is not clean");
                    });
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                sides.values().forEach(claims::forEach);
            }
            for (int round = 0; round < ROUNDS; round++) {
                Map<Side, Cost> costs = new EnumMap<>(Side.class);
                for (int turn = 0; turn < Side.values().length; turn++) {
                    Side side = Side.values()[(round + turn) % Side.values().length];
                    costs.put(side, cost(claims, sides.get(side)));
                }
                StringBuilder line = new StringBuilder(mix.name());
                costs.values()
                        .forEach(cost -> line.append('\t')
                                .append(cost.processor())
                                .append('\t')
                                .append(cost.clock())
                                .append('\t')
                                .append(cost.bytes()));
                System.out.println(line);
            }
        }
    }

    private static RulesetFiles withoutRules() {
        SortedMap<String, byte[]> files = new TreeMap<>(RulesetFiles.packaged().files());
        files.keySet().removeIf(path -> path.endsWith(".drl") || path.endsWith(".drl.xlsx"));
        files.put(
                "rules/bench/empty.drl",
                "package org.hearth.rules.bench\nglobal org.hearth.finding.Findings findings\n"
                        .getBytes(StandardCharsets.UTF_8));
        return new RulesetFiles("no rules", files);
    }

    private static Cost cost(List<Claim> claims, Consumer<Claim> judged) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = thread.getCurrentThreadAllocatedBytes();
        long clock = System.nanoTime();
        long processor = thread.getCurrentThreadCpuTime();
        for (int judging = 0; judging < CLAIMS_OF_A_ROUND; judging += claims.size()) {
            claims.forEach(judged);
        }
        return new Cost(
                (double) (thread.getCurrentThreadCpuTime() - processor) / CLAIMS_OF_A_ROUND,
                (double) (System.nanoTime() - clock) / CLAIMS_OF_A_ROUND,
                (double) (thread.getCurrentThreadAllocatedBytes() - bytes) / CLAIMS_OF_A_ROUND);
    }

    private static void print(List<Round> rounds) {
        System.out.println("| mix | | µs of the processor | claims a second of it | bytes | times the empty session |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (ClaimMix mix : ClaimMix.values()) {
            List<Round> ofMix = rounds.stream().filter(round -> round.mix() == mix).toList();
            List<Round> taken = ofMix.stream().filter(round -> !round.waited()).toList();
            for (Side side : Side.values()) {
                double micros = percentile(taken, round -> round.costs().get(side).processor(), 50) / 1_000;
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %.1f | %,.0f | %,.0f | %s |%n",
                        side == Side.RULES ? mix : "",
                        side.label,
                        micros,
                        1_000_000 / micros,
                        percentile(taken, round -> round.costs().get(side).bytes(), 50),
                        ratio(taken, side));
            }
            System.out.printf(
                    Locale.ROOT, "| | thrown away | %d of %d rounds | | | |%n", ofMix.size() - taken.size(), ofMix.size());
        }
    }

    private static String ratio(List<Round> rounds, Side side) {
        ToDoubleFunction<Round> ratio = round -> round.ratio(side, Side.EMPTY);
        return side == Side.EMPTY
                ? "1"
                : String.format(
                        Locale.ROOT,
                        "%.2f (%.2f to %.2f)",
                        percentile(rounds, ratio, 50),
                        percentile(rounds, ratio, 10),
                        percentile(rounds, ratio, 90));
    }

    private static double percentile(List<Round> rounds, ToDoubleFunction<Round> value, int percent) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
