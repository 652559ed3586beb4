package org.hearth.cli.claims;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hearth.batch.Minutes;
import org.hearth.batch.Sidecars;
import org.hearth.beside.MinutesRows;
import org.hearth.cli.console.Reasons;
import org.hearth.data.Digest;
import org.hearth.json.InvalidMinutesException;
import picocli.CommandLine.Option;

/** The options by which something is given beside claims. */
public final class BesideOptions {

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

    /** The first option by which something was given beside the claims, or {@code null}. */
    String besideClaims() {
        if (minutes != null) {
            return "--minutes";
        }
        return context != null ? "--context" : eligibility.isEmpty() ? null : "--eligibility";
    }

    /** The files that are read. */
    List<Path> files() {
        List<Path> files = new ArrayList<>(eligibility);
        for (Path file : new Path[] {minutes, context}) {
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    /**
     * Stands for what is given beside the claims, each file by its option and content.
     *
     * @throws IOException if one cannot be read
     */
    List<String> named() throws IOException {
        List<String> named = new ArrayList<>();
        for (Path file : files()) {
            String option = file.equals(minutes) ? "minutes" : file.equals(context) ? "context" : "eligibility";
            named.add(option + " " + new Digest().add(Files.readAllBytes(file)).hex(32));
        }
        return named;
    }

    /** What is given beside the claims. Without the minutes nothing is judged; the others cost themselves alone. */
    public Sidecars sidecars() throws IOException {
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
