package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Submissions;
import org.hearth.ledger.Who;
import org.hearth.release.EditedTables;
import org.hearth.release.RulesetKeeper;
import org.hearth.release.RulesetStore;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was active when, by whom and why, and back to it. */
@QuarkusTest
class ReleasesTest {

    private static final String SHIPPED = Rulesets.ruleset().version();
    private static final RulesetFiles FILES = EditedTables.rulesetWith("KX");
    private static final String EDITED = SHIPPED.replaceFirst("\\+.*", "+" + FILES.hash());

    @Inject
    RulesetKeeper keeper;

    @Inject
    RulesetStore store;

    @Inject
    Store kept;

    @BeforeEach
    void ready() throws IOException {
        Readiness.await();
        store.keep(EDITED, FILES, new Act.Examples(4, 2));
    }

    @AfterEach
    void asBefore() throws IOException {
        keeper.activate(SHIPPED, Act.of(Kind.ACTIVATION, Who.told("a test", null, null)));
    }

    private static Response post(String path, Object body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static JsonPath latest() {
        return Http.get("/v1/releases").jsonPath();
    }

    private static String active() {
        return Http.get("/v1/ruleset").jsonPath().getString("version");
    }

    @Test
    void aClaimIsTriedAsOfAKeptRelease() {
        Response tried = Http.request("text/plain", "{bill: 34X, lines: [2018-05-01 0420 97110 GP 1u 22m]}")
                .post("/v1/releases/" + EDITED + "/trial?table=unit-brackets");

        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.jsonPath().getString("active.ruleset")).isEqualTo(SHIPPED);
        assertThat(tried.jsonPath().getString("release.ruleset")).isEqualTo(EDITED);
        assertThat(tried.jsonPath().getList("matched.row", String.class)).contains("unit-brackets/1");
        assertThat(Http.request("text/plain", "{bill: 34X}")
                        .post("/v1/releases/2020-01-01+000000000000/trial")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Http.request("text/plain", "{bill: 34X, lines: [2018-05-01 0420]}")
                        .post("/v1/releases/" + EDITED + "/trial?table=nowhere")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoActivatedAndWhoTookItBackIsRecordedOverHttp() {
        Response activated = post(
                "/v1/rulesets/" + EDITED + "/activation",
                Map.of("by", "J. Doe", "reason", "CR 14321", "source", "Pub. 100-04"));
        assertThat(activated.statusCode()).isEqualTo(200);
        JsonPath first = latest();
        assertThat(first.getMap("[0]"))
                .containsEntry("version", EDITED)
                .containsEntry("kind", "activation")
                .containsEntry("author", "J. Doe")
                .containsEntry("reason", "CR 14321")
                .containsEntry("source", "Pub. 100-04")
                .containsEntry("approvedBy", null)
                .containsEntry("alone", true)
                .containsEntry("identified", false)
                .containsEntry("before", SHIPPED)
                .containsEntry("packaged", false)
                .containsEntry("kept", true)
                .containsEntry("draft", null)
                .containsEntry("examples", Map.of("passed", 4, "failed", 2))
                .containsEntry(
                        "difference",
                        List.of(
                                "discipline-requirements (discipline-requirements.drl.xlsx)",
                                "changed discipline-requirements/PT: modifier GP -> KX"));

        Response back = post("/v1/releases/" + SHIPPED + "/rollback", Map.of("by", "A. Other", "reason", "was wrong"));
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(active()).isEqualTo(SHIPPED);
        JsonPath then = latest();
        assertThat(then.getMap("[0]")).isEqualTo(back.jsonPath().getMap(""));
        assertThat(then.getMap("[0]"))
                .containsEntry("kind", "rollback")
                .containsEntry("version", SHIPPED)
                .containsEntry("packaged", true)
                .containsEntry("author", "A. Other")
                .containsEntry("reason", "was wrong")
                .containsEntry("number", first.getInt("[0].number") + 1)
                .containsEntry("previous", first.getString("[0].hash"));
        assertThat(then.getMap("[1]")).isEqualTo(first.getMap("[0]"));
        assertThat(given().queryParam("before", first.getInt("[0].number"))
                        .get("/v1/releases")
                        .jsonPath()
                        .getInt("[0].number"))
                .isEqualTo(first.getInt("[0].number") - 1);
    }

    @Test
    void anActivationWithoutABodyIsRecordedAsOneWithoutAReason() {
        assertThat(given().post("/v1/rulesets/" + EDITED + "/activation").statusCode())
                .isEqualTo(200);
        assertThat(latest().getMap("[0]"))
                .containsEntry("version", EDITED)
                .containsEntry("author", "not told")
                .containsEntry("reason", "no reason given")
                .containsEntry("source", null);
    }

    /** Whatever became active since it was sent would be taken back with nobody having meant it. */
    @Test
    void whatWasCheckedInThePlaceOfAnotherWaitsUntilItIsSentAgain() throws IOException {
        RulesetFiles files = EditedTables.rulesetWith("CQ");
        String version = SHIPPED.replaceFirst("\\+.*", "+" + files.hash());
        store.keep(version, files, null);
        Submissions submissions = new Submissions(kept.objects());
        submissions.note(version, EDITED, null);
        String activation = "/v1/rulesets/" + version + "/activation";
        int records = latest().getInt("[0].number");

        assertThat(given().post(activation).statusCode()).isEqualTo(409);
        Response told = post(activation, Map.of("before", SHIPPED));
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.jsonPath().getString("detail"))
                .contains("checked in the place of `" + EDITED + "`, and not of `" + SHIPPED + "`")
                .contains("send its workbooks again");
        assertThat(active()).isEqualTo(SHIPPED);
        assertThat(latest().getInt("[0].number")).isEqualTo(records);

        submissions.note(version, SHIPPED, null);
        assertThat(post(activation, Map.of("before", SHIPPED)).statusCode()).isEqualTo(200);
        keeper.activate(SHIPPED, Act.of(Kind.ACTIVATION, Who.told("a test", null, null)));
        submissions.note(version, EDITED, null);
        assertThat(given().post(activation).statusCode())
                .as("what was active before waits for nobody")
                .isEqualTo(200);
    }

    @Test
    void theRecordIsHadWholeAndProven() {
        post("/v1/rulesets/" + EDITED + "/activation", Map.of("by", "J. D\u00f6"));
        Response log = Http.get("/v1/releases/log");
        Response verified = Http.get("/v1/releases/verification");

        assertThat(log.contentType()).startsWith("application/x-ndjson");
        assertThat(log.header("Cache-Control")).isEqualTo("no-store");
        List<String> lines = Arrays.asList(log.asString().split("\n"));
        JsonPath last = JsonPath.from(lines.get(lines.size() - 1));
        assertThat(last.getString("author")).isEqualTo("J. D\u00f6");
        assertThat(verified.jsonPath().getMap(""))
                .containsEntry("whole", true)
                .containsEntry("records", lines.size())
                .containsEntry("last", last.getString("hash"))
                .containsEntry("number", null)
                .containsEntry("fault", null);
    }

    @Test
    void whatWasNeverActiveIsNotGoneBackTo() throws IOException {
        RulesetFiles never = EditedTables.rulesetWith("GN");
        String version = SHIPPED.replaceFirst("\\+.*", "+" + never.hash());
        store.keep(version, never, null);
        int records = latest().getInt("[0].number");

        for (Map.Entry<String, Integer> no : Map.of(
                        version, 409, SHIPPED, 409, "2026-11-23+000000000000", 404, "x", 404)
                .entrySet()) {
            Response refused = post("/v1/releases/" + no.getKey() + "/rollback", Map.of("by", "J. Doe"));
            assertThat(refused.statusCode()).as(no.getKey()).isEqualTo(no.getValue());
            assertThat(refused.contentType()).isEqualTo(Http.PROBLEM);
        }
        assertThat(active()).isEqualTo(SHIPPED);
        assertThat(latest().getInt("[0].number")).isEqualTo(records);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"by\": \"a\\u0007b\"}",
                "{\"who\": \"me\"}",
                "{\"by\": 7}",
                "[]",
            })
    void whatCannotBeRecordedIsRefusedByItsPlaceAndChangesNothing(String body) {
        for (String path : List.of("/v1/releases/" + SHIPPED + "/rollback", "/v1/rulesets/" + EDITED + "/activation")) {
            Response refused = post(path, body);
            assertThat(refused.statusCode()).as(path).isEqualTo(422);
            assertThat(refused.jsonPath().getList("errors.pointer")).hasSize(1);
        }
        assertThat(active()).isEqualTo(SHIPPED);
    }

    @Test
    void onlyTheOperatorReadsNamesAndGoesBack() {
        for (String path : List.of("/v1/releases", "/v1/releases/log", "/v1/releases/verification")) {
            assertThat(given().header("Origin", "https://elsewhere.example")
                            .get(path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(given().header("Origin", "https://elsewhere.example")
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/releases/" + SHIPPED + "/rollback")
                        .statusCode())
                .isEqualTo(403);
    }
}
