package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.web.Http.JSON;
import static org.hearth.web.Http.NDJSON;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.zip.GZIPOutputStream;
import org.hearth.web.guard.Admission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends slowly, hangs up or comes in too great a number keeps nobody else from an answer. Its claims are the samples. */
@QuarkusTest
class AdmissionTest {

    /** As application.properties has it for tests. */
    private static final int BATCHES = 8;

    /** For so many bytes beside claims there is memory: a quarter of what application.properties says for tests. */
    private static final int MOST_BESIDE = 16 << 20;

    private static final String FORM = "multipart/form-data; boundary=b";

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Admission admission;

    private final List<RawHttp> senders = new ArrayList<>();

    @BeforeEach
    void ready() {
        Readiness.await();
        awaitNone(admission::batches);
        awaitNone(admission::evaluations);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (RawHttp sender : senders) {
            sender.close();
        }
    }

    private RawHttp begun(String type) throws IOException {
        RawHttp sender = new RawHttp();
        senders.add(sender);
        sender.head(type, "Transfer-Encoding: chunked");
        // what does not begin as its kind does is answered at once
        sender.chunk(
                switch (type) {
                    case FORM -> "--b\r\n";
                    case Http.X12 -> "ISA*00*";
                    default -> "{";
                });
        return sender;
    }

