package org.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;

/** The shipped samples get exactly the answers that stand in src/test/resources/samples. */
class SamplesTest {

    private static final Path EXPECTED = Path.of("src/test/resources/samples");

    private static String answer(String format) {
        StringWriter out = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(out));
        int status = HearthCommand.run(console, () -> {}, "check", "--format", format, "src/main/resources/samples");
        assertThat(status).isEqualTo(ExitStatus.FINDINGS);
        return out.toString().replaceAll("\"ruleset\":\"[^\"]*\"", "\"ruleset\":\"…\"");
    }

    @Test
    void asText() throws Exception {
        assertThat(answer("text")).isEqualTo(Files.readString(EXPECTED.resolve("expected.txt")));
    }

    @Test
    void asNdjson() throws Exception {
        assertThat(answer("ndjson")).isEqualTo(Files.readString(EXPECTED.resolve("expected.ndjson")));
    }
}
