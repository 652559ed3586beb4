package org.hearth.cli.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixCommandTest {

    private static final String SAMPLE = "src/main/resources/samples/outpatient-therapy-0341.edi";

    @TempDir
    Path temporary;

    private record Run(int status, String out, String err) {}

    private static Run run(String input, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err));
        int status = HearthCommand.run(
                console,
                () -> {},
                Stream.concat(Stream.of("fix"), Stream.of(arguments).map(Object::toString))
                        .toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(temporary.resolve(name), text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesTheFileWithTheCertainMendAndSaysWhatItChanged() throws IOException {
        Path out = temporary.resolve("corrected.edi");
        Path log = temporary.resolve("changes.json");

        Run run = run("", SAMPLE, "--out", out, "--log", log, "--history", "none");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        """
                        claim `PCN-34X-0001`: 1 correction, now RTP, 1 finding
                        corrected HHT-301 line 1: revenue code `0420` on a 34X claim carries no `GP`
                          line 1, modifiers: none -> ["GP"]
                          - SV2*0420*HC:97110*120.00*UN*2**0
                          + SV2*0420*HC:97110:GP*120.00*UN*2**0

                        corrected HHT-301: once on 1 claim
                        left to you: HHT-512 functional reporting incomplete: once on 1 claim
                        1 claim was corrected; as they now stand, 3 claims checked: 2 clean, 1 with errors, 0 with warnings, \
                        0 with notes only; 1 finding; 0 unreadable
                        written to `%s`
                        """
                                .formatted(out));
        String sent = Files.readString(Path.of(SAMPLE));
        assertThat(Files.readString(out))
                .isEqualTo(sent.replace("SV2*0420*HC:97110*120.00*", "SV2*0420*HC:97110:GP*120.00*"))
                .isNotEqualTo(sent);
        assertThat(Files.readString(log))
                .isEqualTo(
                        """
                        {"changes":[
                        {"claim":2,"claimId":"PCN-34X-0001","because":["HHT-301"],"line":1,\
                        "why":"revenue code `0420` on a 34X claim carries no `GP`",\
                        "fields":[{"field":"/lines/0/modifiers","before":[],"after":["GP"]}],\
                        "segments":[{"before":"SV2*0420*HC:97110*120.00*UN*2**0","after":"SV2*0420*HC:97110:GP*120.00*UN*2**0"}]}
                        ],"left":[],"end":{"claims":3,"corrected":1,"changes":1,"left":0,"problems":0,"whole":true}}
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("changes.json", "corrected.edi");
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
    }

    @Test
    void aTrialWritesNothing() throws IOException {
        Run run = run("", SAMPLE, "--dry-run", "--log", temporary.resolve("changes.json"), "--history", "none");
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.out())
                .contains("  + SV2*0420*HC:97110:GP*120.00*UN*2**0\n")
                .endsWith(
                        "1 claim would be corrected; as they would then stand, 3 claims checked: 2 clean, 1 with errors,"
                                + " 0 with warnings, 0 with notes only; 1 finding; 0 unreadable; nothing was written\n");
        assertThat(names()).isEmpty();
    }

    @Test
    void claimsAsJsonKeepTheirText() throws IOException {
        String list = "[ {\"claimId\" : \"A\", \"typeOfBill\": \"0341\", \"statementFrom\": \"2026-03-01\",\n"
                + " \"statementThrough\": \"2026-03-31\", \"totalCharge\": 1.50,\n"
                + "   \"lines\": [ {\"revenueCode\": \"0420\", \"hcpcs\": \"97110\", \"procedureQualifier\":\"HC\","
                + " \"charge\": 1.50, \"units\": 1.0, \"serviceDate\": \"2026-03-02\"} ]},\n {\"claimId\": 7}\n]\n";
        Path out = temporary.resolve("corrected.json");

        Run run = run(list, "-", "--out", out, "--history", "none");

        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.err()).contains("hearth: a claim cannot be read");
        assertThat(Files.readString(out))
                .isEqualTo(list.replace(
                        "\"serviceDate\": \"2026-03-02\"}",
                        "\"serviceDate\": \"2026-03-02\", \"modifiers\": [\"GP\"]}"));
    }

    @Test
    void onlyWhatIsNamedIsMended() throws IOException {
        Path in = file(
                "march.edi",
                Files.readString(Path.of(SAMPLE))
                        .replace("HC:97110*120.00*", "HC:97110*120.00*")
                        .replace("SV2*0420*", "SV2*420*"));
        Run run = run("", in, "--dry-run", "--only", "hht-301", "--history", "none");
        assertThat(run.out()).contains("corrected HHT-301: once on 1 claim").contains("left to you: HHT-188");
    }

    @Test
    void correctionsThatSomebodyGaveAreMadeAndNoOthers() throws IOException {
        Path out = temporary.resolve("corrected.edi");
        Path corrections = file(
                "corrections.json",
                """
                {"claims": [{"claim": 2, "claimId": "PCN-34X-0001", "because": ["HHT-512"],
                  "patch": [{"op": "replace", "path": "/lines/0/units", "value": 3}]}]}
                """);
        Run run = run("", SAMPLE, "--out", out, "--corrections", corrections, "--history", "none");
        assertThat(run.out())
                .startsWith(
                        """
                        claim `PCN-34X-0001`: 1 correction, now RTP, 2 findings
                        corrected HHT-512
                          line 1, units: 2 -> 3
                          - SV2*0420*HC:97110*120.00*UN*2**0
                          + SV2*0420*HC:97110*120.00*UN*3**0
                        """);
        assertThat(Files.readString(out)).contains("SV2*0420*HC:97110*120.00*UN*3**0~");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'claims':[{'claim':1,'claimId':'PCN-34X-0001','patch':[{'op':'remove','path':'/lines/0'}]}]}"
                        + " | /claims/0/claimId: claim 1 of the input is `PCN-34X-0002`, not `PCN-34X-0001`",
                "{'claims':[{'claim':9,'patch':[{'op':'remove','path':'/lines/0'}]}]}"
                        + " | /claims/0/claim: the input has 3 claims, not 9",
                "{'claims':[{'claim':1,'patch':[{'op':'move','path':'/lines/0'}]}]}"
                        + " | /claims/0/patch/0/op: the operation is none that is made here",
                "{'claims':[{'claim':1,'patch':[{'op':'add','path':'/lines/0/units','value':'x'}]}]}"
                        + " | /claims/0/patch: claim `PCN-34X-0002`, `/lines/0/units`: it is no number",
                "{'claims':[{'claim':1,'patch':[{'op':'replace','path':'/totalCharge','value':1e999999999}]}]}"
                        + " | /claims/0/patch/0/value: the number is out of range",
                "{'claims':[{'claim':1,'patch':[{'op':'replace','path':'/totalCharge','value':1e99999}]}]}"
                        + " | /claims/0/patch/0/value: the number is out of range",
                "{'claims':[{'claim':1,'patch':[{'op':'replace','path':'/totalCharge','value':0e-99999}]}]}"
                        + " | /claims/0/patch/0/value: the number is out of range",
                "{'claims':[{'claim':1,'patch':[{'op':'add','path':'/lines/-','value':{'modifiers':[1,1e21]}}]}]}"
                        + " | /claims/0/patch/0/value/modifiers/1: the number is out of range",
                "{'claims':[{'claim':1,'patch':[{'op':'add','path':'/lines/-'}]}]}"
                        + " | /claims/0/patch/0/value: `value` is missing",
                "{'claims':[{'claim':1,'patch':[{'op':'replace','path':'/lines/0/units','value':null}]}]}"
                        + " | /claims/0/patch/0/value: `value` is missing",
                "{'claims':[{'claim':1,'patch':[]}]} | /claims/0/patch: the patch has no operation"
            })
    void correctionsThatDoNotFitAreMadeInNoPart(String corrections, String reason) throws IOException {
        Path file = file("corrections.json", corrections.replace('\'', '"'));
        Run run = run("", SAMPLE, "--out", temporary.resolve("o.edi"), "--corrections", file, "--history", "none");
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.err()).contains("cannot be used, so nothing was corrected:\n  " + reason);
        assertThat(names()).containsExactly("corrections.json");
    }

    /** A claim of another program may have a longer number than the guide has. */
    @Test
    void aClaimNumberOfAnyLengthIsCompared() throws IOException {
        String number = "N".repeat(45);
        Path in = file("long.edi", Files.readString(Path.of(SAMPLE)).replace("PCN-34X-0001", number));
        String corrections = "{'claims':[{'claim':2,'claimId':'" + number
                + "','patch':[{'op':'replace','path':'/lines/0/units','value':3}]}]}";
        Path file = file("corrections.json", corrections.replace('\'', '"'));
        Run run = run("", in, "--dry-run", "--corrections", file, "--history", "none");
        assertThat(run.out()).contains("+ SV2*0420*HC:97110*120.00*UN*3**0\n");
    }

    @Test
    void aThousandOperationsAClaimAreTaken() throws IOException {
        String one = "{'op':'replace','path':'/lines/0/units','value':3}";
        for (int count : new int[] {1_000, 1_001}) {
            String corrections = "{'claims':[{'claim':2,'patch':[" + (one + ",").repeat(count - 1) + one + "]}]}";
            Path file = file("corrections.json", corrections.replace('\'', '"'));
            Run run = run("", SAMPLE, "--dry-run", "--corrections", file, "--history", "none");
            assertThat(run.err().contains("/claims/0/patch: 1001 items, at most 1000 fit"))
                    .isEqualTo(count > 1_000);
            assertThat(run.status()).isEqualTo(count > 1_000 ? ExitStatus.INPUT : ExitStatus.FINDINGS);
        }
    }

    @Test
    void theInputIsNeverWrittenOver() throws IOException {
        Path in = Files.copy(Path.of(SAMPLE), temporary.resolve("march.edi"));
        Path link = Files.createSymbolicLink(temporary.resolve("link.edi"), in);
        for (Path out : List.of(in, link)) {
            Run run = run("", in, "--out", out);
            assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(run.err()).contains("is a file that is read; name another one to write");
        }
        assertThat(Files.readString(in)).isEqualTo(Files.readString(Path.of(SAMPLE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--corrections", "--minutes", "--context", "--eligibility"})
    void noFileThatIsReadIsWrittenOver(String option) throws IOException {
        Path read = file("read.json", "{}");
        for (String written : List.of("--out", "--log")) {
            String other = written.equals("--out") ? "--log" : "--out";
            Run run = run("", "-", option, read, written, read, other, temporary.resolve("other"));
            assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(run.err()).contains("is a file that is read; name another one to write");
        }
        assertThat(Files.readString(read)).isEqualTo("{}");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), file("old.json", "old"));
        assertThat(run("", SAMPLE, "--out", temporary.resolve("old.json"), "--log", link)
                        .err())
                .contains("`--out` and `--log` name one file");
        assertThat(run("", SAMPLE, "--out", temporary.resolve("new"), "--log", temporary.resolve("./new"))
                        .err())
                .contains("`--out` and `--log` name one file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only HHT-301 | name the file to write with `--out`, or write `--dry-run`",
                "--dry-run --only HHT-000 | `HHT-000` is no finding",
                "--dry-run --only HHT-219 | `HHT-219` has no certain mend"
            })
    void wrongUsageIsToldInWords(String arguments, String words) {
        Run run = run(
                "",
                Stream.concat(Stream.of(SAMPLE), Stream.of(arguments.split(" ")))
                        .toArray());
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains(words);
    }

    @Test
    void whatHoldsNoClaimWritesNoFile() throws IOException {
        Path in = file("neither.txt", "neither");
        Run run = run("", in, "--out", temporary.resolve("o.edi"), "--history", "none");
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.err()).contains("neither an 837I file nor claims as JSON");
        assertThat(names()).containsExactly("neither.txt");
        assertThat(run("", temporary.resolve("none.edi"), "--out", temporary.resolve("o.edi"), "--history", "none")
                        .err())
                .contains("cannot be read: there is no such file; nothing was written");
    }
}
