package org.hearth.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.hearth.batch.Minutes;
import org.hearth.json.InvalidMinutesException;
import org.hearth.json.MinutesReader;
import picocli.CommandLine.Option;

/** The options of every command that judges files of claims. */
final class BatchOptions {

    private static final int MOST_THREADS = 256;

    @Option(names = "--out", paramLabel = "FILE", description = "write there instead of standard output")
    private Path out;

    @Option(names = "--minutes", paramLabel = "FILE", description = "treatment minutes of the claims' lines, as JSON")
    private Path minutes;

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

    /** Whether minutes were given beside the claims. */
    boolean hasMinutes() {
        return minutes != null;
    }

    /** The minutes given beside the claims, or {@code null}; an input without which nothing is judged. */
    Minutes minutes() throws IOException {
        if (minutes == null) {
            return null;
        }
        try (InputStream in = Files.newInputStream(minutes)) {
            return new Minutes(MinutesReader.read(in));
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
