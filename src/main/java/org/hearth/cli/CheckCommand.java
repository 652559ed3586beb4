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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hearth.batch.Batch;
import org.hearth.batch.Defects;
import org.hearth.batch.Format;
import org.hearth.batch.Intake;
import org.hearth.batch.Minutes;
import org.hearth.batch.UnwritableException;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.Shown;
import org.hearth.json.InvalidMinutesException;
import org.hearth.json.MinutesReader;
import org.hearth.json.Problems;
import org.hearth.report.Tally;
import org.hearth.ruleset.Ruleset;
import org.hearth.x12.Acknowledgements;
import org.hearth.x12.ControlNumbers;
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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), ndjson, json, csv, html, 277ca or 999")
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

    @Option(
            names = "--control-number",
            paramLabel = "N",
            description = "number of the first interchange of a 277ca or 999 (default: by the clock)")
    private Integer controlNumber;

    @Mixin
    private RulesetOption ruleset;

    private boolean readerDefect;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Format chosen = format();
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UsageException("`" + threads + "` threads; write a number from 1 to " + MOST_THREADS);
        }
        if (chosen == Format.IMPLEMENTATION_ACKNOWLEDGEMENT && minutes != null) {
            throw new UsageException("a 999 judges no claim; leave `--minutes` out, or write `--format 277ca`");
        }
        Acknowledgements acknowledgements = acknowledgements();
        Minutes joined = minutes == null ? null : minutes();
        Ruleset compiled = ruleset.compile();
        Tally tally;
        try (Writer target = target();
                Progress progress = progress(chosen);
                Batch batch = new Batch(
                        new Evaluator(() -> compiled)::evaluate,
                        Defects::problem,
                        chosen.to(target, console.err(), acknowledgements),
                        threads)) {
            for (String file : files) {
                check(file, joined, progress, batch);
            }
            if (joined != null) {
                batch.run(joined.unmatched());
            }
            tally = batch.finish();
            flush(target);
        }
        return status(tally);
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
                Path given = Path.of(file);
                List<Path> paths =
                        Files.isDirectory(given) ? FolderFiles.of(given).files() : List.of(given);
                for (Path path : paths) {
                    total += Files.size(path);
                }
            } catch (IOException | InvalidPathException e) {
                // standard input, or what is told of when its turn comes
                return new Progress(console.err(), -1, LONG);
            }
        }
        return new Progress(console.err(), total, LONG);
    }

    private static void flush(Writer target) throws UnwritableException {
        try {
            target.flush();
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    private int status(Tally tally) {
        if (tally.defect() || readerDefect) {
            return ExitStatus.INTERNAL;
        }
        if (tally.problems() > 0 || !tally.whole()) {
            return ExitStatus.INPUT;
        }
        return tally.errors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private Format format() {
        return Format.of(format)
                .orElseThrow(() -> new UsageException("`" + format + "` is no format; write " + Format.labels()));
    }

    private Acknowledgements acknowledgements() {
        if (controlNumber == null) {
            return Acknowledgements.today();
        }
        try {
            return new Acknowledgements(Clock.systemDefaultZone(), ControlNumbers.from(controlNumber));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** The minutes beside the claims; an input without which nothing is judged. */
    private Minutes minutes() throws IOException {
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

    private Writer target() throws UnwritableException {
        if (out == null) {
            // standard output stays open for whoever called
            return new WholeLines(console.out(), false);
        }
        try {
            // not by a channel, which an interruption would close before what is whole is written
            return new WholeLines(
                    new PrintWriter(new OutputStreamWriter(new FileOutputStream(out.toFile()), StandardCharsets.UTF_8)),
                    true);
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    private void check(String file, Minutes joined, Progress progress, Batch batch) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            checkOne(file, null, () -> unclosed(console.in()), joined, progress, batch);
            return;
        }
        Path given;
        try {
            given = Path.of(file);
        } catch (InvalidPathException e) {
            broken(file, "this is no name of a file", batch);
            return;
        }
        if (!Files.isDirectory(given)) {
            checkFile(given, joined, progress, batch);
            return;
        }
        FolderFiles found = FolderFiles.of(given);
        for (Path path : found.files()) {
            String name = path.getFileName().toString();
            // what is hidden or a text about the claims is no claim
            if (!name.startsWith(".") && !name.endsWith(".md")) {
                checkFile(path, joined, progress, batch);
            }
        }
        for (FolderFiles.Unreadable unreadable : found.unreadable()) {
            broken(unreadable.path().toString(), Reasons.of(unreadable.why()), batch);
        }
    }

    private void checkFile(Path path, Minutes joined, Progress progress, Batch batch) throws IOException {
        checkOne(
                path.toString(),
                path.getFileName().toString(),
                () -> Files.newInputStream(path),
                joined,
                progress,
                batch);
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    /** @param file as the user knows it; {@code name} is what findings call it, without the folder */
    private void checkOne(String file, String name, Opening opening, Minutes joined, Progress progress, Batch batch)
            throws IOException {
        try (InputStream in = opening.open()) {
            Intake intake = batch.open(progress == null ? in : progress.of(in), name);
            batch.run(joined == null ? intake : joined.joinedTo(intake));
        } catch (UnwritableException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            broken(file, Reasons.of(e), batch);
        } catch (RuntimeException e) {
            readerDefect = true;
            broken(file, Defects.problem(e).detail(), batch);
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

    /** Says on standard error and in the answer that an input could not be read, or not to its end. */
    private void broken(String file, String reason, Batch batch) throws IOException {
        String message = Shown.value(file) + " cannot be read: " + reason;
        // a format that has no place for it in the answer says it on standard error itself
        if (format().tellsProblems()) {
            console.err().println("hearth: " + message);
        }
        Problems problem = Problems.of(400, "input not whole", reason);
        batch.run(() -> new Intake.End(file, problem));
    }
}
