package org.hearth.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearth.batch.UnwritableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {

    @TempDir
    Path folder;

    private final StringWriter printed = new StringWriter();
    private final Console console =
            new Console(InputStream.nullInputStream(), new PrintWriter(printed), new PrintWriter(new StringWriter()));

    @Test
    void aRunThatBreaksOffLeavesTheOldAnswer() throws IOException {
        Path file = Files.writeString(folder.resolve("answer"), "old\n");

        try (Target target = Target.of(file, console)) {
            target.text().append("new\n".repeat(100_000));
        }
        assertThat(file).hasContent("old");
        try (Target target = Target.of(file, console)) {
            target.text().append("new\n");
            target.put();
        }
        assertThat(file).hasContent("new");
    }

    @Test
    void standardOutputGetsWhatThereIs() throws IOException {
        try (Target target = Target.of(null, console)) {
            target.text().append("one\ntwo\n");
        }
        assertThat(printed).hasToString("one\ntwo\n");
    }

    @Test
    void whereNothingCanBeWrittenTheRunEndsBeforeItBegins() {
        assertThatThrownBy(() -> Target.of(folder.resolve("none/answer"), console))
                .isInstanceOf(UnwritableException.class);
        assertThatThrownBy(() -> Target.of(folder, console)).isInstanceOf(UnwritableException.class);
    }
}
