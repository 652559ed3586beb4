package org.hearth.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hearth.batch.Batch;
import org.hearth.batch.Defects;
import org.hearth.batch.Format;
import org.hearth.batch.Intakes;
import org.hearth.claim.Claim;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.CodeRow;
import org.hearth.codes.Day;
import org.hearth.evaluate.ClaimMix;
import org.hearth.evaluate.Evaluator;
import org.hearth.release.Example;
import org.hearth.report.Tally;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.x12.SyntheticClaims;

/**
 * How costs grow with their causes, each as a chart: lines and earlier claims of a claim, rows of a code list, rows of decision tables,
 * claims of a file on one thread and two. Processor time, of a file and of a build with that of the compiler and of what cleans up.
 *
 * <p>{@code mvn -B -Pbench -DskipTests test-compile exec:exec@growth} writes {@code src/docs/growth/*.svg} and prints the figures;
 * {@code -Dcharts="lines file"} makes some of them.
 */
public final class GrowthBenchmark {

    private static final int ROUNDS = 7;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static volatile Object sink;

    private record Row(String row, String code, int from, int through) implements CodeRow {}

    private GrowthBenchmark() {}

    /**
     * Measures all of it.
     *
     * @param arguments the folder of charts, and which are made; all where none is named
     */
    public static void main(String[] arguments) throws IOException {
        // as the program itself sets it
        Logger.getLogger("").setLevel(Level.OFF);
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Ruleset ruleset = RulesetCompiler.compile(RulesetFiles.packaged());
        Evaluator evaluator = new Evaluator(() -> ruleset);
        for (ClaimMix mix : ClaimMix.values()) {
            List<Claim> claims = mix.claims(100);
            for (int round = 0; round < 100; round++) {
                claims.forEach(claim -> sink = evaluator.evaluate(claim));
            }
        }
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        chart(folder, wanted, "lines", () -> lines(evaluator));
        chart(folder, wanted, "earlier-claims", () -> earlierClaims(evaluator));
        chart(folder, wanted, "code-rows", GrowthBenchmark::codeRows);
        chart(folder, wanted, "file", () -> file(ruleset));
        if (wanted.isEmpty() || wanted.contains("decision-rows")) {
            decisionRows(folder);
        }
    }

    private interface Measuring {
        Chart chart() throws IOException;
    }

    private static void chart(Path folder, List<String> wanted, String name, Measuring measuring) throws IOException {
        if (wanted.isEmpty() || wanted.contains(name)) {
            write(folder, name, measuring.chart());
        }
    }

    private static void write(Path folder, String name, Chart chart) throws IOException {
        Files.writeString(folder.resolve(name + ".svg"), chart.svg());
    }

    private static Chart lines(Evaluator evaluator) {
        Chart chart = new Chart("A claim by its service lines", "lines", "µs of the processor");
        for (boolean outpatient : new boolean[] {true, false}) {
            chart.series(outpatient ? "34X with minutes" : "32X with minutes");
            // a 32X has two lines more of its own, and 999 is the most
            for (int lines : new int[] {5, 10, 20, 50, 100, 200, 500, 997}) {
                Claim claim = claim(outpatient, lines, 0);
                chart.add(lines, told("lines", lines, micros(() -> sink = evaluator.evaluate(claim), 20_000 / lines)));
            }
        }
        return chart;
    }

    private static Chart earlierClaims(Evaluator evaluator) {
        Chart chart = new Chart("A claim of 20 lines by its earlier claims", "earlier claims", "µs of the processor");
        for (boolean outpatient : new boolean[] {true, false}) {
            chart.series(outpatient ? "34X" : "32X");
            for (int earlier : new int[] {1, 5, 20, 50, 200, 500, 2_000}) {
                Claim claim = claim(outpatient, 20, earlier);
                chart.add(
                        earlier,
                        told("earlier claims", earlier, micros(() -> sink = evaluator.evaluate(claim), 2_000 / earlier + 20)));
            }
        }
        return chart;
    }

    /** A therapy claim, or a home health claim, of some lines with minutes, four a day, and some earlier claims of four lines. */
    private static Claim claim(boolean outpatient, int lines, int earlier) {
        LocalDate from = LocalDate.of(2025, 3, 1);
        StringBuilder yaml = new StringBuilder("bill: ").append(outpatient ? "34X" : "32X").append("\nlines:\n");
        lines(yaml, "", outpatient, lines, from);
        if (earlier > 0) {
            yaml.append("history:\n");
        }
        for (int index = 1; index <= earlier; index++) {
            yaml.append("- lines:\n");
            lines(yaml, "  ", outpatient, 4, from.minusDays(32L + index));
        }
        return new Example("benchmark", "growth", yaml.toString(), "none").toClaim();
    }

    private static void lines(StringBuilder yaml, String indent, boolean outpatient, int lines, LocalDate from) {
        String[] services = outpatient
                ? new String[] {"0420 97110 GP 2u 30m", "0420 97140 GP 1u 15m", "0430 97535 GO 2u 30m", "0440 92507 GN 1u 45m"}
                : new String[] {"0421 G0151 3u 45m", "0431 G0152 3u 45m", "0551 G0299 3u 45m", "0571 G0156 4u 60m"};
        for (int line = 0; line < lines; line++) {
            yaml.append(indent)
                    .append("- ")
                    .append(from.plusDays(line / services.length % 28))
                    .append(' ')
                    .append(services[line % services.length])
                    .append('\n');
        }
    }

