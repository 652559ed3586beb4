package org.hearth.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter err = new StringWriter();

    private void read(Duration after, long total) throws IOException {
        try (Progress progress = new Progress(new PrintWriter(err), total, after)) {
            try (InputStream in = progress.of(new ByteArrayInputStream(new byte[3_000_000]))) {
                assertThat(in.read()).isZero();
                assertThat(in.readAllBytes()).hasSize(2_999_999);
            }
        }
    }

    @Test
    void workThatIsSoonDoneShowsNothing() throws IOException {
        read(Duration.ofMinutes(1), 3_000_000);

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void longWorkShowsHowMuchWasReadAndLeavesNoTrace() throws IOException {
        read(Duration.ZERO, 3_000_000);

        assertThat(err.toString()).contains("\rread 100%").contains("3/3 MB").endsWith("\r" + " ".repeat(79) + "\r");
    }

    @Test
    void aTotalThatNobodyKnowsIsNotMadeUp() throws IOException {
        read(Duration.ZERO, -1);

        assertThat(err.toString()).contains("\rread  ? % [").contains("] 3/? MB (");
    }
}
