package org.hearth.x12.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hearth.data.Room;
import org.hearth.x12.ReadBack;
import org.hearth.x12.SyntheticFiles;
import org.hearth.x12.reading.Reading;
import org.hearth.x12.reading.X12Item;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    private static final String RECEIVED = "/x12/acknowledged/received.edi";

    /** Both answers as they are kept for other readers than ours, see {@code .ci/checks/acknowledgements.sh}. */
    @Test
    void answersAreThoseKept() {
        Acknowledged answer = Acknowledged.of(Reading.resource(RECEIVED), ClaimAcknowledgementTest::judge);

        assertThat(answer.claims()).isEqualTo(Reading.resource("/x12/acknowledged/277ca.edi"));
        assertThat(answer.implementation()).isEqualTo(Reading.resource("/x12/acknowledged/999.edi"));
        assertThat(answer.end().claims()).isEqualTo(6);
        assertThat(answer.end().refused()).isEqualTo(1);
        assertThat(answer.end().whole()).isFalse();
    }

    @Test
    void claimAnswerReadsBackWithoutAnError() throws EDIStreamException, IOException {
        ReadBack read = ReadBack.of(Reading.resource("/x12/acknowledged/277ca.edi"));

        assertThat(read.errors()).isEmpty();
        assertThat(String.join(" ", read.tags()))
                .isEqualTo("ISA GS ST BHT HL NM1 TRN DTP DTP HL NM1 TRN STC QTY QTY AMT AMT"
                        + " HL NM1 TRN STC QTY QTY AMT AMT"
                        + " HL NM1 TRN STC REF REF DTP"
                        + " HL NM1 TRN STC STC REF DTP SVC STC REF DTP SVC STC REF DTP"
                        + " HL NM1 TRN STC STC STC STC REF REF DTP SVC STC REF DTP"
                        + " HL NM1 TRN STC REF REF DTP"
                        + " HL NM1 TRN STC QTY AMT HL NM1 TRN STC REF DTP SE"
                        + " ST BHT HL NM1 TRN DTP DTP HL NM1 TRN STC QTY AMT HL NM1 TRN STC QTY AMT"
                        + " HL NM1 TRN STC REF DTP SE GE IEA");
        assertThat(read.elements("ISA", 13)).containsExactly("000000042");
        assertThat(read.elements("IEA", 2)).containsExactly("000000042");
        assertThat(read.elements("IEA", 1)).containsExactly("1");
        assertThat(read.elements("GE", 1)).containsExactly("2");
        assertThat(read.elements("ST", 2)).containsExactly("0001", "0002");
        assertThat(read.elements("SE", 2)).containsExactly("0001", "0002");
        assertThat(read.elements("SE", 1)).containsExactly("79", "26");
        assertThat(read.elements("HL", 1))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "1", "2", "3", "4");
        assertThat(read.elements("HL", 2)).containsExactly("1", "2", "3", "3", "3", "3", "2", "8", "1", "2", "3");
    }

    @Test
    void implementationAnswerReadsBackWithoutAnError() throws EDIStreamException, IOException {
        ReadBack read = ReadBack.of(Reading.resource("/x12/acknowledged/999.edi"));

        assertThat(read.errors()).isEmpty();
        assertThat(String.join(" ", read.tags()))
                .isEqualTo("ISA GS ST AK1 AK2 IK3 CTX IK4 IK5 AK2 IK5 AK2 IK5 AK9 SE GE IEA");
        assertThat(read.elements("ISA", 13)).containsExactly("000000041");
        assertThat(read.elements("SE", 1)).containsExactly("13");
        assertThat(read.elements("AK2", 2)).containsExactly("0001", "0002", "0003");
    }

    @Test
    void oneAnswerAloneIsTheSameButForItsNumber() throws IOException {
        byte[] file = Reading.resource(RECEIVED).getBytes(StandardCharsets.US_ASCII);
        StringBuilder claims = new StringBuilder();
        StringBuilder implementation = new StringBuilder();
        Acknowledgements acknowledgements = Acknowledged.acknowledgements();

        Acknowledged.answer(
                acknowledgements.implementation(new ByteArrayInputStream(file), "a.edi", implementation),
                ClaimAcknowledgementTest::judge);
        Acknowledged.answer(
                acknowledgements.claims(new ByteArrayInputStream(file), "a.edi", () -> {}, Held::new, claims),
                ClaimAcknowledgementTest::judge);

        assertThat(claims.toString()).isEqualTo(Reading.resource("/x12/acknowledged/277ca.edi"));
        assertThat(implementation.toString()).isEqualTo(Reading.resource("/x12/acknowledged/999.edi"));
    }

    @Test
    void claimsAreJudgedWhileTheFileIsRead() throws IOException {
        byte[] file = SyntheticFiles.file(6_000, 7);
        AtomicInteger judged = new AtomicInteger();
        AtomicInteger judgedBeforeTheFirstAnswer = new AtomicInteger(-1);
        Appendable out = new Appendable() {
            @Override
            public Appendable append(CharSequence text) {
                judgedBeforeTheFirstAnswer.compareAndSet(-1, judged.get());
                return this;
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) {
                return append(text);
            }

            @Override
            public Appendable append(char c) {
                return this;
            }
        };

        Acknowledged.answer(
                Acknowledged.acknowledgements()
                        .claims(new ByteArrayInputStream(file), "big.edi", () -> {}, Held::new, out),
                claim -> {
                    judged.incrementAndGet();
                    return Acknowledged.evaluation(claim);
                });

        assertThat(judged).hasValue(6_000);
        // a transaction set holds 5,000
        assertThat(judgedBeforeTheFirstAnswer).hasValue(5_000);
    }

    @Test
    void whatCannotBeWrittenIsTheCallersToHear() {
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
        byte[] file = Reading.resource(RECEIVED).getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> Acknowledged.answer(
                        Acknowledged.acknowledgements().implementation(new ByteArrayInputStream(file), "a.edi", full),
                        Acknowledged::evaluation))
                .isInstanceOf(IOException.class)
                .hasMessage("no space");
    }

    @Test
    void claimsMayBeAnsweredWhenTheirTransactionSetEnds() throws IOException {
        StringBuilder claims = new StringBuilder();
        Deque<X12Item> waiting = new ArrayDeque<>();
        AnsweredFile[] file = new AnsweredFile[1];
        List<Integer> answered = new ArrayList<>();
        AnsweredFile.Answers later = () -> {
            answered.add(waiting.size());
            while (!waiting.isEmpty()) {
                if (waiting.remove() instanceof X12Item.LocatedClaim read) {
                    file[0].judged(read.claim(), ClaimAcknowledgementTest.judge(read.claim()));
                } else {
                    file[0].unjudged();
                }
            }
        };
        file[0] = Acknowledged.acknowledgements()
                .claims(
                        new ByteArrayInputStream(Reading.resource(RECEIVED).getBytes(StandardCharsets.US_ASCII)),
                        "a.edi",
                        later,
                        Held::new,
                        claims);
        for (X12Item item = file[0].next(); !(item instanceof X12Item.End); item = file[0].next()) {
            waiting.add(item);
        }

        assertThat(waiting).isEmpty();
        assertThat(answered).contains(5).allMatch(count -> count <= 5);
        assertThat(claims.toString())
                .isEqualTo(Reading.resource("/x12/acknowledged/277ca.edi").replace("000000042", "000000041"));
    }

    @Test
    void aClaimThatCouldNotBeJudgedIsReturned() throws IOException {
        StringBuilder claims = new StringBuilder();
        AnsweredFile file = Acknowledged.acknowledgements()
                .claims(new ByteArrayInputStream(SyntheticFiles.file(1, 7)), "a.edi", () -> {}, Held::new, claims);
        while (!(file.next() instanceof X12Item.End)) {
            file.unjudged();
        }

        assertThat(claims.toString().lines().filter(line -> line.startsWith("STC*A3")))
                .singleElement()
                .asString()
                .startsWith("STC*A3:0*20250406*U*");
    }

    /** A transaction set of some 20 to 60 bytes for each of its claims. */
    @Test
    void theClaimsOfATransactionSetAreHeldWithinWhatTheCallerHasForThem() throws IOException {
        byte[] file = SyntheticFiles.file(5_000, 7);
        int[] taken = {0};
        Room counted = bytes -> taken[0] += bytes;
        Room small = bytes -> {
            throw new IOException("no room");
        };

        assertThat(answered(file, () -> new Held(1 << 20, counted))).contains("ST*277*");
        assertThat(taken[0]).isBetween(100_000, 350_000);
        assertThatThrownBy(() -> answered(file, () -> new Held(1 << 20, small))).hasMessage("no room");
        assertThatThrownBy(() -> answered(file, () -> new Held(50_000, counted)))
                .isInstanceOf(Held.FullException.class);
    }

    private static String answered(byte[] file, Supplier<Held> holding) throws IOException {
        StringBuilder claims = new StringBuilder();
        Acknowledged.answer(
                Acknowledged.acknowledgements()
                        .claims(new ByteArrayInputStream(file), "a.edi", () -> {}, holding, claims),
                ClaimAcknowledgementTest::judge);
        return claims.toString();
    }

    @Test
    void controlNumberHasNineDigits() {
        assertThatThrownBy(() -> ControlNumbers.from(0)).hasMessage("a control number is 1 to 999999999, not 0");
        assertThatThrownBy(() -> ControlNumbers.from(1_000_000_000))
                .hasMessage("a control number is 1 to 999999999, not 1000000000");
        ControlNumbers numbers = ControlNumbers.from(999_999_999);
        assertThat(numbers.next()).isEqualTo(999_999_999);
        assertThat(numbers.next()).isEqualTo(1);
        assertThat(numbers.next()).isEqualTo(2);
    }

    @Test
    void controlNumbersFollowTheClockAndNeverRepeat() {
        long[] second = {1_743_931_800L};
        ControlNumbers numbers = ControlNumbers.of(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochSecond(second[0]);
            }
        });

        assertThat(numbers.next()).isEqualTo(743_931_802);
        assertThat(numbers.next()).isEqualTo(743_931_803);
        second[0] += 60;
        assertThat(numbers.next()).isEqualTo(743_931_862);
        second[0] -= 60;
        assertThat(numbers.next()).isEqualTo(743_931_863);
    }
}
