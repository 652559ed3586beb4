package org.hearth.cli;

import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.batch.Batch;
import org.hearth.batch.Defects;
import org.hearth.batch.Format;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.batch.Minutes;
import org.hearth.batch.UnwritableException;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.InvalidMinutesException;
import org.hearth.json.MinutesReader;
import org.hearth.report.Tally;
import org.hearth.ruleset.Ruleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth check FILE...}: judges claims. */
@Command(
        name = "check",
        description = "Check claims: 837I files, JSON claims, NDJSON, folders of them; `-` is standard input.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";
    private static final int MOST_THREADS = 256;
    private static final Duration LONG = Duration.ofSeconds(3);

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "a file, a folder, or - for standard input")
    private List<String> files;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), ndjson, json, csv or html")
    private String format = "text";

    @Option(names = "--out", paramLabel = "FILE", description = "write there instead of standard output")
    private Path out;

    @Option(names = "--minutes", paramLabel = "FILE", description = "treatment minutes of the claims' lines, as JSON")
    private Path minutes;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many threads judge (default: one a processor); the answer is the same for any number")
    private int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);

    @Mixin
    private RulesetOption ruleset;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Format chosen = format();
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UsageException("`" + threads + "` threads; write a number from 1 to " + MOST_THREADS);
        }
        Minutes joined = minutes == null ? null : minutes();
        Ruleset compiled = ruleset.compile();
        boolean allRead = true;
        Tally tally;
        try (Writer target = target();
                Progress progress = progress(chosen);
                Batch batch = new Batch(
                        new Evaluator(() -> compiled)::evaluate,
                        Defects::problem,
                        chosen.to(target, console.err()),
                        threads)) {
            for (String file : files) {
                allRead &= check(file, joined, progress, batch);
            }
            if (joined != null) {
                batch.run(joined.unmatched());
            }
            tally = batch.finish();
        }
        return status(tally, allRead);
    }

    /** Only where a person looks on and the answer itself does not go by; else {@code null}. */
    private Progress progress(Format chosen) {
        boolean answerGoesBy = out == null && chosen != Format.HTML && console.outIsTerminal();
        if (!console.errIsTerminal() || answerGoesBy) {
            return null;
        }
        long total = 0;
        for (String file : files) {
            try {
                for (Path path : paths(file)) {
                    total += Files.size(path);
                }
            } catch (IOException e) {
                // standard input, or what is told of when its turn comes
                total = Long.MIN_VALUE;
            }
        }
        return new Progress(console.err(), Math.max(total, -1), LONG);
    }

    private static int status(Tally tally, boolean allRead) {
        if (tally.defect()) {
            return ExitStatus.INTERNAL;
        }
        if (!allRead || tally.problems() > 0 || !tally.whole()) {
            return ExitStatus.INPUT;
        }
        return tally.errors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private Format format() {
        try {
            return Format.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException("`" + format + "` is no format; write text, ndjson, json, csv or html");
        }
    }

    /** The minutes beside the claims; an input without which nothing is judged. */
    private Minutes minutes() throws IOException {
        try (InputStream in = Files.newInputStream(minutes)) {
            return new Minutes(MinutesReader.read(in));
        } catch (NoSuchFileException e) {
            throw new IOException("`" + minutes + "` cannot be read: there is no such file", e);
        } catch (InvalidMinutesException e) {
            String problems = e.problems().stream()
                    .map(problem -> "\n  " + (problem.pointer().isEmpty() ? "" : problem.pointer() + ": ")
                            + problem.message() + "; " + problem.fix())
                    .collect(Collectors.joining());
            throw new IOException("`" + minutes + "` cannot be used:" + problems, e);
        }
    }

    private Writer target() throws IOException {
        if (out == null) {
            // standard output stays open for whoever called
            return new WholeLines(console.out(), false);
        }
        // not by a channel, which an interruption would close before what is whole is written
        return new WholeLines(
                new PrintWriter(new OutputStreamWriter(new FileOutputStream(out.toFile()), StandardCharsets.UTF_8)),
                true);
    }

    private boolean check(String file, Minutes joined, Progress progress, Batch batch) throws IOException {
        boolean read = true;
        try {
            for (Path path : paths(file)) {
                read &= checkOne(path, joined, progress, batch);
            }
        } catch (UnwritableException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return unreadable(file, e);
        }
        return read;
    }

    /** The files of a folder in the order of their names; what is hidden or a text about the claims is no claim. */
    private static List<Path> paths(String file) throws IOException {
        Path path = Path.of(file);
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> walk = Files.walk(path)) {
            return new ArrayList<>(walk.filter(Files::isRegularFile)
                    .filter(one -> !one.getFileName().toString().startsWith("."))
                    .filter(one -> !one.getFileName().toString().endsWith(".md"))
                    .sorted()
                    .toList());
        }
    }

    private boolean checkOne(Path path, Minutes joined, Progress progress, Batch batch) throws IOException {
        boolean standardInput = path.toString().equals(STANDARD_INPUT);
        try (InputStream in = standardInput ? unclosed(console.in()) : Files.newInputStream(path)) {
            String name = standardInput ? null : path.getFileName().toString();
            Intake intake = Intakes.open(progress == null ? in : progress.of(in), name);
            batch.run(joined == null ? intake : joined.joinedTo(intake));
            return true;
        } catch (UnwritableException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return unreadable(path.toString(), e);
        }
    }

    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {
                // standard input is the caller's
            }
        };
    }

    private boolean unreadable(String file, IOException why) {
        String reason = why instanceof NoSuchFileException ? "there is no such file" : why.getMessage();
        console.err().println("hearth: `" + file + "` cannot be read: " + reason);
        return false;
    }
}
