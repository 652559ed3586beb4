package org.hearth.cli.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eligibility answers given beside claims, all synthetic. */
class EligibilityTest {

    private static final String CLAIMS = "src/main/resources/samples/outpatient-therapy-0341.edi";
    private static final Path SAMPLE = Path.of("src/docs/samples/eligibility.271");

    @TempDir
    private Path folder;

    private int status;

    private String check(String... arguments) {
        StringWriter out = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(out));
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        status = HearthCommand.run(console, () -> {}, all);
        return out.toString();
    }

    private static List<String> findings(String text) {
        return Pattern.compile("(error|warning|note) (HHT-\\d{3} line \\d+|HHT-\\d{3})")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private Path changed(String from, String to) throws IOException {
        String text = Files.readString(SAMPLE);
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve("changed.271"), text.replace(from, to));
    }

    @Test
    void findsTherapyInsideAnAgencysOwnPeriod() {
        String text = check(CLAIMS, "--eligibility", SAMPLE.toString());

        assertThat(status).isEqualTo(ExitStatus.FINDINGS);
        assertThat(findings(text))
                .containsExactly(
                        "error HHT-301 line 1",
                        "error HHT-512 line 2",
                        "error HHT-104 line 1",
                        "error HHT-104 line 2",
                        "error HHT-104 line 3");
        assertThat(text)
                .contains(
                        "a period on file from 2026-03-01 through 2026-03-18, as Medicare's answer of 2026-11-29 shows")
                .contains(
                        "claims `PCN-34X-0002`, `PCN-34X-0001` have days that the answer for the member was not asked for")
                .doesNotContain("1EG4TE5MK73");
    }

    @Test
    void warnsWhereNoClaimHasReachedTheDay() throws IOException {
        Path unbilled = changed("DTP*193*D8*20260301~DTP*194*D8*20260318~", "");

        assertThat(findings(check(CLAIMS, "--eligibility", unbilled.toString())))
                .containsExactly(
                        "error HHT-301 line 1",
                        "error HHT-512 line 2",
                        "warning HHT-170 line 1",
                        "warning HHT-170 line 2",
                        "warning HHT-170 line 3");
    }

    @Test
    void takesTheLaterAnswerForAMemberAndSaysSo() throws IOException {
        Path none =
                changed("EB*X**42***26~DTP*472*RD8*20260301-20260318", "EB*X**48***26~DTP*472*RD8*20260301-20260318");
        Files.writeString(
                none,
                Files.readString(none)
                        .replace(
                                "DTP*472*RD8*20260301-20260318~DTP*193*D8*20260301~DTP*194*D8*20260318",
                                "DTP*435*RD8*20260301-20260318"));

        String text = check(CLAIMS, "--eligibility", SAMPLE.toString(), "--eligibility", none.toString());

        assertThat(findings(text)).containsExactly("error HHT-301 line 1", "error HHT-512 line 2");
        assertThat(text)
                .contains(
                        "the answer of 2026-11-29 for the member ending `MK73` takes the place of that of 2026-11-29");
    }

    @Test
    void saysWhichMembersNoClaimWasReadOf() throws IOException {
        String text = check(
                CLAIMS, "--eligibility", changed("1EG4TE5MK73", "1EG4TE5MK72").toString());

        assertThat(text).contains("one answer is for a member of whom no claim was read: ending `MK72`");
        assertThat(text).doesNotContain("1EG4TE5MK72");
        assertThat(findings(text)).containsExactly("error HHT-301 line 1", "error HHT-512 line 2");
    }

    @Test
    void judgesTheClaimsBesideAFileThatIsNoAnswer() {
        String text = check(CLAIMS, "--eligibility", CLAIMS);

        assertThat(status).isEqualTo(ExitStatus.INPUT);
        assertThat(text).contains("its transaction set is `837`");
        assertThat(findings(text)).containsExactly("error HHT-301 line 1", "error HHT-512 line 2");
    }

    @Test
    void letsTheClaimsOwnContextWin() throws IOException {
        Path claim = Files.writeString(
                folder.resolve("claim.json"),
                """
                {"claimId": "PCN-OWN", "typeOfBill": "0341", "statementFrom": "2026-03-02", "statementThrough": "2026-03-27",
                 "beneficiaryId": "1EG4TE5MK73", "billingProviderNpi": "1234567893",
                 "lines": [{"revenueCode": "0430", "procedureQualifier": "HC", "hcpcs": "97535", "modifiers": ["GO"],
                            "serviceDate": "2026-03-05", "units": 1, "charge": 60.00}],
                 "context": {"homeHealthPeriods": []}}
                """);

        assertThat(findings(check(claim.toString(), "--eligibility", SAMPLE.toString())))
                .doesNotContain("error HHT-104 line 1");
        Files.writeString(claim, Files.readString(claim).replace("\"homeHealthPeriods\": []", ""));
        assertThat(findings(check(claim.toString(), "--eligibility", SAMPLE.toString())))
                .contains("error HHT-104 line 1");
    }

    @Test
    void refusesAnAnswerBesideA999() {
        assertThat(check(CLAIMS, "--format", "999", "--eligibility", SAMPLE.toString()))
                .contains("leave `--eligibility` out");
        assertThat(status).isEqualTo(ExitStatus.USAGE);
    }

    /** A period of which the days are none may be another agency's: nobody says that there is none. */
    @Test
    void saysWhatWasNotCheckedOfAnAnswerThatCouldNotBeReadWhole() throws IOException {
        Path claim = Files.writeString(
                folder.resolve("claim.json"),
                """
                {"claimId": "PCN-OWN", "typeOfBill": "0341", "statementFrom": "2026-10-05", "statementThrough": "2026-10-20",
                 "beneficiaryId": "1EG4TE5MK73", "billingProviderNpi": "1234567893",
                 "lines": [{"revenueCode": "0430", "procedureQualifier": "HC", "hcpcs": "97535", "modifiers": ["GO"],
                            "serviceDate": "2026-10-06", "units": 1, "charge": 60.00}]}
                """);
        Path broken = changed("20261004-20261102", "20261004-20261302");

        assertThat(check(claim.toString(), "--eligibility", SAMPLE.toString()))
                .doesNotContain("periods of other agencies");
        assertThat(check(claim.toString(), "--eligibility", broken.toString())).contains("periods of other agencies");
    }
}
