package org.hearth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of all settings. */
class SettingsTest {

    private static final Pattern NAME = Pattern.compile("\\bHEARTH_[A-Z_]*[A-Z]\\b");

    /** What the framework is told by a setting of ours, or a test has another value of. */
    private static final Pattern PROPERTY = Pattern.compile("\\bhearth\\.[a-z-]+(\\.[a-z-]+)*(?=[:}=])");

    @Test
    void everySettingThatTheProgramSpeaksOfIsOnThePageAndNoOther() throws IOException {
        SortedSet<String> spoken = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"));
                Stream<Path> job = Files.walk(Path.of("spark/src/main"))) {
            Stream.of(sources, job, Stream.of(Path.of("hearth"), Path.of("hearth.cmd")))
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .forEach(file -> names(file, spoken));
        }
        Matcher property = PROPERTY.matcher(Files.readString(Path.of("src/main/resources/application.properties")));
        while (property.find()) {
            spoken.add(property.group().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT));
        }

        SortedSet<String> listed = new TreeSet<>();
        names(Path.of("src/docs/settings.md"), listed);

        assertThat(listed).isEqualTo(spoken);
    }

    private static void names(Path file, SortedSet<String> names) {
        try {
            Matcher name = NAME.matcher(Files.readString(file, StandardCharsets.UTF_8));
            while (name.find()) {
                names.add(name.group());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
