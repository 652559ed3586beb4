package org.hearth.cli;

import java.io.BufferedWriter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hearth.batch.Batch;
import org.hearth.batch.Format;
import org.hearth.batch.Intakes;
import org.hearth.batch.Tally;
import org.hearth.evaluate.Evaluator;
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

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "a file, a folder, or - for standard input")
    private List<String> files;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), ndjson, json or csv")
    private String format = "text";

    @Option(names = "--out", paramLabel = "FILE", description = "write there instead of standard output")
    private Path out;

    @Mixin
    private RulesetOption ruleset;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Format chosen = format();
        Ruleset compiled = ruleset.compile();
        boolean allRead = true;
        Tally tally;
        try (Writer target = target()) {
            Batch batch = new Batch(new Evaluator(() -> compiled), chosen.to(target));
            for (String file : files) {
                allRead &= check(file, batch);
            }
            tally = batch.close();
            target.flush();
        }
        if (chosen == Format.CSV && (tally.problems() > 0 || !tally.whole())) {
            console.err().println("hearth: " + tally.problems() + " claims could not be read; see --format text");
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
            throw new UsageException("`" + format + "` is no format; write text, ndjson, json or csv");
        }
    }

    private Writer target() throws IOException {
        if (out != null) {
            return Files.newBufferedWriter(out);
        }
        // standard output stays open for whoever called
        return new BufferedWriter(console.out()) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private boolean check(String file, Batch batch) {
        boolean read = true;
        try {
            for (Path path : paths(file)) {
                read &= checkOne(path, batch);
            }
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

    private boolean checkOne(Path path, Batch batch) {
        boolean standardInput = path.toString().equals(STANDARD_INPUT);
        try (InputStream in = standardInput ? unclosed(console.in()) : Files.newInputStream(path)) {
            String name = standardInput ? null : path.getFileName().toString();
            batch.run(Intakes.open(in, name));
            return true;
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
