package org.hearth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hearth.web.guard.Admission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who send slowly leave room for all others. */
@QuarkusTest
class AdmissionTest {

    private static final String CHUNKED = "Transfer-Encoding: chunked";

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    @Test
    void whoFindsNoRoomIsToldSoUnreadAndAllElseIsAnswered() throws Exception {
        int places = ConfigProvider.getConfig().getValue(Admission.BATCHES, Integer.class);
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int place = 0; place < places; place++) {
                slow.add(begun());
            }
            try (RawHttp late = new RawHttp()) {
                late.head(Http.NDJSON, CHUNKED);
                RawHttp.Answer answer = late.answer();
                assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 503 Service Unavailable");
                assertThat(answer.rest())
                        .containsIgnoringCase("retry-after: 5")
                        .containsIgnoringCase("content-type: application/problem+json")
                        .contains("send this again in 5 seconds");
            }
            assertThat(Http.evaluate(Http.JSON, Http.claim()).statusCode()).isEqualTo(200);
            assertThat(Http.get("/").statusCode()).isEqualTo(200);
            assertThat(Http.get("/q/health/ready").statusCode()).isEqualTo(200);
        } finally {
            for (RawHttp one : slow) {
                one.close();
            }
        }
        awaitRoom();
    }

    /** A batch that is being answered and not at its end. */
    private static RawHttp begun() throws IOException {
        RawHttp http = new RawHttp();
        http.head(Http.NDJSON, CHUNKED);
        http.chunk(Http.claim() + "\n");
        http.until("\"functionalReporting\"");
        return http;
    }

    private static void awaitRoom() throws InterruptedException {
        int status = 503;
        for (int tries = 0; tries < 200 && status == 503; tries++) {
            status = Http.evaluate(Http.NDJSON, Http.claim()).statusCode();
            Thread.sleep(50);
        }
        assertThat(status).as("once those have gone").isEqualTo(200);
    }
}
