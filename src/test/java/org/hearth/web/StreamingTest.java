package org.hearth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches are answered while they arrive, and never held whole. */
@QuarkusTest
class StreamingTest {

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    @Test
    void eachClaimIsAnsweredBeforeTheNextIsSent() throws IOException {
        try (RawHttp http = new RawHttp()) {
            http.head(Http.NDJSON, "Transfer-Encoding: chunked");
            http.chunk(Http.claim() + "\n");
            assertThat(http.until("\"functionalReporting\""))
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("PCN-34X-0001");
            http.chunk(Http.claim().replace("PCN-34X-0001", "PCN-SECOND") + "\n");
            assertThat(http.until("\"functionalReporting\"")).contains("PCN-SECOND");
            http.lastChunk();
            assertThat(http.until("\r\n0\r\n\r\n"))
                    .contains("{\"end\":{\"claims\":2,\"problems\":0,\"whole\":true}}\n");
        }
    }

    @Test
    void aSenderThatHangsUpIsNoDefect() throws IOException {
        try (Logged log = new Logged()) {
            try (RawHttp http = new RawHttp()) {
                http.head(Http.NDJSON, "Transfer-Encoding: chunked");
                http.chunk(Http.claim() + "\n{\"claimId\": ");
                http.until("\"functionalReporting\"");
            }
            Http.get("/v1/ruleset");
            assertThat(log.text()).doesNotContain("ERROR", "PCN-34X-0001");
        }
    }

    @Test
    void aMillionOpenBracesAreAnInputThatIsNotWhole() throws IOException {
        String answer = RawHttp.post(
                        Http.NDJSON, ("{".repeat(1_000_000)).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .rest();

        assertThat(answer)
                .contains("the input ends too early")
                .contains("{\"end\":{\"claims\":0,\"problems\":1,\"whole\":false}}\n");
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedUnread() throws IOException {
        try (RawHttp http = new RawHttp()) {
            http.head(Http.NDJSON, "Content-Length: 20971521");
            RawHttp.Answer answer = http.answer();
            assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
            assertThat(answer.rest())
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("20971520 bytes", "`HEARTH_MAX_BODY_BYTES`");
        }
    }

    @Test
    void aBodyThatProvesTooLargeIsAnsweredUpToThere() throws IOException {
        try (RawHttp http = new RawHttp()) {
            http.head(Http.NDJSON, "Transfer-Encoding: chunked");
            http.chunk(Http.claim() + "\n");
            http.until("\"functionalReporting\"");
            String blanks = "\n".repeat(1 << 20);
            for (int megabyte = 0; megabyte < 20; megabyte++) {
                http.chunk(blanks);
            }
            assertThat(http.until("\"whole\":false}}\n"))
                    .contains(
                            "{\"claimId\":null,\"problem\":{\"type\":\"urn:hearth:problem:too-large\"",
                            "\"status\":413")
                    .endsWith("{\"end\":{\"claims\":1,\"problems\":0,\"whole\":false}}\n");
        }
    }
}
