package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.data.DataFolder;
import org.hearth.history.Earlier;
import org.hearth.json.ClaimReader;
import org.hearth.sent.HistorySettings;
import org.hearth.sent.LiveHistory;
import org.hearth.sent.SentStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims marked as sent to the service; they are the shipped, synthetic ones. */
@QuarkusTest
class HistoryTest {

    private static final String SENT = "/v1/history/sent";

    @Inject
    LiveHistory history;

    private final DataFolder data = DataFolder.standard();

    private void turnOn() throws IOException {
        data.write(data.resolve(HistorySettings.MARK), new byte[0]);
    }

    /** Before, as a run that was broken off may have left something. */
    @BeforeEach
    @AfterEach
    void forget() throws IOException {
        turnOn();
        Optional<SentStore> store = history.toKeep();
        if (store.isPresent()) {
            store.get().forgetBefore(LocalDate.now());
        }
        Files.deleteIfExists(data.resolve(HistorySettings.MARK));
    }

    private static JsonNode sent(String type, String body) throws IOException {
        Response answer = Http.request(type, body).post(SENT + "?on=2025-04-06");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.asByteArray());
    }

    private static List<Object> counts(JsonNode sent) {
        List<Object> counts = new ArrayList<>();
        for (String name : List.of("kept", "keptBefore", "nobodys", "unread")) {
            counts.add(sent.path(name).asInt(-1));
        }
        counts.add(sent.path("whole").asBoolean());
        return counts;
    }

    @Test
    void isRefusedWhileTheHistoryIsOff() {
        Response answer = Http.request(Http.JSON, Http.claim()).post(SENT);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.contentType()).isEqualTo(Http.PROBLEM);
        assertThat(answer.asString()).contains("history off", "hearth history on", "HEARTH_HISTORY_DIR");
    }

    @Test
    void keepsClaimsOfAnyKindOnceAndFindsThem() throws IOException {
        turnOn();
        Claim claim = ClaimReader.read(Http.claim().getBytes(java.nio.charset.StandardCharsets.UTF_8), Origin.NONE);

        assertThat(counts(sent(Http.JSON, Http.claim()))).containsExactly(1, 0, 0, 0, true);
        assertThat(counts(sent(Http.NDJSON, Http.claim() + "\n" + Http.claim() + "\n")))
                .containsExactly(0, 2, 0, 0, true);
        assertThat(counts(sent(Http.X12, Http.sample("home-health-0329.edi")))).containsExactly(1, 0, 0, 0, true);
        assertThat(history.of(List.of(claim)).get(0))
                .extracting(Earlier::source)
                .contains(Earlier.Source.STORE);
    }

    @Test
    void aClaimThatCannotBeReadCostsItselfAlone() throws IOException {
        turnOn();
        JsonNode sent = sent(Http.NDJSON, "{\"claimId\":\"BAD\"}\n" + Http.claim() + "\n");

        assertThat(counts(sent)).containsExactly(1, 0, 0, 1, false);
        assertThat(sent.at("/problems/0/claimId").asText()).isEqualTo("BAD");
        assertThat(sent.at("/problems/0/problem/errors/0/fix").asText()).isNotEmpty();
    }

    @Test
    void everyFieldOfTheAnswerIsDescribed() throws IOException {
        turnOn();
        JsonNode document = new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/q/openapi").asByteArray());
        List<String> described = new ArrayList<>();
        document.at("/components/schemas/Sent/properties").fieldNames().forEachRemaining(described::add);
        List<String> answered = new ArrayList<>();
        sent(Http.JSON, Http.claim()).fieldNames().forEachRemaining(answered::add);

        assertThat(answered).containsExactlyInAnyOrderElementsOf(described);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01", "yesterday"})
    void aDayThatIsNoneIsRefused(String day) throws IOException {
        turnOn();
        Response answer = Http.request(Http.JSON, Http.claim()).post(SENT + "?on=" + day);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("`on` is `" + day);
    }

    @Test
    void isForTheOperatorAlone() throws IOException {
        turnOn();
        Response answer = Http.request(Http.JSON, Http.claim())
                .header("Origin", "http://elsewhere.example")
                .post(SENT);

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aBodyThatHoldsNoClaimsIsRefused() throws IOException {
        turnOn();
        assertThat(Http.request(Http.JSON, "").post(SENT).statusCode()).isIn(400, 415);
        assertThat(Http.request(Http.X12, "hello").post(SENT).statusCode()).isEqualTo(400);
    }

    private static Response episodes(String member, String npi) {
        return Http.request(Http.JSON, "{\"member\": \"" + member + "\", \"npi\": \"" + npi + "\"}")
                .post("/v1/episodes");
    }

    @Test
    void whatWasSentIsShownAsAnEpisode() throws IOException {
        turnOn();
        Claim claim = ClaimReader.read(Http.claim().getBytes(java.nio.charset.StandardCharsets.UTF_8), Origin.NONE);
        sent(Http.JSON, Http.claim());

        Response answer = episodes(claim.beneficiaryId(), claim.billingProviderNpi());
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode read = new ObjectMapper().readTree(answer.asByteArray());
        assertThat(read.at("/episodes/0/claims")).hasSize(1);
        assertThat(read.at("/episodes/0/claims/0/claimId").asText()).isEqualTo("sent 2025-04-06, 1");
        assertThat(read.at("/episodes/0/from").asText())
                .isEqualTo(claim.statementFrom().toString());

        assertThat(episodes(claim.beneficiaryId(), "1992739988").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasSentIsShownToTheOperatorAlone() throws IOException {
        turnOn();
        Response answer = Http.request(Http.JSON, "{\"member\": \"1EG4TE5MK73\", \"npi\": \"1234567893\"}")
                .header("X-Forwarded-For", "192.0.2.7")
                .post("/v1/episodes");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void nothingIsShownWhileTheHistoryIsOff() {
        assertThat(episodes("1EG4TE5MK73", "1234567893").statusCode()).isEqualTo(409);
    }

    @Test
    void aQuestionWithoutItsAgencyIsRefused() throws IOException {
        turnOn();
        Response answer = Http.request(Http.JSON, "{\"member\": \"1EG4TE5MK73\", \"name\": 7}")
                .post("/v1/episodes");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new ObjectMapper()
                        .readTree(answer.asByteArray())
                        .at("/errors")
                        .findValuesAsText("pointer"))
                .containsExactly("/npi", "/name");
        assertThat(answer.asString()).doesNotContain("1EG4TE5MK73");
    }
}
