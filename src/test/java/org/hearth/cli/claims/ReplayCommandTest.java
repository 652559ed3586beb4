package org.hearth.cli.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.decision.LogSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hearth check} with a decision log, and {@code hearth replay} of it; the claims are the shipped, synthetic ones. */
class ReplayCommandTest {

    private static final String CLAIMS = "src/main/resources/samples/home-health-2025.ndjson";

    @TempDir
    private Path temporary;

    private Path log;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void named() {
        log = temporary.resolve("log");
        System.setProperty(LogSettings.LOG, log.toString());
    }

    @AfterEach
    void unnamed() {
        System.clearProperty(LogSettings.LOG);
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console =
                new Console(new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err));
        return new Run(HearthCommand.run(console, () -> {}, arguments), out.toString(), err.toString());
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            return files.filter(one -> one.toString().endsWith(".ndjson"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void whatACheckAnsweredIsProvedAgain() throws IOException {
        Run check = run("check", "--format", "ndjson", "--history", "none", "--threads", "3", CLAIMS);
        assertThat(check.err()).isEmpty();
        long claims = check.out().lines().count() - 1;
        assertThat(Files.readAllLines(file())).hasSize((int) claims);

        Run replay = run("replay", log.toString(), "--history", "none", "--claims", CLAIMS);

        assertThat(replay.err()).isEmpty();
        assertThat(replay.out().lines()).containsExactly(claims + " same", "the log has " + claims + " decisions");
        assertThat(replay.status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void anAnswerThatWasAnotherIsTold() throws IOException {
        run("check", "--history", "none", CLAIMS);
        List<String> lines = Files.readAllLines(file());
        Files.writeString(file(), lines.get(0).replaceFirst("\"answer\":\"..", "\"answer\":\"~~") + "\n");
        Files.write(file(), lines.subList(1, lines.size()), java.nio.file.StandardOpenOption.APPEND);

        Run replay = run("replay", file().toString(), "--history", "none", "--claims", CLAIMS);

        assertThat(replay.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(replay.out()).contains(": different; ", "1 different");
    }

    @Test
    void whatIsNotLoggedIsNotProved() {
        run("check", "--history", "none", CLAIMS);

        Run replay = run(
                "replay",
                log.toString(),
                "--history",
                "none",
                "--claims",
                "src/main/resources/samples/outpatient-therapy-2018.json");

        assertThat(replay.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(replay.out()).contains(": not logged", "1 not logged");
    }

    @Test
    void aLogThatIsNotThereIsTold() {
        Run replay = run("replay", temporary.resolve("none").toString(), "--claims", CLAIMS);

        assertThat(replay.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(replay.err()).contains("the key of the decision log is not there", "HEARTH_DECISION_KEY");
    }

    @Test
    void aLogThatCannotBeWrittenFailsNoCheck() throws IOException {
        Files.writeString(log, "a file where the folder should be");

        Run check = run("check", "--history", "none", CLAIMS);

        assertThat(check.out()).contains("claims checked");
        assertThat(check.err()).contains("the decision log in", "cannot be written, claims are judged nevertheless");
    }
}
