package org.hearth.cli.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.rules.Rulesets;
import org.hearth.x12.SyntheticClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a run over synthetic claims, joined: the answer of one run, byte for byte. */
class PartsTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");

    @TempDir
    Path temporary;

    private Path claims;

    private record Run(int status, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err));
        int status = HearthCommand.run(console, () -> {}, arguments);
        return new Run(status, out.toString(), err.toString());
    }

    /** A folder with a large file in the middle, and what an input can be beside it. */
    @BeforeEach
    void folder() throws IOException {
        claims = Files.createDirectories(temporary.resolve("claims"));
        String synthetic = new String(synthetic(40), StandardCharsets.US_ASCII);
        // few members, so that most claims have a past; some of another payer, whose errors are told of the file
        String months = synthetic
                .replaceAll("1EG\\dTE\\dMK\\d(\\d)", "1EG4TE5MK7$1")
                .replaceAll("(?s)(HL\\*(?:\\d*3|\\d*8)\\*1\\*22.*?)MB~", "$1CI*X~")
                .replaceAll("(?s)(HL\\*(?:\\d*3|\\d*8)\\*1\\*22.*?CL1\\*)9", "$1X9");
        Files.writeString(claims.resolve("c-months.edi"), months);
        Files.writeString(claims.resolve("b-cut.edi"), months.substring(0, 14_000));
        Files.copy(SAMPLES.resolve("home-health-2025.ndjson"), claims.resolve("a.ndjson"));
        Files.write(
                claims.resolve("d.edi.gz"),
                gzip(months.replace("SYN-", "GZ-")
                        .replace("*2026", "*2025")
                        .replace("-2026", "-2025")
                        .getBytes(StandardCharsets.US_ASCII)));
        Files.createFile(claims.resolve("e-empty.edi"));
        Files.writeString(claims.resolve("f-strange.txt"), "neither");
        Files.copy(Path.of("src/test/resources/x12/statement-dates-d8.edi"), claims.resolve("g-warned.edi"));
        String rows = Files.readString(SAMPLES.resolve("home-health-2025.ndjson"));
        Files.writeString(claims.resolve("h.ndjson"), rows + "{\"claimId\": \"TORN\n" + rows);
        // begins as gzip does and is none; several parts meet it
        byte[] torn = new byte[20_000];
        torn[0] = 0x1f;
        torn[1] = (byte) 0x8b;
        Files.write(claims.resolve("i-torn.edi.gz"), torn);
        Files.createFile(claims.resolve("z-empty.edi"));
    }

    @ParameterizedTest
    @CsvSource({"2, input", "6, input", "3, dates"})
    void joinedTheyAreTheAnswerOfOneRun(int count, String order) throws IOException {
        String folder = claims.toString();
        Path whole = temporary.resolve("whole");
        Run one = run("check", "--format", "ndjson", folder, "--order", order, "--out", whole.toString());
        List<String> join = new ArrayList<>(
                List.of("join", "--out", temporary.resolve("joined").toString()));
        int judging = 0;
        for (int index = count - 1; index >= 0; index--) {
            String out = temporary.resolve("part-" + index).toString();
            String shard = index + "/" + count;
            run("check", "--format", "ndjson", folder, "--order", order, "--shard", shard, "--out", out);
            judging += Files.readString(Path.of(out)).contains("\"disposition\"") ? 1 : 0;
            join.add(out);
        }
        Run joined = run(join.toArray(String[]::new));

        assertThat(Files.readAllLines(temporary.resolve("joined"))).isEqualTo(Files.readAllLines(whole));
        assertThat(temporary.resolve("joined")).hasSameBinaryContentAs(whole);
        assertThat(joined.status()).isEqualTo(one.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(joined.err()).isEmpty();
        // most parts must have claims to answer for, and the whole must have what parts have to add up
        assertThat(judging).isGreaterThan(count / 2);
        assertThat(Files.readString(whole))
                .contains("\"history\":{\"claims\":2", "\"notJudged\":16", "claim `SYN-12`, segment", "read as one day")
                .matches(answer -> answer.contains("\"outOfOrder\":") == order.equals("input"));
    }

    @Test
    void minutesForNoClaimAreToldOnce() throws IOException {
        Path minutes = temporary.resolve("minutes.json");
        Files.writeString(
                minutes,
                "{\"claims\":[{\"claimId\":\"SYN-1\",\"lines\":[{\"lineNumber\":99,\"minutes\":30}]},"
                        + "{\"claimId\":\"NOBODY\",\"lines\":[{\"lineNumber\":1,\"minutes\":30}]}]}");
        String file = claims.resolve("c-months.edi").toString();
        String[] check = {"check", "--format", "ndjson", file, "--minutes", minutes.toString()};
        Run whole = run(check);
        List<String> join = new ArrayList<>(List.of("join"));
        for (int index = 0; index < 2; index++) {
            Path part = temporary.resolve("part-" + index);
            Files.writeString(part, run(with(check, "--shard", index + "/2")).out());
            join.add(part.toString());
        }

        assertThat(run(join.toArray(String[]::new)).out()).isEqualTo(whole.out());
        assertThat(whole.out()).contains("no claim `NOBODY` was read", "the claim has no line `99`");
    }

    @Test
    void whatIsNotOneRunIsNotJoined() throws IOException {
        String file = SAMPLES.resolve("home-health-2025.ndjson").toString();
        String other = SAMPLES.resolve("outpatient-therapy-2018.json").toString();
        String first = part(file, "0/2", "first");
        String second = part(file, "1/2", "second");
        Path torn = temporary.resolve("torn");
        Files.write(torn, Arrays.copyOf(Files.readAllBytes(Path.of(second)), 900));

        assertThat(run("join", first, second).status()).isEqualTo(ExitStatus.FINDINGS);
        assertRefused("part 1/2 is missing; run it (`--shard 1/2`), or give its file too", first);
        assertRefused("part 0/2 is missing; run it (`--shard 0/2`), or give its file too", second);
        assertRefused("part 0/2 is given twice; give each part once", first, first, second);
        assertRefused(
                "part 1/2 and part 0/2 are of different runs: other inputs, tables or options; run all parts again in the"
                        + " same way",
                first,
                part(other, "1/2", "other"));
        Path minutes = temporary.resolve("minutes.json");
        Files.writeString(
                minutes, "{\"claims\":[{\"claimId\":\"NOBODY\",\"lines\":[{\"lineNumber\":1,\"minutes\":30}]}]}");
        String beside = temporary.resolve("beside").toString();
        run("check", "--format", "ndjson", file, "--shard", "1/2", "--minutes", minutes.toString(), "--out", beside);
        assertRefused(
                "part 1/2 and part 0/2 are of different runs: other inputs, tables or options; run all parts again in the"
                        + " same way",
                first,
                beside);
        assertRefused(
                "`torn` is no whole answer of a part: its last line does not say which; run that part again",
                first,
                torn.toString());
        assertRefused("`nowhere` cannot be read: there is no such file", first, "nowhere");
    }

    private String part(String file, String shard, String name) {
        String out = temporary.resolve(name).toString();
        run("check", "--format", "ndjson", file, "--shard", shard, "--out", out);
        return out;
    }

    private static void assertRefused(String why, String... files) {
        Run run = run(with(new String[] {"join"}, files));
        assertThat(run.err()).isEqualTo("hearth: " + why + System.lineSeparator());
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/4", "1", "-1/4", "1/0", "0/10001", "one/two"})
    void noPart(String shard) {
        Run run = run("check", "--format", "ndjson", SAMPLES.toString(), "--shard", shard);
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err())
                .contains("`" + shard + "` is no part; write which one, from 0, and of how many, at most 10000:"
                        + " the parts of four are `0/4`, `1/4`, `2/4` and `3/4`");
    }

    @Test
    void partsOfStandardInputAndOfOtherFormatsAreRefused() {
        Run text = run("check", SAMPLES.toString(), "--shard", "0/2");
        assertThat(text.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(text.err()).contains("write `--format ndjson`");
        Run input = run("check", "-", "--format", "ndjson", "--shard", "0/2");
        assertThat(input.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(input.err()).contains("name files");
    }

    private static String[] with(String[] first, String... more) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private static byte[] synthetic(int count) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SyntheticClaims.write(file, count, 25, Rulesets.ruleset().codes(), 0.5);
        return file.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