    private static void await(IntSupplier taken, int expected) {
        long began = System.nanoTime();
        while (taken.getAsInt() != expected && System.nanoTime() - began < PATIENCE.toNanos()) {
            // asking without a pause would keep those from the places who free them
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        assertThat(taken.getAsInt()).isEqualTo(expected);
    }

    private static void awaitNone(IntSupplier taken) {
        await(taken, 0);
    }

    @Test
    void batchesThatDripLeaveRoomForEverythingButAnotherBatch() throws IOException {
        for (int batch = 0; batch < BATCHES; batch++) {
            begun(NDJSON);
        }
        await(admission::batches, BATCHES);

        RawHttp more = begun(NDJSON);
        RawHttp.Answer refused = more.answer();
        assertThat(refused.statusLine()).isEqualTo("HTTP/1.1 503 Service Unavailable");
        assertThat(refused.rest())
                .containsIgnoringCase("\r\nretry-after: 5\r\n")
                .containsIgnoringCase("\r\nconnection: close\r\n")
                .contains("\"title\":\"busy\"");
        assertThat(Http.evaluate(JSON, Http.claim()).statusCode()).isEqualTo(200);
        assertThat(Http.get("/").statusCode()).isEqualTo(200);
        assertThat(Http.manage("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(Http.body(Http.manage("/q/metrics"))).contains("hearth_batches 8.0");

        hangUp();
        awaitNone(admission::batches);
        assertThat(Http.evaluate(NDJSON, Http.claim()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/evaluations", "/v1/evaluations?claims=true", "/v1/corrections"})
    void whoWouldHaveMoreKeptThanThereIsIsRefusedAndWhoFindsTooLittleLeftIsToComeAgain(String path) throws IOException {
        Response tooMuch = withContexts(path, MOST_BESIDE + (1 << 20));
        assertThat(tooMuch.statusCode()).isEqualTo(413);
        assertThat(tooMuch.jsonPath().getString("title")).isEqualTo("too much to keep");

        RawHttp sender = begun(FORM);
        sender.chunk("Content-Disposition: form-data; name=\"minutes\"\r\n\r\n" + padded(MOST_BESIDE * 3 / 4)
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"answer\"\r\n\r\n");
        await(() -> (int) admission.kept(), 3 * MOST_BESIDE);
        assertThat(Http.body(Http.manage("/q/metrics"))).contains("hearth_kept_bytes " + (double) (3 * MOST_BESIDE));

        assertThat(withContexts(path, MOST_BESIDE / 2).statusCode()).isEqualTo(503);
        hangUp();
        awaitNone(() -> (int) admission.kept());
        assertThat(withContexts(path, MOST_BESIDE / 2).statusCode()).isEqualTo(200);
    }

    private static Response withContexts(String path, int bytes) {
        return given().multiPart("context", "contexts.json.gz", zipped(padded(bytes)))
                .multiPart("claims", "claims.json", Http.claim().getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    /** Minutes or contexts of no claim, with so many bytes. */
    private static String padded(int bytes) {
        return " ".repeat(bytes - 13) + "{\"claims\":[]}";
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zip)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }

    @Test
    void claimsThatDripHoldNoThread() throws IOException {
        // more than there are threads
        for (int claim = 0; claim < 250; claim++) {
            begun(JSON);
        }
        await(admission::evaluations, 250);

        assertThat(Http.evaluate(JSON, Http.claim()).statusCode()).isEqualTo(200);
        assertThat(Http.evaluate(NDJSON, Http.claim()).statusCode()).isEqualTo(200);
        assertThat(Http.get("/").statusCode()).isEqualTo(200);
        hangUp();
        awaitNone(admission::evaluations);
    }

    @Test
    void aClaimThatComesInPiecesIsAnsweredAsOneThatComesWhole() throws IOException {
        String claim = Http.claim();
        RawHttp sender = new RawHttp();
        senders.add(sender);
        sender.head(JSON, "Transfer-Encoding: chunked");
        sender.chunk(claim.substring(0, 1));
        sender.chunk(claim.substring(1, 500));
        sender.chunk(claim.substring(500));
        sender.lastChunk();

        assertThat(sender.answer().rest()).contains(Http.body(Http.evaluate(JSON, claim)));
    }

    @Test
    void aBodyTooLargeToBeGatheredIsReadOnWhereGatheringEnded() throws IOException {
        String claim = Http.claim();
        StringBuilder list = new StringBuilder("[").append(claim);
        // more than is gathered, and each claim has those before it as its past
        while (list.length() < 350_000) {
            list.append(",\n").append(claim);
        }
        String whole = list.append(']').toString();
        Response declared = Http.evaluate(JSON, whole);
        RawHttp sender = new RawHttp();
        senders.add(sender);
        sender.head(JSON, "Transfer-Encoding: chunked");
        for (int from = 0; from < whole.length(); from += 100_000) {
            sender.chunk(whole.substring(from, Math.min(whole.length(), from + 100_000)));
        }
        sender.lastChunk();

        assertThat(declared.jsonPath().getList("$")).hasSizeGreaterThan(100);
        assertThat(sender.answer().rest().replaceAll("\r\n[0-9a-f]+\r\n", ""))
                .contains(Http.body(declared).substring(0, 10_000));
        awaitNone(admission::batches);
    }

    @Test
    void whoReadsNoAnswerKeepsNoPlace() throws Exception {
        RawHttp sender = RawHttp.thatReadsLittle();
        senders.add(sender);
        sender.head(NDJSON, "Transfer-Encoding: chunked");
        // each is answered with many times its bytes, in all more than waits on the way; what is sent may have to wait
        // too
        Thread sending = new Thread(() -> {
            try {
                sender.chunk("{}\n".repeat(60_000));
                sender.lastChunk();
            } catch (IOException ended) {
                return;
            }
        });
        sending.start();
        await(admission::batches, 1);

        awaitNone(admission::batches);
        assertThat(rest(sender)).doesNotContain("{\"end\":");
        sender.close();
        sending.join();
    }

    /** What is left of an answer that was cut off. */
    private static String rest(RawHttp sender) {
        try {
            return sender.answer().rest();
        } catch (IOException reset) {
            return "";
        }
    }

    @Test
    void whoeverHangsUpInTheMiddleLeavesNoPlaceTaken() throws IOException {
        for (String type : List.of(JSON, NDJSON, Http.X12, FORM)) {
            IntSupplier taken = type.equals(JSON) ? admission::evaluations : admission::batches;
            for (int sender = 0; sender < BATCHES; sender++) {
                begun(type);
            }
            await(taken, BATCHES);
            hangUp();
            awaitNone(taken);
        }
        assertThat(Map.of("batches", admission.batches(), "evaluations", admission.evaluations()))
                .containsOnly(Map.entry("batches", 0), Map.entry("evaluations", 0));
    }
}
