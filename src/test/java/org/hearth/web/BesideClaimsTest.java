package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Minutes, contexts and eligibility answers beside claims, in the service's form and in the page's; all synthetic. */
@QuarkusTest
class BesideClaimsTest {

    private static final String CONTEXT = "claimId,part,from\nPCN-34X-0003,hospicePeriods,2026-03-01\n";
    private static final String MINUTES = "claimId,lineNumber,minutes\nPCN-34X-0001,1,5\n";

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] eligibility() throws IOException {
        return Files.readAllBytes(Path.of("src/docs/samples/eligibility.271"));
    }

    private static RequestSpecification claims(RequestSpecification request) {
        return request.multiPart("claims", "march.edi", bytes(Http.sample("outpatient-therapy-0341.edi")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/evaluations", "/"})
    void areJoinedInWhateverOrderTheyCome(String path) throws IOException {
        RequestSpecification last = given().multiPart("minutes", "m.csv", bytes(MINUTES))
                .multiPart("context", "c.csv", bytes(CONTEXT))
                .multiPart("eligibility", "a.271", eligibility())
                .multiPart("eligibility", "b.271", eligibility());
        RequestSpecification first = claims(given())
                .multiPart("eligibility", "a.271", eligibility())
                .multiPart("eligibility", "b.271", eligibility())
                .multiPart("context", "c.csv", bytes(CONTEXT))
                .multiPart("minutes", "m.csv", bytes(MINUTES));
        String after = Http.body(claims(last.multiPart("answer", "ndjson")).post(path));
        String before = Http.body(first.multiPart("answer", "ndjson").post(path));

        assertThat(after)
                .isEqualTo(before)
                .contains("\"HHT-104\"", "\"HHT-370\"", "\"timedMinutes\":5", "takes the place of")
                .doesNotContain("1EG4TE5MK73")
                .contains("\"whole\":true");
    }

    @Test
    void aReportIsGivenToo() throws IOException {
        Response report = claims(given().header("Accept", "text/html").multiPart("eligibility", "a.271", eligibility()))
                .post("/v1/evaluations");

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.contentType()).startsWith("text/html");
        assertThat(Http.body(report)).contains("HHT-104");
    }

    @Test
    void whatIsBrokenCostsItselfAlone() {
        String answer =
                Http.body(claims(given().multiPart("context", "c.csv", bytes("claimId,part\nPCN-34X-0003,nothing\n"))
                                .multiPart("eligibility", "a.271", bytes("none")))
                        .post("/v1/evaluations"));

        assertThat(answer)
                .contains(
                        "\"claims\":3",
                        "\"whole\":false",
                        "row 2, column B: this is no part of a context",
                        "no interchange header");
    }

    @Test
    void nothingMayFollowClaimsThatWereJudgedAsTheyArrived() throws IOException {
        Response answer = claims(given().multiPart("answer", "ndjson").multiPart("minutes", "m.csv", bytes(MINUTES)))
                .multiPart("eligibility", "a.271", eligibility())
                .post("/v1/evaluations");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.body(answer)).contains("send the field `claims` last");
    }

    @Test
    void aFormWithoutClaimsIsRefused() throws IOException {
        Response answer =
                given().multiPart("eligibility", "a.271", eligibility()).post("/v1/evaluations");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.body(answer)).contains("no claims came with the form");
    }
}
