package org.hearth.cli.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearth.batch.JoinedParts;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.Reasons;
import org.hearth.cli.console.Target;
import org.hearth.cli.console.UsageException;
import org.hearth.finding.Shown;
import org.hearth.json.PartLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth join FILE...}: puts the answers of {@code hearth check --shard} together. */
@Command(
        name = "join",
        description =
                "Join the answers of all parts of a run (`check --shard`) to the answer of `check` over all inputs.",
        mixinStandardHelpOptions = true)
public final class JoinCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "the answers of all parts, in any order")
    private List<Path> files;

    @Option(names = "--out", paramLabel = "FILE", description = "write there instead of standard output")
    private Path out;

    public JoinCommand(Console console) {
        this.console = console;
    }

    /** A part's answer. */
    private record Answer(Path file, PartLine last) {}

    @Override
    public Integer call() throws IOException {
        List<Answer> answers = new ArrayList<>();
        JoinedParts joined;
        try {
            for (Path file : files) {
                answers.add(new Answer(file, last(file)));
            }
            joined = new JoinedParts(answers.stream().map(Answer::last).toList());
        } catch (IOException e) {
            // a status of its own: that inputs were not whole is what a joined answer may come to
            throw new UsageException(e.getMessage());
        }
        answers.sort(Comparator.comparingInt(answer -> answer.last().part()));
        try (Target target = Target.of(out, console)) {
            for (Answer answer : answers) {
                copy(answer.file(), target.text());
            }
            target.text().append(joined.endLine()).append("\n");
            target.put();
        }
        return joined.status();
    }

    private static PartLine last(Path file) throws IOException {
        String last = "";
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        } catch (CharacterCodingException e) {
            // what is no text is no answer either
            last = "";
        } catch (IOException e) {
            throw new IOException(Shown.value(file.getFileName().toString()) + " cannot be read: " + Reasons.of(e), e);
        }
        return PartLine.of(last)
                .orElseThrow(
                        () -> new IOException(
                                Shown.value(file.getFileName().toString())
                                        + " is no whole answer of a part: its last line does not say which; run that part again"));
    }

    /** All lines but the last. */
    private static void copy(Path file, Appendable to) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                to.append(line).append('\n');
                line = next;
            }
        }
    }
}
