package org.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.FolderFiles;
import org.hearth.cli.console.Reasons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HearthCommandTest {

    private static final String SAMPLES = "src/main/resources/samples/";

    @TempDir
    Path temporary;

    private record Run(int status, String out, String err) {}

    private static Run run(String input, String... arguments) {
        return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    private static Run run(InputStream input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(input, new PrintWriter(out), new PrintWriter(err));
        int status = HearthCommand.run(console, () -> {}, arguments);
        return new Run(status, out.toString(), err.toString());
    }

    @Test
    void aClaimWithADefectEndsInOne() {
        Run run = run("", "check", SAMPLES + "outpatient-therapy-2018.json");
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.out()).contains("error HHT-301 line 1: revenue code `0420` on a 34X claim carries no `GP`");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void standardInputIsReadOnADash() throws Exception {
        String claim = Files.readString(Path.of(SAMPLES + "outpatient-therapy-2018.json"));
        Run run = run(claim, "check", "-", "--format", "ndjson");
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.out()).endsWith("{\"end\":{\"claims\":1,\"problems\":0,\"whole\":true}}\n");
    }

    @Test
    void explainsWhereThereIsAPlaceForIt() {
        assertThat(run("", "check", SAMPLES + "outpatient-therapy-2018.json", "--explain")
                        .out())
                .contains("  why   line 1 meets rule HHT-301 missing discipline modifier\n");
        Run csv = run("", "check", SAMPLES + "outpatient-therapy-2018.json", "--explain", "--format", "csv");
        assertThat(csv.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(csv.err()).contains("`--explain` has no place in the format `csv`; write text, ndjson or json");
    }

    @Test
    void tellsWhyNot() {
        Run run = run("", "explain", "--why-not", "hht-301", "--claim", SAMPLES + "outpatient-therapy-2018.json");
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(run.out())
                .startsWith("claim `PCN-34X-0001`: RTP, 1 finding\nerror HHT-301 line 1: ")
                .endsWith(
                        "line 2: rule HHT-301 missing discipline modifier does not hold: how many: the"
                                + " modifiers on the line that name a discipline, in force on its date: `1`, and it asks for 0\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void tellsWhyNotOfTheClaimThatIsAskedFor() {
        String file = SAMPLES + "home-health-2025.ndjson";
        String all = run("", "explain", "HHT-105", "--why-not", "--claim", file).out();
        String first = all.substring(all.indexOf('`') + 1, all.indexOf('`', all.indexOf('`') + 1));
        assertThat(run("", "explain", "HHT-105", "--why-not", "--claim", file, "--claim-id", first)
                        .out())
                .startsWith("claim `" + first + "`: ")
                .hasSizeLessThan(all.length());
        Run none = run("", "explain", "HHT-105", "--why-not", "--claim", file, "--claim-id", "NOBODY");
        assertThat(none)
                .isEqualTo(new Run(
                        ExitStatus.INPUT,
                        "",
                        "hearth: there is no claim `NOBODY` in `" + file + "`" + System.lineSeparator()));
    }

    @Test
    void tellsWhyNotOnlyOfWhatCanBeAsked() throws Exception {
        String file = SAMPLES + "outpatient-therapy-2018.json";
        Run unknown = run("", "explain", "--why-not", "HHT-999", "--claim", file);
        assertThat(unknown.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(unknown.err()).contains("there is no finding `HHT-999`; `hearth explain` lists them all");
        Run noClaim = run("", "explain", "--why-not", "HHT-301");
        assertThat(noClaim.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(noClaim.err()).contains("hearth explain --why-not HHT-301 --claim FILE");
        assertThat(run("", "explain", "HHT-301", "--claim", file).status()).isEqualTo(ExitStatus.USAGE);
        Run noFile = run("", "explain", "--why-not", "HHT-301", "--claim", "no-such.json");
        assertThat(noFile.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(noFile.err()).contains("`no-such.json` cannot be read");
        Path broken = Files.writeString(temporary.resolve("broken.json"), "{\"claimId\": \"BAD\"}");
        Run unread = run("", "explain", "--why-not", "HHT-301", "--claim", broken.toString());
        assertThat(unread.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(unread.err()).contains("claim `BAD` in `" + broken + "` cannot be read");
    }

    @Test
    void anEmptyArrayIsNoCleanAnswer() {
        Run run = run("[]", "check", "-", "--format", "json");
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.out()).contains("the input holds no claim");
    }

    @Test
    void theAnswerGoesWhereItIsTold() throws Exception {
        Path out = temporary.resolve("answer.csv");
        Run run = run("", "check", SAMPLES, "--format", "csv", "--out", out.toString());
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(out)).startsWith("claim,line,id,");
    }

    @Test
    void whatCannotBeReadEndsInTwoAndCostsOnlyItself() {
        Run run = run(
                "{\"claimId\": \"BAD\"}\n", "check", "-", "no-such-file.edi", SAMPLES + "outpatient-therapy-2018.json");
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.out()).contains("claim `BAD`: UNREADABLE").contains("claim `PCN-34X-0001`: RTP");
        assertThat(run.err()).isEqualTo("hearth: `no-such-file.edi` cannot be read: there is no such file\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "ndjson", "json", "csv", "html", "277ca", "999"})
    void anInputThatIsNotThereShowsInTheAnswer(String format) {
        Run run = run("", "check", "no-such-file.edi", "--format", format);
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        // what has no first sentence in the answer is said beside it
        boolean saidBeside = List.of("json", "csv").contains(format);
        assertThat(run.err())
                .startsWith("hearth: `no-such-file.edi` cannot be read")
                .hasLineCount(saidBeside ? 2 : 1);
        if (saidBeside) {
            assertThat(run.err().lines().skip(1))
                    .containsExactly("hearth: nothing was checked; an input could not be read");
        }
        if (format.equals("ndjson")) {
            assertThat(run.out())
                    .isEqualTo("{\"claimId\":null,\"problem\":{\"type\":\"about:blank\",\"title\":\"input not whole\","
                            + "\"status\":400,\"detail\":\"there is no such file\"}}\n"
                            + "{\"end\":{\"claims\":0,\"problems\":0,\"whole\":false}}\n");
        } else if (List.of("277ca", "999").contains(format)) {
            assertThat(run.out()).isEmpty();
        } else {
            assertThat(run.out()).contains("there is no such file");
        }
        if (List.of("text", "html").contains(format)) {
            assertThat(run.out())
                    .containsIgnoringCase("nothing was checked")
                    .doesNotContain("clean,", "Claims checked");
        }
    }

    @Test
    void aWorkbookGoesIntoAFileAndSaysWhatItLacks() throws Exception {
        Path out = temporary.resolve("claims.xlsx");
        Run unnamed = run("", "check", SAMPLES, "--format", "xlsx");
        assertThat(unnamed.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(unnamed.err()).contains("name its file, such as `--out claims.xlsx`");

        Run run = run("{\"claimId\": \"BAD\"}\n", "check", "-", "--format", "xlsx", "--out", out.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("hearth: nothing was checked; 0 of 1 claim could be read; 1 unreadable\n");
        assertThat(Files.readAllBytes(out)).startsWith('P', 'K');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK\u0003\u0004zip", "%PDF-1.7", "ISA*835", "[]"})
    void whereNothingWasCheckedNothingIsCalledClean(String input) throws Exception {
        Path out = temporary.resolve("answer");
        for (String format : List.of("text", "html", "csv", "xlsx", "json", "ndjson")) {
            Run run = run(input, "check", "-", "--format", format, "--out", out.toString());
            assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
            assertThat(run.err()).as(format).contains("hearth: nothing was checked; an input could not be read");
            if (format.equals("text")) {
                assertThat(Files.readString(out)).startsWith("nothing was checked; an input could not be read\n");
            } else if (format.equals("html")) {
                assertThat(Files.readString(out))
                        .contains("<h1>Nothing was checked</h1>\n<p class=\"error\">nothing was");
            }
        }
    }

    @Test
    void a277caAnswersAnd999Judges() throws Exception {
        Path out = temporary.resolve("answer.277");
        Run claims = run("", "check", SAMPLES, "--format", "277CA", "--control-number", "7", "--out", out.toString());
        assertThat(claims.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(claims.out()).isEmpty();
        assertThat(claims.err().lines())
                .containsExactly(
                        "hearth: `home-health-2025.ndjson` is not answered: these are claims as JSON, and a 277CA answers"
                                + " 837I files only; send the 837I file, or ask for another format",
                        "hearth: `outpatient-therapy-2018.json` is not answered: these are claims as JSON, and a 277CA"
                                + " answers 837I files only; send the 837I file, or ask for another format");
        assertThat(Files.readString(out).lines().filter(line -> line.startsWith("IEA")))
                .containsExactly("IEA*1*000000007~", "IEA*1*000000008~");

        Run one = run(
                Files.readString(Path.of(SAMPLES + "outpatient-therapy-0341.edi")), "check", "-", "--format", "277ca");
        assertThat(one.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(one.out()).startsWith("ISA*00*").endsWith("~\n");
        Run syntax = run("", "check", SAMPLES + "outpatient-therapy-0341.edi", "--format", "999");
        assertThat(syntax.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(syntax.out()).contains("\nAK9*A*3*3*3~\n");
        assertThat(syntax.err()).isEmpty();
    }

    @Test
    void acknowledgementsAreAskedForRightly() {
        String file = SAMPLES + "outpatient-therapy-0341.edi";
        Run number = run("", "check", file, "--format", "999", "--control-number", "0");
        assertThat(number)
                .isEqualTo(new Run(ExitStatus.USAGE, "", "hearth: a control number is 1 to 999999999, not 0\n"));
        Run minutes = run("", "check", file, "--format", "999", "--minutes", "m.json");
        assertThat(minutes.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(minutes.err())
                .isEqualTo("hearth: a 999 judges no claim; leave `--minutes` out, or write `--format 277ca`\n");
        Run format = run("", "check", file, "--format", "837");
        assertThat(format.err())
                .isEqualTo("hearth: `837` is no format; write text, ndjson, json, csv, xlsx, html, 277ca or 999\n");
    }

    @Test
    void aTornGzipShowsInTheAnswer() throws Exception {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write(Files.readAllBytes(Path.of(SAMPLES + "outpatient-therapy-2018.json")));
        }
        for (int length : new int[] {5, whole.size() / 2, whole.size() - 9}) {
            Path torn = temporary.resolve("torn.json.gz");
            Files.write(torn, Arrays.copyOf(whole.toByteArray(), length));
            Run run = run("", "check", torn.toString(), "--format", "ndjson");
            assertThat(run.status()).as("%d bytes", length).isEqualTo(ExitStatus.INPUT);
            assertThat(run.out()).as("%d bytes", length).endsWith(",\"whole\":false}}\n");
        }
    }

    @Test
    void everyMemberOfAGzipIsReadFromAPipe() throws Exception {
        String claim = Files.readString(Path.of(SAMPLES + "outpatient-therapy-2018.json"));
        List<InputStream> members = new ArrayList<>();
        for (String id : List.of("FIRST", "SECOND", "THIRD")) {
            ByteArrayOutputStream member = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
                gzip.write(claim.replace("PCN-34X-0001", id).getBytes(StandardCharsets.UTF_8));
            }
            members.add(new ByteArrayInputStream(member.toByteArray()));
        }
        InputStream pipe = new FilterInputStream(new SequenceInputStream(Collections.enumeration(members))) {
            @Override
            public int available() {
                return 0;
            }
        };
        Run run = run(pipe, "check", "-", "--format", "ndjson");
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.out())
                .contains("\"claimId\":\"FIRST\"", "\"claimId\":\"SECOND\"", "\"claimId\":\"THIRD\"")
                .endsWith("\"whole\":true}}\n");
    }

    @Test
    void aDefectWhileReadingCostsThatInputAndTellsNothingOfIt() {
        InputStream defective = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("1EG4TE5MK73");
            }
        };
        Run run = run(defective, "check", "-", SAMPLES + "outpatient-therapy-2018.json", "--format", "ndjson");
        assertThat(run.status()).isEqualTo(ExitStatus.INTERNAL);
        assertThat(run.out())
                .contains("\"claimId\":\"PCN-34X-0001\",\"ruleset\"")
                .endsWith("\"whole\":false}}\n");
        assertThat(run.out() + run.err()).doesNotContain("1EG4TE5MK73");
    }

    @Test
    void anOutputThatCannotBeWrittenFailsLoudly() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        for (String[] arguments : new String[][] {
            {"check", SAMPLES}, {"check", SAMPLES, "--format", "html"}, {"explain"}, {"tables", "check"}, {"--version"}
        }) {
            StringWriter err = new StringWriter();
            Console console = new Console(InputStream.nullInputStream(), new PrintWriter(full), new PrintWriter(err));
            assertThat(HearthCommand.run(console, () -> {}, arguments))
                    .as("%s", List.of(arguments))
                    .isEqualTo(ExitStatus.INTERNAL);
            assertThat(err.toString()).contains("cannot be written: ").hasLineCount(1);
        }
    }

    @Test
    void aFolderForTheAnswerThatIsNotThereIsNoFaultOfTheInput() {
        Path out = temporary.resolve("none/answer.txt");
        Run run = run("", "check", SAMPLES, "--out", out.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.INTERNAL);
        assertThat(run.err())
                .startsWith("hearth: the answer cannot be written: " + out)
                .hasLineCount(1);
    }

    @Test
    void aNameThatNoFileCanHaveCostsNoOtherFile() {
        Run run = run("", "check", "a\0b", SAMPLES + "outpatient-therapy-2018.json");
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.out()).contains("claim `PCN-34X-0001`: RTP");
        assertThat(run.err()).hasLineCount(1).endsWith(" cannot be read: this is no name of a file\n");
    }

    @Test
    void aFolderThatCannotBeReadCostsNoOtherFile() throws Exception {
        FolderFiles found = new FolderFiles(temporary);
        Path closed = temporary.resolve("closed");
        assertThat(found.visitFileFailed(closed, new AccessDeniedException(closed.toString())))
                .isEqualTo(FileVisitResult.CONTINUE);
        assertThat(found.unreadable()).extracting(FolderFiles.Unreadable::path).containsExactly(closed);
        assertThat(Reasons.of(found.unreadable().get(0).why())).isEqualTo("you may not read it");
    }

    @Test
    void aLinkToAFolderIsReadAsThatFolderUnderItsOwnName() throws Exception {
        Path month = Files.createDirectories(temporary.resolve("2026-11"));
        Files.copy(Path.of(SAMPLES + "outpatient-therapy-2018.json"), month.resolve("a.json"));
        Path other = Files.createDirectories(month.resolve("inner"));
        Files.createSymbolicLink(other.resolve("again"), month);
        Path current = Files.createSymbolicLink(temporary.resolve("current"), month);
        Run run = run("", "check", current.toString(), "--format", "ndjson");
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.out()).containsOnlyOnce("\"claimId\":\"PCN-34X-0001\"");
        assertThat(FolderFiles.of(current).files()).containsExactly(current.resolve("a.json"));
    }

    @Test
    void anInputOfNoKnownKindSaysSo() {
        Run run = run("neither", "check", "-");
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.out()).contains("it begins with neither `ISA` nor `{` nor `[`");
    }

    @Test
    void anUnusableRulesetEndsInThree() throws Exception {
        assertThat(run("", "check", "--ruleset", temporary.toString(), SAMPLES).status())
                .isEqualTo(ExitStatus.RULESET);
        Files.createDirectories(temporary.resolve("rules"));
        Files.createDirectories(temporary.resolve("decision-tables"));
        Files.writeString(temporary.resolve("decision-tables/broken.drl.xlsx"), "no workbook");
        Run run = run("", "check", "--ruleset", temporary.toString(), SAMPLES);
        assertThat(run.status()).isEqualTo(ExitStatus.RULESET);
        assertThat(run.err())
                .contains("broken.drl.xlsx: this is not a workbook that can be read; save it as an Excel workbook");
    }

    @Test
    void minutesBesideTheClaimsAreJoined() throws Exception {
        Path minutes = temporary.resolve("minutes.json");
        Files.writeString(
                minutes,
                """
                {"claims": [{"claimId": "PCN-34X-0002", "lines": [
                  {"lineNumber": 2, "minutes": 15}, {"lineNumber": 3, "minutes": 10}, {"lineNumber": 9, "minutes": 1}]},
                 {"claimId": "PCN-0", "lines": [{"lineNumber": 1, "minutes": 15}]}]}
                """);
        Run run = run(
                "",
                "check",
                SAMPLES + "outpatient-therapy-0341.edi",
                "--minutes",
                minutes.toString(),
                "--format",
                "ndjson",
                "--threads",
                "2");
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(6);
        assertThat(run.out().lines().toList().get(0))
                .contains("\"serviceDate\":\"2022-03-07\",\"discipline\":\"PT\",\"timedMinutes\":15,");
        assertThat(run.out().lines().toList().get(1))
                .isEqualTo("{\"claimId\":\"PCN-34X-0002\",\"problem\":{\"type\":\"urn:hearth:problem:unused-minutes\","
                        + "\"title\":\"unused minutes\",\"status\":422,\"detail\":\"minutes for claim `PCN-34X-0002`"
                        + " could not be used\",\"errors\":[{\"pointer\":\"/claims/0/lines/2\",\"message\":\"the claim"
                        + " has no line `9`\",\"fix\":\"correct the number, or leave the line out\"}]}}");
        assertThat(run.out()).endsWith("{\"end\":{\"claims\":3,\"outOfOrder\":1,\"problems\":2,\"whole\":true}}\n");

        Run asText = run("", "check", SAMPLES + "outpatient-therapy-0341.edi", "--minutes", minutes.toString());
        assertThat(asText.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(asText.err())
                .isEqualTo("hearth: minutes for claim `PCN-34X-0002` not used: /claims/0/lines/2: the claim has no line"
                        + " `9`; correct the number, or leave the line out\n"
                        + "hearth: minutes for claim `PCN-0` not used: /claims/1: no claim `PCN-0` was read; correct"
                        + " `claimId`, or check the file that holds the claim too\n");
    }

    @Test
    void minutesThatCannotBeReadStopEverything() throws Exception {
        Path minutes = temporary.resolve("minutes.json");
        Files.writeString(minutes, "{\"claims\": [{\"claimId\": \"A\", \"lines\": [{\"lineNumber\": 1}]}]}");
        Run run = run("", "check", SAMPLES, "--minutes", minutes.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("hearth: `" + minutes + "` cannot be used:\n"
                        + "  /claims/0/lines/0/minutes: `minutes` is missing; add `minutes`\n");
        assertThat(run("", "check", SAMPLES, "--minutes", "no-such.json").err())
                .isEqualTo("hearth: `no-such.json` cannot be read: there is no such file\n");
    }

    @Test
    void aPageIsWrittenWhole() throws Exception {
        Path page = temporary.resolve("report.html");
        Run run = run("", "check", SAMPLES, "--format", "html", "--out", page.toString());
        assertThat(run).isEqualTo(new Run(ExitStatus.FINDINGS, "", ""));
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n")
                .contains("7 claims checked: 4 clean, 3 with errors")
                .endsWith("</html>\n");
    }

    @Test
    void everyCommandThatTheUsageTellsOfIsFoundByItsName() {
        String usage = run("").err();
        List<String> names = usage.substring(usage.indexOf("Commands:"))
                .lines()
                .filter(line -> line.matches(" {2}[a-z]+ .*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();

        assertThat(names).hasSize(13).contains("check", "tables", "serve");
        for (String name : names) {
            Run run = run("", name, "--help");
            assertThat(run.status()).as(name).isEqualTo(ExitStatus.CLEAN);
            assertThat(run.out()).startsWith("Usage: hearth " + name + " ");
        }
    }

    @Test
    void wrongUsageEndsInSixtyFour() {
        assertThat(run("").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run("", "chekc").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run("", "check").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run("", "check", SAMPLES, "--format", "pdf").err())
                .isEqualTo("hearth: `pdf` is no format; write text, ndjson, json, csv, xlsx, html, 277ca or 999\n");
        assertThat(run("", "check", SAMPLES, "--threads", "0").err())
                .isEqualTo("hearth: `0` threads; write a number from 1 to 256\n");
        assertThat(run("", "explain", "HHT-000").status()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void explainPrintsThePageOfAFinding() {
        Run run = run("", "explain", "hht-301");
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(run.out())
                .startsWith("# HHT-301 missing discipline modifier\n\nRTP: the payer would send the claim back")
                .contains("CARC 4; 277CA A7:453", "\nsee also: HHT-303, HHT-306, HHT-308", "## How to mend it")
                .contains(
                        """
                        ### A physical therapy line without its modifier

                            type of bill 0343
                            statement 2018-05-01 to 2018-05-01

                            line  revenue code  HCPCS  date        units  charge
                            1     0421          97110  2018-05-01  2      100.00

                            found:
                                HHT-301 line 1 (row discipline-requirements/PT)""")
                .doesNotContain("```");
    }

    @Test
    void explainPrintsThePageAsItIsWrittenWhenAsked() {
        assertThat(run("", "explain", "HHT-301", "--written").out())
                .startsWith("# HHT-301 missing discipline modifier\n\n## What it means")
                .contains("```claim\nlines:\n- 2018-05-01 0421 97110 2u\n```");
    }

    @Test
    void explainPrintsThePagesOfAReasonCode() {
        assertThat(run("", "explain", "38200").out())
                .startsWith(
                        "HHT-119  WARN    duplicate of a claim that was sent\nHHT-120  REJECT  duplicate of an earlier claim\n")
                .contains("\n# HHT-119 ", "\n# HHT-120 ");
        assertThat(run("", "explain", "u538f").out())
                .startsWith("HHT-242  RTP     period inside another agency's admission\n")
                .contains("\n# HHT-242 ", "\n# HHT-260 ", "\n# HHT-261 ");
        assertThat(run("", "explain", "15301").out())
                .startsWith("HHT-113  RTP     total is not the sum of the lines\nHHT-114")
                .contains("\n# HHT-113 ", "\n# HHT-114 ");
        assertThat(run("", "explain", "31256").out()).contains("\n# HHT-340 ", "\n# HHT-341 ");
    }

    @Test
    void explainSaysThatItKnowsNoSuchCode() {
        Run run = run("", "explain", "99999");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("there is no finding with the reason code `99999`");
    }

    @Test
    void explainWithoutAnIdListsEveryFinding() {
        assertThat(run("", "explain").out())
                .contains("HHT-301  RTP     missing discipline modifier")
                .contains("\nRTP: the payer would send the claim back");
    }

    @Test
    void soundTablesAreSaidToBeSound() {
        Run run = run("", "tables", "check");
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(run.out()).endsWith("; 0 problems\n");
    }

    @Test
    void theProblemsOfTablesAreNamedByCell() throws Exception {
        Files.writeString(temporary.resolve("broken.drl.xlsx"), "no workbook");
        Run run = run("", "tables", "check", temporary.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.out()).contains("broken.drl.xlsx: this is not a workbook that can be read");
    }
}
