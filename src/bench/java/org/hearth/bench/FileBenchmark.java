package org.hearth.bench;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hearth.batch.Batch;
import org.hearth.batch.Defects;
import org.hearth.batch.Format;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.evaluate.Evaluator;
import org.hearth.report.Tally;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.codes.Codes;
import org.hearth.x12.SyntheticClaims;
import org.hearth.x12.segment.SegmentReader;

/**
 * Time of a file: the bare StAEDI read, that of our own scanner, read into claims, and {@code check} with 1 and 2 threads,
 * on one generated 837I file of 34X and 32X claims of which one in five has a defect. Each is measured in a virtual machine of its own with
 * 256 MB of heap, warmed up by a pass over 25 MB; the bare read comes first and last, which shows how even the machine
 * was. Arguments: the sizes of the files in megabytes.
 *
 * <pre>{@code
 * mvn -B -Pbench -DskipTests test-compile exec:exec@files -Dmegabytes="25 250"
 * }</pre>
 */
public final class FileBenchmark {

    private static final int CLAIMS_OF_A_SAMPLE = 1_000;
    private static final double DEFECTIVE = 0.2;
    private static final int WARM_UP = 25;

    private static final Map<String, String> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("bare", "bare StAEDI read");
        STAGES.put("segments", "bare own read");
        STAGES.put("claims", "read into claims");
        STAGES.put("check1", "check, 1 thread");
        STAGES.put("check2", "check, 2 threads");
        STAGES.put("bare again", "bare StAEDI read");
    }

    /** What one pass took. */
    private record Pass(long claims, double seconds, double processorSeconds, long peakKilobytes) {}

    private FileBenchmark() {}

    /** Measures, or runs one stage, {@code stage file warm-up-file}, as it calls itself. */
    public static void main(String[] arguments) throws Exception {
        // as the program itself sets it
        Logger.getLogger("").setLevel(Level.OFF);
        if (arguments.length > 0 && STAGES.containsKey(arguments[0])) {
            runStage(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]));
            return;
        }
        Ruleset ruleset = RulesetCompiler.compile(RulesetFiles.packaged());
        Path warmUp = Files.createTempFile("hearth-benchmark-warm-up", ".edi");
        Path file = Files.createTempFile("hearth-benchmark", ".edi");
        try {
            generate(warmUp, WARM_UP, ruleset.codes());
            for (String size : arguments) {
                measure(file, generate(file, Integer.parseInt(size), ruleset.codes()), warmUp);
            }
        } finally {
            Files.delete(file);
            Files.delete(warmUp);
        }
    }

    private static long generate(Path file, int megabytes, Codes codes) throws IOException {
        Counted sample = new Counted(OutputStream.nullOutputStream());
        SyntheticClaims.write(sample, CLAIMS_OF_A_SAMPLE, 20261123, codes, DEFECTIVE);
        long claims = megabytes * 1_000_000L * CLAIMS_OF_A_SAMPLE / sample.bytes;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            SyntheticClaims.write(out, (int) claims, 20261123, codes, DEFECTIVE);
        }
        return claims;
    }

    private static void measure(Path file, long claims, Path warmUp) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%n%,d claims, %,d bytes; %d processors%n%-18s %8s %12s %8s %14s %8s %9s%n",
                claims,
                Files.size(file),
                Runtime.getRuntime().availableProcessors(),
                "",
                "seconds",
                "claims/s",
                "x bare",
                "CPU us/claim",
                "x bare",
                "peak MB");
        Pass bare = null;
        for (Map.Entry<String, String> stage : STAGES.entrySet()) {
            Pass pass = fork(stage.getKey(), file, warmUp);
            bare = bare == null ? pass : bare;
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %8.2f %,12.0f %8.2f %14.1f %8.2f %9d%n",
                    stage.getValue(),
                    pass.seconds,
                    claims / pass.seconds,
                    pass.seconds / bare.seconds,
                    pass.processorSeconds * 1e6 / claims,
                    pass.processorSeconds / bare.processorSeconds,
                    pass.peakKilobytes >> 10);
        }
    }

    private static Pass fork(String stage, Path file, Path warmUp) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // as the command itself has it
                        "-XX:+UseSerialGC",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FileBenchmark.class.getName(),
                        stage,
                        file.toString(),
                        warmUp.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(stage + " failed");
        }
        String[] figures = answer.split(" ");
        return new Pass(
                Long.parseLong(figures[0]),
                Long.parseLong(figures[1]) / 1e9,
                Long.parseLong(figures[2]) / 1e9,
                Long.parseLong(figures[3]));
    }

    private static void runStage(String stage, Path file, Path warmUp) throws Exception {
        Ruleset ruleset = stage.startsWith("check") ? RulesetCompiler.compile(RulesetFiles.packaged()) : null;
        run(stage, warmUp, ruleset);
        long processor = processorNanos();
        long start = System.nanoTime();
        long claims = run(stage, file, ruleset);
        long nanos = System.nanoTime() - start;
        System.out.println(claims + " " + nanos + " " + (processorNanos() - processor) + " " + peakKilobytes());
    }

    private static long run(String stage, Path file, Ruleset ruleset) throws Exception {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return switch (stage) {
                case "segments" -> readSegments(in);
                case "claims" -> readClaims(in);
                case "check1" -> check(in, ruleset, 1);
                case "check2" -> check(in, ruleset, 2);
                default -> readBare(in);
            };
        }
    }

    private static long readBare(InputStream in) throws Exception {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        // as a reader of claims needs it
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        factory.setProperty(EDIInputFactory.EDI_IGNORE_EXTRANEOUS_CHARACTERS, true);
        long characters = 0;
        try (EDIStreamReader reader = factory.createEDIStreamReader(in)) {
            while (reader.hasNext()) {
                if (reader.next() == EDIStreamEvent.ELEMENT_DATA) {
                    characters += reader.getTextLength();
                }
            }
        }
        return characters;
    }

    private static long readSegments(InputStream in) throws Exception {
        SegmentReader reader = new SegmentReader(in);
        long elements = 0;
        while (reader.next()) {
            reader.readElements();
            elements += reader.segment().elements();
        }
        return elements;
    }

    private static long readClaims(InputStream in) throws IOException {
        Intake intake = Intakes.open(in, "synthetic.edi");
        long read = 0;
        while (!(intake.next() instanceof Intake.End)) {
            read++;
        }
        return read;
    }

    private static long check(InputStream in, Ruleset ruleset, int threads) throws IOException {
        try (Batch batch = new Batch(
                new Evaluator(() -> ruleset)::evaluate,
                Defects::problem,
                Format.NDJSON.to(Writer.nullWriter(), Writer.nullWriter()),
                threads)) {
            batch.run(Intakes.open(in, "synthetic.edi"));
            Tally tally = batch.finish();
            if (tally.defect()) {
                throw new IllegalStateException("a claim met a defect");
            }
            return tally.claims() + tally.problems();
        }
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Peak resident memory; 0 where the system does not tell. */
    private static long peakKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private long bytes;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            bytes += length;
        }
    }
}
