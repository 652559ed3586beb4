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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hearth.batch.Batch;
import org.hearth.batch.Defects;
import org.hearth.batch.Format;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.evaluate.Evaluator;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.x12.SyntheticClaims;

/**
 * Time a file: the bare StAEDI read, read into claims, and {@code check} with 1 and 2 threads, on one generated 837I
 * file of 34X and 32X claims of which one in five has a defect. 25 MB unless told otherwise:
 *
 * <pre>{@code
 * mvn -B -Pbench -DskipTests test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-Xmx256m -XX:+UseSerialGC -cp %classpath org.hearth.bench.FileBenchmark 250"
 * }</pre>
 */
public final class FileBenchmark {

    private static final int CLAIMS_OF_A_SAMPLE = 1_000;
    private static final double DEFECTIVE = 0.2;

    private final Path file;
    private final Ruleset ruleset;
    private long claims;
    private double bare;

    private FileBenchmark(Path file, Ruleset ruleset) {
        this.file = file;
        this.ruleset = ruleset;
    }

    private interface Work {
        void run() throws Exception;
    }

    /** @param arguments the size of the file in megabytes; 25 without any */
    public static void main(String[] arguments) throws Exception {
        // as the program itself sets it
        Logger.getLogger("").setLevel(Level.OFF);
        int megabytes = arguments.length == 0 ? 25 : Integer.parseInt(arguments[0]);
        Ruleset ruleset = RulesetCompiler.compile(RulesetFiles.packaged());
        Path file = Files.createTempFile("hearth-benchmark", ".edi");
        try {
            FileBenchmark benchmark = new FileBenchmark(file, ruleset);
            benchmark.generate(megabytes);
            benchmark.measure();
        } finally {
            Files.delete(file);
        }
    }

    private void generate(int megabytes) throws IOException {
        long sample = write(OutputStream.nullOutputStream(), CLAIMS_OF_A_SAMPLE);
        claims = megabytes * 1_000_000L * CLAIMS_OF_A_SAMPLE / sample;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            write(out, (int) claims);
        }
        System.out.printf(Locale.ROOT, "%,d claims, %,d bytes; %d processors, %d MB of heap%n",
                claims, Files.size(file), Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private long write(OutputStream out, int count) throws IOException {
        Counted counted = new Counted(out);
        SyntheticClaims.write(counted, count, 20261123, ruleset.codes(), DEFECTIVE);
        return counted.bytes;
    }

    private void measure() throws Exception {
        // once for the compiler's sake
        check(1);
        readBare();
        bare = time("bare StAEDI read", this::readBare);
        time("read into claims", this::readClaims);
        time("check, 1 thread", () -> check(1));
        time("check, 2 threads", () -> check(2));
        System.out.println("peak resident memory: " + peak());
    }

    private double time(String what, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-18s %7.2f s %,10.0f claims/s  %5.2f times the bare read%n",
                what, seconds, claims / seconds, bare == 0 ? 1 : seconds / bare);
        return seconds;
    }

    private void readBare() throws Exception {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        // as the reader of claims has it
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        factory.setProperty(EDIInputFactory.EDI_IGNORE_EXTRANEOUS_CHARACTERS, true);
        try (InputStream in = open();
                EDIStreamReader reader = factory.createEDIStreamReader(in)) {
            long characters = 0;
            while (reader.hasNext()) {
                if (reader.next() == EDIStreamEvent.ELEMENT_DATA) {
                    characters += reader.getTextLength();
                }
            }
            if (characters == 0) {
                throw new IllegalStateException("nothing was read");
            }
        }
    }

    private void readClaims() throws IOException {
        try (InputStream in = open()) {
            Intake intake = Intakes.open(in, "synthetic.edi");
            long read = 0;
            while (!(intake.next() instanceof Intake.End)) {
                read++;
            }
            if (read != claims) {
                throw new IllegalStateException(read + " claims were read");
            }
        }
    }

    private void check(int threads) throws IOException {
        try (InputStream in = open();
                Batch batch = new Batch(
                        new Evaluator(() -> ruleset)::evaluate,
                        Defects::problem,
                        Format.NDJSON.to(Writer.nullWriter(), Writer.nullWriter()),
                        threads)) {
            batch.run(Intakes.open(in, "synthetic.edi"));
            if (batch.finish().defect()) {
                throw new IllegalStateException("a claim met a defect");
            }
        }
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .map(line -> line.substring("VmHWM:".length()).strip())
                        .orElse("unknown")
                : "unknown";
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
