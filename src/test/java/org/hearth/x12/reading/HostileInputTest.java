package org.hearth.x12.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.claim.Claim;
import org.hearth.x12.Mutations;
import org.hearth.x12.SyntheticFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that broke on the way, or were made to break the reader. */
class HostileInputTest {

    private static final List<String> PRIVATE = List.of("SAMPLE", "PATIENT", "1EG4TE5MK73");

    @ParameterizedTest
    @ValueSource(strings = {"home-health-0329.edi", "outpatient-therapy-0341.edi"})
    void fileCutAtAnyByte(String name) {
        String text = Reading.sample(name);
        List<Claim> all = Reading.of(text).bareClaims();
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            Reading reading = Reading.of(cut);

            // every claim of the samples is followed by the trailer of its transaction set
            int complete = cut.split("\nSE\\*", -1).length - 1;
            assertThat(reading.bareClaims()).as("cut at %d", length).isEqualTo(all.subList(0, complete));
            assertThat(reading.refused()).as("cut at %d", length).isEmpty();
            // the last byte is the line end after the last segment
            assertThat(reading.end().whole()).as("cut at %d", length).isEqualTo(length == text.length() - 1);
            assertThat(reading.end().problems()).as("cut at %d", length).hasSize(length == text.length() - 1 ? 0 : 1);
            assertNothingPrivate(reading);
        }
    }

    @Test
    @Timeout(120)
    void mutatedFiles() {
        int damaged = 0;
        int refused = 0;
        int input = 0;
        for (byte[] mutated : mutated(2_000)) {
            input++;
            Reading reading = Reading.of(mutated);

            assertThat(reading.claims().size() + reading.refused().size())
                    .as("input %d", input)
                    .isLessThan(mutated.length);
            assertThat(reading.end().claims()).isEqualTo(reading.claims().size());
            assertThat(reading.end().refused()).isEqualTo(reading.refused().size());
            assertNothingPrivate(reading);
            for (Claim claim : reading.claims()) {
                assertThat(claim.origin().at("/lines/0").position()).isPositive();
            }
            damaged += reading.end().whole() ? 0 : 1;
            refused += reading.refused().size();
        }
        // the mutations must reach both kinds of problem to mean anything
        assertThat(damaged).isBetween(500, 1_999);
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    @Timeout(60)
    void manyProblemsDoNotPileUp() {
        String sample = Reading.sample("home-health-0329.edi");
        String set = sample.substring(sample.indexOf("ST*"), sample.indexOf("GE*"));
        StringBuilder text = new StringBuilder(sample.substring(0, sample.indexOf("ST*")));
        for (int i = 0; i < 500; i++) {
            text.append(set.replace("005010X223A2", "005010X222A1"));
        }
        Reading reading = Reading.of(text + "GE*500*101~IEA*1*000000101~");

        assertThat(reading.end().problems()).hasSize(20);
        // each is of another guide, and all but the first have its control number again
        assertThat(reading.end().unlisted()).isEqualTo(500 + 499 - 20);
        assertThat(reading.end().whole()).isFalse();
    }

    @Test
    void streamThatFails() {
        String sample = Reading.sample("outpatient-therapy-0341.edi");
        int second = sample.indexOf("CLM*PCN-34X-0001");
        Reading reading = Reading.of(new FailingStream(bytes(sample.substring(0, second + 80))), "cut.edi");

        assertThat(reading.claimIds()).containsExactly("PCN-34X-0002");
        assertThat(reading.end().problems())
                .extracting(X12Problem::message)
                .containsExactly("reading stopped: the disk is gone; claim `PCN-34X-0001` was not read to its end");
    }

    private static void assertNothingPrivate(Reading reading) {
        String said = reading.refused() + " " + reading.end();
        for (String word : PRIVATE) {
            assertThat(said).doesNotContain(word);
        }
    }

    /** So many files, each broken in up to three places; the same ones every time. */
    static List<byte[]> mutated(int count) {
        Mutations mutations = new Mutations(837);
        List<byte[]> seeds = List.of(
                bytes(Reading.sample("home-health-0329.edi")),
                bytes(Reading.sample("outpatient-therapy-0341.edi")),
                SyntheticFiles.file(3, 1));
        return IntStream.range(0, count)
                .mapToObj(input -> mutations.ofBytes(seeds.get(input % seeds.size())))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static final class FailingStream extends InputStream {

        private final InputStream good;

        FailingStream(byte[] bytes) {
            good = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            int next = good.read();
            if (next < 0) {
                throw new IOException("the disk is gone");
            }
            return next;
        }
    }
}