    private static Chart codeRows() {
        Chart chart = new Chart("A look-up by the rows of its code list", "rows", "ns of the processor").series("one look-up");
        for (int rows : new int[] {1_000, 3_000, 10_000, 30_000, 100_000}) {
            List<Row> all = new ArrayList<>(rows);
            for (int row = 0; row < rows; row++) {
                all.add(new Row("bench", String.format(Locale.ROOT, "Z%05d", row), Day.FIRST, Day.LAST));
            }
            CodeIndex<Row> index = new CodeIndex<>(all);
            String[] asked = new String[1_000];
            for (int one = 0; one < asked.length; one++) {
                asked[one] = String.format(Locale.ROOT, "Z%05d", (int) (one * 7_919L % rows));
            }
            double micros = micros(
                    () -> {
                        for (String code : asked) {
                            sink = index.on(code, 20250301, null);
                        }
                    },
                    2_000);
            chart.add(rows, told("code rows", rows, micros));
        }
        return chart;
    }

    private static Chart file(Ruleset ruleset) throws IOException {
        Chart chart = new Chart("A file by its claims", "claims", "seconds of the processors");
        int[] sizes = {1_000, 3_000, 10_000, 30_000, 100_000, 300_000};
        for (int threads = 1; threads <= 2; threads++) {
            chart.series(threads == 1 ? "one thread" : "two threads");
            check(ruleset, 10_000, threads);
            for (int claims : sizes) {
                chart.add(claims, told("claims, threads " + threads, claims, check(ruleset, claims, threads) * 1_000_000) / 1_000_000);
            }
        }
        return chart;
    }

    private static double check(Ruleset ruleset, int claims, int threads) throws IOException {
        Path file = Files.createTempFile("hearth-benchmark", ".edi");
        try {
            try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                SyntheticClaims.write(out, claims, 20261130, ruleset.codes(), 0.2);
            }
            long start = processor();
            try (InputStream in = Files.newInputStream(file);
                    Batch batch = new Batch(
                            new Evaluator(() -> ruleset)::evaluate,
                            Defects::problem,
                            Format.NDJSON.to(Writer.nullWriter(), Writer.nullWriter()),
                            threads)) {
                batch.run(Intakes.open(in, "synthetic.edi"));
                Tally tally = batch.finish();
                if (tally.claims() + tally.problems() != claims) {
                    throw new IllegalStateException("a claim is missing");
                }
            }
            return (processor() - start) / 1e9;
        } finally {
            Files.delete(file);
        }
    }

    /** Rules of the form of a row, beside the packaged ones: compiling them, and what each claim then costs. */
    private static void decisionRows(Path folder) throws IOException {
        Chart build = new Chart("A ruleset by rows added to it", "rows added", "seconds of the processor").series("compile and build");
        Chart memory = new Chart("A ruleset by rows added to it", "rows added", "MB").series("heap that stays");
        Chart claim = new Chart("A claim of 20 lines by rows added to the ruleset", "rows added", "µs of the processor").series("34X");
        for (int rows : new int[] {100, 300, 1_000, 3_000, 5_000}) {
            SortedMap<String, byte[]> files = new TreeMap<>(RulesetFiles.packaged().files());
            files.put("rules/bench/rows.drl", rows(rows).getBytes(StandardCharsets.UTF_8));
            long before = used();
            long start = processor();
            Ruleset ruleset = RulesetCompiler.compile(new RulesetFiles("more rows", files));
            double seconds = (processor() - start) / 1e9;
            double megabytes = Math.max(0.1, (used() - before) / 1e6);
            build.add(rows, seconds);
            memory.add(rows, megabytes);
            System.out.printf(Locale.ROOT, "decision rows %,d: %.1f s, %.1f MB%n", rows, seconds, megabytes);
            Evaluator evaluator = new Evaluator(() -> ruleset);
            Claim one = claim(true, 20, 0);
            claim.add(rows, told("decision rows, claim", rows, micros(() -> sink = evaluator.evaluate(one), 1_000)));
        }
        write(folder, "decision-rows-build", build);
        write(folder, "decision-rows-memory", memory);
        write(folder, "decision-rows-claim", claim);
    }

    private static String rows(int count) {
        StringBuilder drl = new StringBuilder("package org.hearth.rules.bench\nimport org.hearth.facts.line.Line\n");
        drl.append("global org.hearth.finding.Findings findings\n");
        for (int row = 0; row < count; row++) {
            drl.append(String.format(
                    Locale.ROOT,
                    "rule \"bench/row %d\"%nwhen%n  $line : Line(kind == \"34X\", hcpcs == \"Z%04d\", on >= 20200101, on <= 20301231)%n"
                            + "then%n  findings.report(\"HHT-301\", $line);%nend%n",
                    row,
                    row));
        }
        return drl.toString();
    }

    private static long used() {
        for (int collection = 0; collection < 3; collection++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** The median of some rounds, the first of which warm up. */
    private static double micros(Runnable work, int times) {
        double[] rounds = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            long start = THREAD.getCurrentThreadCpuTime();
            for (int time = 0; time < times; time++) {
                work.run();
            }
            if (round >= 0) {
                rounds[round] = (THREAD.getCurrentThreadCpuTime() - start) / 1e3 / times;
            }
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    private static double told(String cause, int count, double cost) {
        System.out.printf(Locale.ROOT, "%s %,d: %,.1f%n", cause, count, cost);
        return cost;
    }
}
