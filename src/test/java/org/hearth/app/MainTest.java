package org.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hearth.cli.Console;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the command line is written, a service is one, and any other command is none. */
class MainTest {

    private static final String HOST = "quarkus.http.host";

    private final Level level = Logger.getLogger("").getLevel();
    private final StringWriter err = new StringWriter();
    private String host;
    private boolean served;

    @TempDir
    private Path temporary;

    @BeforeEach
    void openToEverybody() {
        host = System.setProperty(HOST, "0.0.0.0");
    }

    @AfterEach
    void asBefore() {
        if (host == null) {
            System.clearProperty(HOST);
        } else {
            System.setProperty(HOST, host);
        }
        Logger.getLogger("").setLevel(level);
    }

    private int run(String... arguments) {
        return Main.run(
                new Console(
                        InputStream.nullInputStream(), new PrintWriter(new StringWriter()), new PrintWriter(err, true)),
                () -> served = true,
                arguments);
    }

    @Test
    void aServiceThatIsOpenToEverybodyIsRefusedHoweverItIsAskedFor() throws Exception {
        Path word = Files.writeString(temporary.resolve("word"), "serve\n");
        Path nothing = Files.writeString(temporary.resolve("nothing"), "# what was here is gone\n");
        for (String[] arguments : new String[][] {{"serve"}, {"@" + word}, {"@" + nothing, "serve"}}) {
            err.getBuffer().setLength(0);

            assertThat(run(arguments)).as(String.join(" ", arguments)).isEqualTo(64);

            assertThat(err.toString())
                    .startsWith("hearth: the service is to listen at `0.0.0.0`")
                    .contains("HEARTH_TRUST=proxy");
            assertThat(served).isFalse();
            assertThat(Logger.getLogger("").getLevel())
                    .as("a service has a log")
                    .isEqualTo(level);
        }
    }

    @Test
    void aCommandIsNoServiceForAnArgumentOfItsName() {
        assertThat(run("tables", "show", "serve")).isEqualTo(2);

        assertThat(err.toString()).doesNotContain("0.0.0.0");
        assertThat(Logger.getLogger("").getLevel()).as("nobody reads its log").isEqualTo(Level.OFF);
    }
}
