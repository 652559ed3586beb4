package org.hearth.cli.claims;

import java.io.IOException;
import java.nio.file.Path;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.Target;
import org.hearth.cli.console.UsageException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that judges files of claims. */
public final class BatchOptions {

    private static final int MOST_THREADS = 256;

    @Option(names = "--out", paramLabel = "FILE", description = "write there instead of standard output")
    private Path out;

    @Mixin
    private BesideOptions beside;

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
    public int threads() {
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
    public Target target(Console console) throws IOException {
        return Target.of(out, console);
    }

    /** What is given beside the claims. */
    public BesideOptions beside() {
        return beside;
    }
}
