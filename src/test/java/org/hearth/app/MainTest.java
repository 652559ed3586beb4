package org.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hearth.cli.console.Console;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the command line is written, a service is one, and any other command is none. */
class MainTest {

    /** Before what the environment says, of which whoever runs the tests may have set anything; an empty value is none. */
    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.http.host", "0.0.0.0",
            "hearth.trust", "",
            "hearth.admin.token", "",
            "hearth.oidc.url", "",
            "quarkus.oidc.auth-server-url", "");

    private final Locale language = Locale.getDefault();
    private final Level level = Logger.getLogger("").getLevel();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> before = new HashMap<>();
    private boolean served;

    @TempDir
    private Path temporary;

    @BeforeEach
    void openToEverybody() {
        SETTINGS.forEach((key, value) -> before.put(key, System.setProperty(key, value)));
    }

    @AfterEach
    void asBefore() {
        before.forEach((key, value) -> {
            if (value == null) {
                System.clearProperty(key);
            } else {
                System.setProperty(key, value);
            }
        });
        Logger.getLogger("").setLevel(level);
        Locale.setDefault(language);
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
    void theLanguageOfTheMachineIsNotThatOfTheProgram() {
        Locale.setDefault(new Locale("tr", "TR"));

        run("tables", "show", "nothing");

        assertThat("INT".toLowerCase()).isEqualTo("int");
        assertThat(Locale.getDefault()).isEqualTo(Locale.US);
    }

    @Test
    void aCommandIsNoServiceForAnArgumentOfItsName() {
        assertThat(run("tables", "show", "serve")).isEqualTo(2);

        assertThat(err.toString()).doesNotContain("0.0.0.0");
        assertThat(Logger.getLogger("").getLevel()).as("nobody reads its log").isEqualTo(Level.OFF);
    }
}
