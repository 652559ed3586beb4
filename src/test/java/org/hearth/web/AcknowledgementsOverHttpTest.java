package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code Accept} asks for: a 277CA, a 999, the report. */
@QuarkusTest
class AcknowledgementsOverHttpTest {

    private static final RestAssuredConfig AS_SENT = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs(Http.NDJSON, ContentType.TEXT)
                    .encodeContentTypeAs(Http.X12, ContentType.TEXT));
    private static final String SAMPLE = Http.sample("outpatient-therapy-0341.edi");

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    private static Response evaluate(String type, String accept, String body) {
        return given().config(AS_SENT)
                .header("Content-Type", type)
                .header("Accept", accept)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/evaluations");
    }

    @Test
    void a277caAnswersAnd837i() {
        for (String accept : new String[] {Http.X12, Http.X12 + ";acknowledgement=277CA", Http.X12 + ", */*;q=0.1"}) {
            Response answer = evaluate(Http.X12, accept, SAMPLE);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).isEqualTo("application/edi-x12;acknowledgement=277ca");
            assertThat(Http.body(answer)).contains("\nST*277*0001*005010X214~\n", "\nTRN*2*PCN-34X-0001~\nSTC*A7:453*");
        }
    }

    @Test
    void a999AnswersIfAskedFor() {
        Response answer = evaluate(Http.X12, Http.X12 + "; acknowledgement=999", SAMPLE);
        assertThat(answer.contentType()).isEqualTo("application/edi-x12;acknowledgement=999");
        assertThat(Http.body(answer)).contains("\nAK9*A*3*3*3~\n");
    }

    @Test
    void noTwoAnswersHaveTheSameNumber() {
        String first = Http.body(evaluate(Http.X12, Http.X12, SAMPLE));
        String second = Http.body(evaluate(Http.X12, Http.X12, SAMPLE));
        assertThat(first.substring(0, 4)).isEqualTo("ISA*");
        assertThat(first.substring(90, 99)).matches("[0-9]{9}").isLessThan(second.substring(90, 99));
    }

    @Test
    void aDamagedFileGetsNo277caButA999() {
        String torn = SAMPLE.substring(0, SAMPLE.lastIndexOf("SE*"));
        Response claims = evaluate(Http.X12, Http.X12, torn);
        assertThat(claims.statusCode()).isEqualTo(400);
        assertThat(claims.jsonPath().getString("type")).isEqualTo("urn:hearth:problem:damaged-file");
        assertThat(claims.jsonPath().getString("errors[0].message"))
                .contains("the file ends before the interchange trailer");

        Response implementation = evaluate(Http.X12, Http.X12 + ";acknowledgement=999", torn);
        assertThat(implementation.statusCode()).isEqualTo(200);
        assertThat(Http.body(implementation)).contains("\nIK5*R*2~\n", "\nAK9*P*3*3*2*3~\n");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/edi-x12, 406",
        "application/x-ndjson, application/edi-x12, 406",
        "application/json, text/xml, 406",
        "application/edi-x12, application/json, 406",
        "application/edi-x12, application/edi-x12;acknowledgement=997, 406",
        "application/edi-x12, application/edi-x12;acknowledgement=html, 406"
    })
    void whatThereIsNotIsRefused(String type, String accept, int status) {
        Response answer = evaluate(type, accept, type.equals(Http.X12) ? SAMPLE : Http.claim());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo(Http.PROBLEM);
        assertThat(answer.jsonPath().getString("detail")).contains("Accept");
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/x-ndjson", "application/edi-x12"})
    void aReportAnswersWhateverWasSent(String type) {
        Response answer = evaluate(type, "text/html", type.equals(Http.X12) ? SAMPLE : Http.claim());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(Http.body(answer)).contains("<h1>Claims checked</h1>", "HHT-301");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "application/x-ndjson, application/x-ndjson",
        "application/edi-x12, application/x-ndjson"
    })
    void whoAcceptsAnythingGetsEvaluations(String type, String answered) {
        Response answer = evaluate(type, "*/*", type.equals(Http.X12) ? SAMPLE : Http.claim());
        assertThat(answer.contentType()).startsWith(answered);
        assertThat(Http.body(answer)).startsWith("{\"claimId\"");
    }

    @Test
    void aBodyThatProvesTooLargeGetsNoPartOfAnAnswer() throws Exception {
        try (RawHttp http = new RawHttp()) {
            http.send("POST /v1/evaluations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                    + Http.X12 + "\r\nAccept: " + Http.X12 + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            http.chunk(SAMPLE.substring(0, SAMPLE.indexOf("IEA*")));
            String blanks = "\n".repeat(1 << 20);
            for (int megabyte = 0; megabyte < 20; megabyte++) {
                http.chunk(blanks);
            }
            assertThat(http.until("`)\"}"))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("the body has more than 20971520 bytes");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/evaluations, POST",
        "POST, /v1/ruleset, GET",
        "PUT, /, 'GET, POST'",
        "PATCH, /v1/findings/HHT-301, GET"
    })
    void theMethodsThatAPathTakesAreNamed(String method, String path, String allowed) {
        Response answer = given().request(method, path);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }
}
