package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.history.Past;
import org.hearth.json.Problems;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.report.Tally;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class BatchTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");

    private static final String LACKING =
            "hearth: nothing was checked; not whole: an input could not be read to its end, and"
                    + " claims may be missing; 0 of 1 claim could be read; 1 unreadable\n";

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLAIM_ACKNOWLEDGEMENT", "IMPLEMENTATION_ACKNOWLEDGEMENT"})
    void theAnswerIsTheSameForAnyNumberOfThreads(Format format) throws IOException {
        List<Example> all = Examples.all(Rulesets.files(), Rulesets.ruleset());
        List<Claim> examples = IntStream.range(0, all.size())
                .filter(index -> index % 16 == 0)
                .mapToObj(index -> ofAnotherPatient(all.get(index)))
                .toList();
        String one = examplesAndSamples(format, examples, 1);

        assertThat(examples).hasSizeGreaterThan(200);
        assertThat(one).hasSizeGreaterThan(20_000);
        assertThat(examplesAndSamples(format, examples, 2)).isEqualTo(one);
        assertThat(examplesAndSamples(format, examples, 4)).isEqualTo(one);
    }

    /** An example is no past of the next. */
    private static Claim ofAnotherPatient(Example example) {
        return example.toClaim().toBuilder().beneficiaryId(example.toString()).build();
    }

    private static String examplesAndSamples(Format format, List<Claim> examples, int threads) throws IOException {
        AnswerText answer = new AnswerText();
        try (Batch batch = new Batch(
                Rulesets.evaluator()::evaluate, Defects::problem, answer.of(format, new StringBuilder()), threads)) {
            batch.run(of(examples));
            try (Stream<Path> samples = Files.list(SAMPLES)) {
                for (Path sample : samples.sorted().toList()) {
                    try (InputStream in = Files.newInputStream(sample)) {
                        batch.run(Intakes.open(in, sample.getFileName().toString()));
                    }
                }
            }
            // what is no claim at all is told in its place
            batch.run(Intakes.open(bytes("neither"), "README.md"));
            batch.run(Intakes.open(bytes("{\"claimId\": \"BAD\"}"), "bad.json"));
            batch.finish();
        }
        return answer.read();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aSlowFirstClaimHoldsUpNoOrder(int threads) throws IOException {
        CountDownLatch others = new CountDownLatch(threads == 1 ? 0 : 40);
        Tally tally = judge(
                (claim, past) -> {
                    if (claim.claimId().equals("C-0")) {
                        await(others);
                    }
                    others.countDown();
                    return clean(claim, past);
                },
                claims(500),
                threads);

        assertThat(lines()).hasSize(501).startsWith(line(0), line(1)).endsWith(line(499), endLine(500, 0));
        assertThat(tally.claims()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void noMoreIsReadThanFewChunksAhead(int threads) throws IOException {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        Iterator<Claim> claims = claims(3_000).iterator();
        Intake counted = () -> {
            ahead.accumulateAndGet(read.get() - written.get(), Math::max);
            read.incrementAndGet();
            return claims.hasNext() ? new Intake.Read(claims.next()) : new Intake.End(null, null);
        };
        try (Batch batch =
                new Batch(BatchTest::clean, Defects::problem, new Written(() -> written.incrementAndGet()), threads)) {
            batch.run(counted);
            batch.finish();
        }

        assertThat(written).hasValue(3_000);
        assertThat(ahead.get()).isLessThanOrEqualTo(threads == 1 ? 0 : 32 * (4 * threads + 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aDefectCostsItsClaimAloneAndTellsNothingOfIt(int threads) throws IOException {
        Tally tally = judge(
                (claim, past) -> {
                    if (claim.claimId().equals("C-7")) {
                        throw new IllegalStateException("1EG4TE5MK73");
                    }
                    return clean(claim, past);
                },
                claims(100),
                threads);

        assertThat(lines()).hasSize(101).contains(line(6), line(8)).endsWith(endLine(99, 1));
        assertThat(lines().get(7))
                .startsWith(
                        "{\"claimId\":\"C-7\",\"problem\":{\"type\":\"urn:hearth:problem:internal\","
                                + "\"title\":\"internal error\",\"status\":500,\"detail\":\"this is a defect of Hearth, not of the"
                                + " claim; report it with `java.lang.IllegalStateException at org.hearth.batch.BatchTest, line ")
                .doesNotContain("1EG4TE5MK73");
        assertThat(tally.defect()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aDefectInTheWritingOfAnAnswerCostsItsClaimAlone(int threads) throws IOException {
        Tally tally;
        Output output = new Faulty(Format.NDJSON.to(out, notes));
        try (Batch batch = new Batch(BatchTest::clean, Defects::problem, output, threads)) {
            batch.run(of(claims(100)));
            tally = batch.finish();
        }

        assertThat(lines()).hasSize(101).contains(line(6), line(8)).endsWith(endLine(99, 1));
        assertThat(lines().get(7))
                .startsWith("{\"claimId\":\"C-7\",\"problem\":{\"type\":\"urn:hearth:problem:internal\",");
        assertThat(tally.defect()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anOutputThatFailsStopsEverything(int threads) throws Exception {
        AtomicInteger judged = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        Output full = new Written(() -> {
            if (written.incrementAndGet() == 40) {
                throw new IOException("No space left on device");
            }
        });
        BiFunction<Claim, Past, Evaluation> evaluator = (claim, past) -> {
            judged.incrementAndGet();
            return clean(claim, past);
        };
        try (Batch batch = new Batch(evaluator, Defects::problem, full, threads)) {
            assertThatThrownBy(() -> {
                        batch.run(of(claims(100_000)));
                        batch.finish();
                    })
                    .isInstanceOf(UnwritableException.class)
                    .hasMessage("the answer cannot be written: No space left on device");
        }

        assertThat(written).hasValue(40);
        assertThat(judged.get()).isLessThan(2_000);
        assertThat(threadsLeft()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anInterruptionLeavesWholeLinesAndNoEnd(int threads) throws Exception {
        Thread caller = Thread.currentThread();
        BiFunction<Claim, Past, Evaluation> evaluator = (claim, past) -> {
            if (claim.claimId().equals("C-300")) {
                caller.interrupt();
            }
            return clean(claim, past);
        };
        try (Batch batch = new Batch(evaluator, Defects::problem, Format.NDJSON.to(out, notes), threads)) {
            assertThatThrownBy(() -> {
                        batch.run(of(claims(100_000)));
                        batch.finish();
                    })
                    .isInstanceOf(InterruptedIOException.class)
                    .hasMessage("interrupted; the answer is not whole");
        }

        assertThat(Thread.interrupted()).isFalse();
        // none at all where it comes before the first is written
        assertThat(out.toString()).matches("(?s)(.*\n)?");
        List<String> lines = lines();
        assertThat(lines)
                .hasSizeLessThan(2_000)
                .isEqualTo(IntStream.range(0, lines.size())
                        .mapToObj(BatchTest::line)
                        .toList());
        assertThat(threadsLeft()).isZero();
    }

    @Test
    void anInputThatFailsCostsItselfAlone() throws IOException {
        try (Batch batch = new Batch(BatchTest::clean, Defects::problem, Format.NDJSON.to(out, notes), 2)) {
            Iterator<Claim> two = claims(2).iterator();
            assertThatThrownBy(() -> batch.run(() -> {
                        if (two.hasNext()) {
                            return new Intake.Read(two.next());
                        }
                        throw new IOException("Input/output error");
                    }))
                    .isExactlyInstanceOf(IOException.class);
            batch.run(of(claims(1)));
            batch.finish();
        }

        assertThat(lines()).containsExactly(line(0), line(1), line(0), endLine(3, 0));
    }

    @Test
    void whatCannotBeReadIsAnElementOfAnArray() throws IOException {
        try (Batch batch = new Batch(BatchTest::clean, Defects::problem, Format.JSON.to(out, notes), 1)) {
            batch.run(unreadAndUnused());
            batch.finish();
        }

        assertThat(out)
                .hasToString(
                        """
                        [
                        {"claimId":"BAD","problem":{"type":"about:blank","title":"t","status":422,"detail":"d"}},
                        {"claimId":"M","problem":{"type":"about:blank","title":"t","status":422,"detail":"d"}},
                        {"claimId":null,"problem":{"type":"about:blank","title":"t","status":422,"detail":"d"}}
                        ]
                        """);
        assertThat(notes).hasToString(LACKING);
    }

    @Test
    void whatCannotBeReadIsARowOfATableAndInTheNotes() throws IOException {
        try (Batch batch = new Batch(BatchTest::clean, Defects::problem, Format.CSV.to(out, notes), 1)) {
            batch.run(unreadAndUnused());
            batch.finish();
        }

        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "BAD,,,error,,unreadable,d,,,,,a.json,,,,,,,,",
                        "M,,,error,,minutes not used,d,,,,,,,,,,,,,",
                        ",,,error,,not whole,d,,,,,a.json,,,,,,,,");
        assertThat(notes)
                .hasToString(
                        """
                        hearth: `a.json`, claim `BAD` cannot be read: d
                        hearth: minutes for claim `M` not used: d
                        hearth: `a.json` cannot be read whole: d
                        """
                                + LACKING);
    }

    private static Intake unreadAndUnused() {
        Problems problem = Problems.of(422, "t", "d");
        Iterator<Intake.Item> items = List.<Intake.Item>of(
                        new Intake.Unread("a.json", "BAD", problem),
                        new Intake.Unused("M", problem),
                        new Intake.End("a.json", problem))
                .iterator();
        return items::next;
    }

    private Tally judge(BiFunction<Claim, Past, Evaluation> evaluator, List<Claim> claims, int threads)
            throws IOException {
        try (Batch batch = new Batch(evaluator, Defects::problem, Format.NDJSON.to(out, notes), threads)) {
            batch.run(of(claims));
            return batch.finish();
        }
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private static String line(int claim) {
        return "{\"claimId\":\"C-" + claim
                + "\",\"ruleset\":\"v\",\"facts\":2,\"disposition\":\"CLEAN\",\"findings\":[],"
                + "\"notChecked\":[],\"units\":[],\"proposedLines\":[],\"functionalReporting\":[]}";
    }

    private static String endLine(int claims, int problems) {
        return "{\"end\":{\"claims\":" + claims + ",\"problems\":" + problems + ",\"whole\":true}}";
    }

    private static Evaluation clean(Claim claim, Past past) {
        return new Evaluation(claim.claimId(), "v", List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static List<Claim> claims(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Claim.builder().claimId("C-" + number).build())
                .toList();
    }

    static Intake of(List<Claim> claims) {
        Iterator<Claim> rest = new ArrayList<>(claims).iterator();
        return () -> rest.hasNext() ? new Intake.Read(rest.next()) : new Intake.End(null, null);
    }

    private static InputStream bytes(String text) {
        return new BufferedInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long threadsLeft() throws InterruptedException {
        long left = 1;
        for (int wait = 0; left > 0 && wait < 100; wait++) {
            left = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("hearth-batch"))
                    .count();
            Thread.sleep(left > 0 ? 20 : 0);
        }
        return left;
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Fails at claim C-7, with private words. */
    private record Faulty(Output sound) implements Output {

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
            if (claim.claimId().equals("C-7")) {
                throw new IllegalStateException("1EG4TE5MK73");
            }
            sound.evaluation(claim, evaluation);
        }

        @Override
        public void unread(Intake.Unread unread) throws IOException {
            sound.unread(unread);
        }

        @Override
        public void unused(Intake.Unused unused) throws IOException {
            sound.unused(unused);
        }

        @Override
        public void end(Intake.End end) throws IOException {
            sound.end(end);
        }

        @Override
        public void close(Tally tally) throws IOException {
            sound.close(tally);
        }
    }

    /** Tells of each evaluation and keeps none. */
    private record Written(Step step) implements Output {

        @Override
        public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
            step.run();
        }

        @Override
        public void unread(Intake.Unread unread) {
            throw new AssertionError(unread);
        }

        @Override
        public void unused(Intake.Unused unused) {
            throw new AssertionError(unused);
        }

        @Override
        public void end(Intake.End end) {
            assertThat(end.problem()).isNull();
        }

        @Override
        public void close(Tally tally) {
            // nothing to close
        }
    }
}
