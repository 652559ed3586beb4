package org.hearth.cli.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.data.DataFolder;
import org.hearth.x12.reading.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hearth history}, with synthetic claims. */
class HistoryCommandTest {

    private static final String MEMBER = "1EG4TE5MK73";

    @TempDir
    private Path temporary;

    private String dataFolder;
    private Path claims;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void folder() throws IOException {
        dataFolder = System.getProperty(DataFolder.PROPERTY);
        System.setProperty(DataFolder.PROPERTY, temporary.resolve("data").toString());
        claims = Files.writeString(
                temporary.resolve("received.edi"), Reading.resource("/x12/acknowledged/received.edi"));
    }

    @AfterEach
    void dataFolder() {
        System.setProperty(DataFolder.PROPERTY, dataFolder);
    }

    private static Run run(String in, String... arguments) {
        List<String> all = new ArrayList<>(List.of("history"));
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err));
        int status = HearthCommand.run(console, () -> {}, all.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    private Path resource(String name) throws IOException {
        return Files.writeString(temporary.resolve(name), Reading.resource("/x12/acknowledged/" + name));
    }

    private String here() {
        return temporary.resolve("history").toString();
    }

    private static Run ok(String... arguments) {
        Run run = run("", arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        return run;
    }

    @Test
    void isOffUntilItIsTurnedOn() {
        assertThat(ok("show").out()).startsWith("the history is off;");
        Run refused = run("", "sent", claims.toString());
        assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(refused.err()).contains("the history is off", "hearth history on");

        Path folder = temporary.resolve("data").resolve("history");
        assertThat(ok("on").out()).startsWith("the history is on, in " + folder);
        assertThat(ok("show").out()).isEqualTo("history in " + folder + "\nnothing is kept yet\n");
        assertThat(folder).doesNotExist();
        assertThat(ok("off").out()).startsWith("the history is off;");
        assertThat(ok("show").out()).startsWith("the history is off;");
    }

    @Test
    void keepsWhatWasSentAndNotWhatThePayerRejected() throws IOException {
        Run run = run(
                "",
                "sent",
                claims.toString(),
                "--acknowledgement",
                resource("277ca.edi").toString(),
                "--acknowledgement",
                resource("999.edi").toString(),
                "--on",
                "2025-04-06",
                "--history",
                here());

        assertThat(run.out())
                .isEqualTo(
                        """
                        kept as sent: 3 claims
                        rejected by the payer, and not kept: 3 claims: `C-2`, `C-3`, `C-6`
                        could not be read, and not kept: 1 claim
                        """);
        assertThat(run.err())
                .contains("`received.edi`, claim `C-4` cannot be read")
                .contains("the acknowledgements reject 1 more")
                .doesNotContain(MEMBER);
        // a claim and the file itself could not be read whole
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(ok("show", "--history", here()).out())
                .matches("(?s)history in .*\n3 claims, marked as sent from 2025-04-06 to 2025-04-06\n"
                        + "  key [0-9a-f]{16}: 3 claims\n");
    }

    @Test
    void keepsAFileOnceHoweverOftenItIsGiven() {
        run("", "sent", claims.toString(), "--on", "2025-04-06", "--history", here());
        Run again = run("", "sent", claims.toString(), "--history", here());

        assertThat(again.out())
                .startsWith("kept as sent: 0 claims\nkept before, and left as they were: 6 claims: `C-1`, ");
        assertThat(ok("show", "--history", here()).out()).contains("from 2025-04-06 to 2025-04-06");
    }

    @Test
    void keepsNothingIfAnAcknowledgementCannotBeRead() throws IOException {
        Path torn = Files.writeString(
                temporary.resolve("torn.edi"),
                Reading.resource("/x12/acknowledged/277ca.edi").substring(0, 2000));
        for (String acknowledgement : List.of(torn.toString(), claims.toString(), "none.edi")) {
            Run run = run("", "sent", claims.toString(), "--acknowledgement", acknowledgement, "--history", here());

            assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
            assertThat(run.err())
                    .startsWith("hearth: ")
                    .contains(Path.of(acknowledgement).getFileName().toString());
            assertThat(run.out()).isEmpty();
        }
        assertThat(temporary.resolve("history")).doesNotExist();
    }

    @Test
    void aClaimWithoutMemberIsToldAndNotKept() {
        Run run = run(
                "{\"claimId\":\"A\",\"typeOfBill\":\"0341\",\"statementFrom\":\"2025-03-01\","
                        + "\"statementThrough\":\"2025-03-30\",\"lines\":[{\"lineNumber\":1,\"revenueCode\":\"0420\"}]}",
                "sent",
                "-",
                "--history",
                here());

        assertThat(run.out())
                .isEqualTo("kept as sent: 0 claims\nwithout a member id or a billing provider, and not kept: 1 claim:"
                        + " `A`\n");
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void aDayToComeIsRefused() {
        Run run = run(
                "",
                "sent",
                claims.toString(),
                "--on",
                LocalDate.now().plusDays(2).toString(),
                "--history",
                here());

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("has not come yet");
    }

    @Test
    void aBeneficiaryIsShownAndForgottenByStandardInputAlone() {
        run("", "sent", claims.toString(), "--on", "2025-04-06", "--history", here());

        Run shown = run(MEMBER + "\n", "show", "--member", "--history", here());
        assertThat(shown.out())
                .contains("sent on 2025-04-06: 0329, 2025-03-01 to 2025-03-30, 2 lines, charge $450.10\n")
                .contains("1 line, charge $20.00\n")
                .endsWith("6 claims of this beneficiary\n")
                .doesNotContain(MEMBER);
        assertThat(run("", "show", "--member", "--history", here()).status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run(MEMBER, "forget", "--member", "--history", here()).out()).isEqualTo("forgotten: 6 claims\n");
        assertThat(ok("show", "--history", here()).out()).endsWith("nothing is kept\n");
    }

    @Test
    void whatIsOldIsForgotten() {
        run("", "sent", claims.toString(), "--on", "2025-04-06", "--history", here());

        assertThat(ok("forget", "--sent-before", "2025-04-06", "--history", here())
                        .out())
                .isEqualTo("forgotten: 0 claims\n");
        assertThat(ok("forget", "--older-than", "365", "--history", here()).out())
                .isEqualTo("forgotten: 6 claims\n");
        assertThat(run("", "forget", "--history", here()).status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run("", "forget", "--older-than", "-1", "--history", here()).status())
                .isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void whatIsExportedIsImportedWithItsKey() throws IOException {
        run("", "sent", claims.toString(), "--on", "2025-04-06", "--history", here());
        Path file = temporary.resolve("backup.ndjson");
        assertThat(ok("export", "--out", file.toString(), "--history", here()).out())
                .isEqualTo("written: 6 claims to " + file + "\n");
        assertThat(ok("export", "--history", here()).out()).isEqualTo(Files.readString(file));
        String other = temporary.resolve("other").toString();

        Run refused = run("", "import", file.toString(), "--history", other);
        assertThat(refused.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(refused.err()).contains("another key");
        Files.copy(
                temporary.resolve("history").resolve("key"),
                Files.createDirectory(temporary.resolve("third")).resolve("key"));
        String third = temporary.resolve("third").toString();
        assertThat(ok("import", file.toString(), "--history", third).out())
                .isEqualTo("kept: 6 claims; kept before: 0 claims\n");
        Run torn = run(
                Files.readString(file).lines().limit(3).reduce("", (all, line) -> all + line + "\n"),
                "import",
                "-",
                "--history",
                third);
        assertThat(torn.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(torn.out()).isEqualTo("kept: 0 claims; kept before: 2 claims\n");
        assertThat(torn.err()).contains("torn", "breaks off after 2 claims");
    }
}
