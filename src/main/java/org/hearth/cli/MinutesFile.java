package org.hearth.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.hearth.batch.Minutes;
import org.hearth.json.InvalidMinutesException;
import org.hearth.json.MinutesReader;

/** The file that {@code --minutes} names. */
final class MinutesFile {

    private MinutesFile() {}

    /** The minutes beside the claims; an input without which nothing is judged. */
    static Minutes read(Path minutes) throws IOException {
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
