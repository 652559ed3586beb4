package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import java.util.zip.GZIPOutputStream;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.history.Past;
import org.hearth.json.MinutesReader;
import org.hearth.report.Tally;
import org.hearth.rules.Rulesets;
import org.hearth.x12.SyntheticClaims;
import org.hearth.x12.acknowledgement.Acknowledgements;
import org.hearth.x12.acknowledgement.ControlNumbers;
import org.hearth.x12.acknowledgement.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 277CA and 999 as formats of a batch. */
class AcknowledgingTest {

    private static final Format CLAIMS = Format.CLAIM_ACKNOWLEDGEMENT;
    private static final Format IMPLEMENTATION = Format.IMPLEMENTATION_ACKNOWLEDGEMENT;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-04-06T09:30:00Z"), ZoneOffset.UTC);
    private static final String RECEIVED = read("src/test/resources/x12/acknowledged/received.edi");
    private static final String SAMPLE = read("src/main/resources/samples/outpatient-therapy-0341.edi");

    private final StringBuilder notes = new StringBuilder();

    private record File(String name, byte[] bytes) {

        static File of(String name, String text) {
            return new File(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Answer(String text, Tally tally) {

        List<String> segments(String tag) {
            return text.lines().filter(line -> line.startsWith(tag + "*")).toList();
        }
    }

    private Answer answer(Format format, int threads, File... files) throws IOException {
        return answer(format, threads, Rulesets.evaluator()::evaluate, null, files);
    }

    private Answer answer(
            Format format, int threads, BiFunction<Claim, Past, Evaluation> evaluator, Minutes minutes, File... files)
            throws IOException {
        StringBuilder out = new StringBuilder();
        Output output = format.to(
                new Sink(out, OutputStream.nullOutputStream()),
                new Setting(notes, new Acknowledgements(CLOCK, ControlNumbers.from(41)), List.of(), null, Held::new));
        try (Batch batch = new Batch(evaluator, Defects::problem, output, threads)) {
            for (File file : files) {
                Intake intake = batch.open(new ByteArrayInputStream(file.bytes()), file.name());
                batch.run(minutes == null ? intake : minutes.joinedTo(intake));
            }
            return new Answer(out.toString(), batch.finish());
        }
    }

    /** Several transaction sets, interchanges and files; the answers may not get into each other's way. */
    @Test
    void theAnswerIsTheSameForAnyNumberOfThreads() throws IOException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        SyntheticClaims.write(many, 2_000, 7, Rulesets.ruleset().codes(), 0.5);
        File[] files = {
            File.of("received.edi", RECEIVED),
            new File("many.edi", many.toByteArray()),
            File.of("twice.edi", RECEIVED + SAMPLE),
            File.of("torn.edi", RECEIVED.substring(0, RECEIVED.length() * 2 / 3))
        };

        Answer one = answer(CLAIMS, 1, files);
        String notesOfOne = notes.toString();
        notes.setLength(0);
        Answer four = answer(CLAIMS, 4, files);

        assertThat(four.text()).isEqualTo(one.text());
        assertThat(notes).hasToString(notesOfOne);
        assertThat(one.segments("ISA")).hasSize(5);
        assertThat(one.segments("IEA"))
                .containsExactly(
                        "IEA*1*000000041~",
                        "IEA*1*000000042~",
                        "IEA*1*000000043~",
                        "IEA*1*000000044~",
                        "IEA*1*000000045~");
        assertThat(one.text().lines().filter(line -> line.matches("STC\\*(A2:20:PR\\*.*\\*WQ|A[3678]:.*\\*U)\\*.*")))
                .hasSizeGreaterThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFolderOfTwoIsTheAnswersOfBoth(int threads) throws IOException {
        String others = SAMPLE.replace("1EG4TE5MK73", "2AY4NT5HE11");
        Answer both = answer(CLAIMS, threads, File.of("a.edi", SAMPLE), File.of("b.edi", others));
        String one = answer(CLAIMS, threads, File.of("a.edi", SAMPLE)).text();
        String other = answer(CLAIMS, threads, File.of("b.edi", others)).text();

        assertThat(both.text()).isEqualTo(one + other.replace("000000041", "000000042"));
        assertThat(both.tally().errors()).isTrue();
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCompressedFileIsAnsweredLikeAnyOther(int threads) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(SAMPLE.getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(answer(CLAIMS, threads, new File("a.edi.gz", compressed.toByteArray()))
                        .text())
                .isEqualTo(answer(CLAIMS, threads, File.of("a.edi", SAMPLE)).text());
    }

    @Test
    void claimsAsJsonAreNamedAndNotAnswered() throws IOException {
        for (Format format : List.of(CLAIMS, IMPLEMENTATION)) {
            notes.setLength(0);
            Answer answer = answer(format, 2, File.of("a.json", "{}"), File.of("b.json", "[]"));

            assertThat(answer.text()).isEmpty();
            assertThat(answer.tally().whole()).isFalse();
            String why = " is not answered: these are claims as JSON, and a "
                    + format.label().toUpperCase()
                    + " answers 837I files only; send the 837I file, or ask for another format\n";
            assertThat(notes).hasToString("hearth: `a.json`" + why + "hearth: `b.json`" + why);
        }
    }

    @Test
    void a999NeedsNoClaimJudged() throws IOException {
        BiFunction<Claim, Past, Evaluation> never = (claim, past) -> {
            throw new AssertionError(claim);
        };
        Answer faulty = answer(IMPLEMENTATION, 2, never, null, File.of("received.edi", RECEIVED));
        assertThat(faulty.text()).isEqualTo(read("src/test/resources/x12/acknowledged/999.edi"));
        assertThat(faulty.tally().errors()).isTrue();
        assertThat(faulty.tally().problems()).isEqualTo(1);
        assertThat(faulty.tally().whole()).isFalse();

        notes.setLength(0);
        Answer sound = answer(IMPLEMENTATION, 2, never, null, File.of("a.edi", SAMPLE));
        assertThat(sound.segments("AK9")).containsExactly("AK9*A*3*3*3~");
        assertThat(sound.tally().errors()).isFalse();
        assertThat(sound.tally().problems()).isZero();
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aClaimThatADefectMetIsReturnedAndNamed(int threads) throws IOException {
        BiFunction<Claim, Past, Evaluation> faulty = (claim, past) -> {
            if (claim.claimId().equals("C-2")) {
                throw new IllegalStateException("1EG4TE5MK73");
            }
            return new Evaluation(claim.claimId(), "v", List.of(), List.of(), List.of(), List.of(), List.of());
        };
        Answer answer = answer(CLAIMS, threads, faulty, null, File.of("received.edi", RECEIVED));

        List<String> lines = answer.text().lines().toList();
        assertThat(lines.get(lines.indexOf("TRN*2*C-2~") + 1)).startsWith("STC*A3:0*20250406*U*");
        assertThat(lines.get(lines.indexOf("TRN*2*C-3~") + 1)).startsWith("STC*A2:20:PR*20250406*WQ*");
        assertThat(answer.tally().defect()).isTrue();
        assertThat(notes.toString())
                .contains("claim `C-2` cannot be read: this is a defect of Hearth")
                .doesNotContain("1EG4TE5MK73");
    }

    @Test
    void minutesAreJoined() throws Exception {
        Minutes minutes = new Minutes(MinutesReader.read(new ByteArrayInputStream(
                "{\"claims\": [{\"claimId\": \"C-1\", \"lines\": [{\"lineNumber\": 99, \"minutes\": 1}]}]}"
                        .getBytes(StandardCharsets.UTF_8))));
        answer(CLAIMS, 2, Rulesets.evaluator()::evaluate, minutes, File.of("received.edi", RECEIVED));

        assertThat(notes.toString())
                .contains("hearth: minutes for claim `C-1` not used: /claims/0/lines/0: the claim has no line `99`");
    }

    @Test
    void whatCannotBeWrittenStopsIt() {
        Appendable full = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("no space");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("no space");
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw new IOException("no space");
            }
        };
        for (Format format : List.of(CLAIMS, IMPLEMENTATION)) {
            assertThatThrownBy(() -> {
                        try (Batch batch = new Batch(
                                Rulesets.evaluator()::evaluate, Defects::problem, format.to(full, notes), 2)) {
                            batch.run(batch.open(
                                    new ByteArrayInputStream(SAMPLE.getBytes(StandardCharsets.UTF_8)), "a.edi"));
                        }
                    })
                    .isInstanceOf(UnwritableException.class)
                    .hasMessage("the answer cannot be written: no space");
        }
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
