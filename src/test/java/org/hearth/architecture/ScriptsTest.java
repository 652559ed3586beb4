package org.hearth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scripts that check and measure. */
class ScriptsTest {

    private static final Pattern ENDS_EARLY =
            Pattern.compile("(?<!\\|)\\|\\s*(grep\\s+(-\\S+\\s+)*(-\\w*[qm]|--quiet)|head\\b)");

    /**
     * What reads a pipe ends no sooner than what writes it: under {@code pipefail} a command that still writes to one that has found what it
     * looks for fails, on some days and not on others.
     */
    @Test
    void nothingReadsAPipeOnlyToItsFirstMatch() throws IOException {
        List<String> early;
        try (Stream<Path> scripts = Stream.of(".ci", "src/bench").flatMap(ScriptsTest::walk)) {
            early = scripts.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains("pipefail"))
                    .flatMap(file -> read(file)
                            .lines()
                            .filter(line -> ENDS_EARLY.matcher(line).find())
                            .map(line -> file + ": " + line.strip()))
                    .toList();
        }
        assertThat(early).isEmpty();
    }

    private static Stream<Path> walk(String folder) {
        try {
            return Files.walk(Path.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
