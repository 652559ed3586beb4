package org.hearth.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.hearth.batch.Minutes;
import org.hearth.batch.Sidecars;
import org.hearth.batch.UnwritableException;
import org.hearth.beside.MinutesRows;
import org.hearth.json.InvalidMinutesException;
import picocli.CommandLine.Option;

/** The options of every command that judges files of claims. */
final class BatchOptions {

    private static final int MOST_THREADS = 256;

    @Option(names = "--out", paramLabel = "FILE", description = "write there instead of standard output")
    private Path out;

    @Option(
            names = "--minutes",
            paramLabel = "FILE",
            description = "treatment minutes of the claims' lines, as JSON, CSV or xlsx")
    private Path minutes;

    @Option(
            names = "--context",
            paramLabel = "FILE",
            description = "what no claim says, by claim or member id, as JSON, CSV or xlsx")
    private Path context;

    @Option(
            names = "--eligibility",
            paramLabel = "FILE",
            description = "Medicare's eligibility answers (271), by member id; may be given again")
    private List<Path> eligibility = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many threads judge (default: one a processor); the answer is the same for any number")
    private int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);

    /**
     * How many threads judge.
     *
     * @throws UsageException if the number makes no sense
     */
    int threads() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UsageException("`" + threads + "` threads; write a number from 1 to " + MOST_THREADS);
        }
        return threads;
    }

    /** Whether the answer goes to standard output. */
    boolean toStandardOutput() {
        return out == null;
    }

    /** Where the answer goes. */
    Writer target(Console console) throws IOException {
        return WholeLines.to(out, console);
    }

    /** Where an answer goes that is bytes: into the file that was named. */
    OutputStream bytes() throws IOException {
        try {
            return new BufferedOutputStream(Files.newOutputStream(out));
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    /** The first option by which something was given beside the claims, or {@code null}. */
    String besideClaims() {
        if (minutes != null) {
            return "--minutes";
        }
        return context != null ? "--context" : eligibility.isEmpty() ? null : "--eligibility";
    }

    /** What is given beside the claims. Without the minutes nothing is judged; the others cost themselves alone. */
    Sidecars sidecars() throws IOException {
        Sidecars sidecars = new Sidecars();
        if (minutes != null) {
            sidecars.minutes(readMinutes());
        }
        if (context != null) {
            read(context, sidecars.contexts()::add);
        }
        for (Path file : eligibility) {
            read(file, sidecars.eligibility()::add);
        }
        return sidecars;
    }

    private interface Taker {
        void take(String name, InputStream in) throws IOException;
    }

    private static void read(Path file, Taker taker) throws IOException {
        Path name = file.getFileName();
        try (InputStream in = Files.newInputStream(file)) {
            taker.take(name == null ? file.toString() : name.toString(), in);
        } catch (IOException e) {
            throw new IOException("`" + file + "` cannot be read: " + Reasons.of(e), e);
        }
    }

    private Minutes readMinutes() throws IOException {
        try (InputStream in = Files.newInputStream(minutes)) {
            return new Minutes(MinutesRows.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new IOException("`" + minutes + "` cannot be read: " + Reasons.of(e), e);
        } catch (InvalidMinutesException e) {
            String problems = e.problems().stream()
                    .map(problem -> "\n  " + (problem.pointer().isEmpty() ? "" : problem.pointer() + ": ")
                            + problem.message() + "; " + problem.fix())
                    .collect(Collectors.joining());
            throw new IOException("`" + minutes + "` cannot be used:" + problems, e);
        }
    }
}
