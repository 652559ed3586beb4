package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.release.RulesetStore;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.PackedRules;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.EditedTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a kept ruleset changes, in words and for claims. */
@QuarkusTest
class ImpactTest {

    private static final String FINDINGS = "codes/findings.xlsx";

    @Inject
    RulesetStore store;

    private String version;

    /** Keeps the packaged tables with one finding that is no longer an error. */
    @BeforeEach
    void keep() throws IOException {
        Readiness.await();
        byte[] edited = new EditedTables(FINDINGS)
                .set(FINDINGS, "HHT-301", "effect", "WARN")
                .workbook(FINDINGS);
        SortedMap<String, byte[]> files = new TreeMap<>(RulesetFiles.packaged().files());
        files.put(RulesetFiles.TABLES + FINDINGS, edited);
        RulesetFiles kept = new RulesetFiles("edited", files);
        version = PackedRules.version().replaceFirst("\\+.*", "+") + kept.hash();
        store.keep(version, kept, null);
    }

    private static RequestSpecification claims(String type, String body) {
        return given().urlEncodingEnabled(false)
                .header("Content-Type", type)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void theDifferenceIsTold() {
        JsonPath diff = given().urlEncodingEnabled(false)
                .get("/v1/rulesets/" + version + "/diff")
                .jsonPath();
        assertThat(diff.getInt("compared"))
                .isEqualTo(Rulesets.ruleset().tables().size());
        assertThat(diff.getString("tables[0].differences[0].key")).isEqualTo("HHT-301");
        assertThat(diff.getMap("tables[0].differences[0].values[0]"))
                .isEqualTo(java.util.Map.of("heading", "effect", "before", "RTP", "after", "WARN"));
        JsonPath back = given().urlEncodingEnabled(false)
                .get("/v1/rulesets/" + PackedRules.version() + "/diff?against=" + version)
                .jsonPath();
        assertThat(back.getString("tables[0].differences[0].values[0].after")).isEqualTo("RTP");
    }

    @Test
    void theImpactOnClaimsOfAnyKindIsTold() {
        for (String[] claims :
                new String[][] {{Http.JSON, Http.claim()}, {Http.X12, Http.sample("outpatient-therapy-0341.edi")}}) {
            Response answer = claims(claims[0], claims[1]).post("/v1/rulesets/" + version + "/impact");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith("application/json");
            JsonPath impact = answer.jsonPath();
            assertThat(impact.getString("before")).isEqualTo(PackedRules.version());
            assertThat(impact.getString("after")).isEqualTo(version);
            assertThat(impact.getString("diff.tables[0].table")).isEqualTo("findings");
            assertThat(impact.getList("findings.id")).isEqualTo(List.of("HHT-301"));
            assertThat(impact.getMap("findings[0].examples[0]"))
                    .containsEntry("claimId", "PCN-34X-0001")
                    .containsEntry("line", 1)
                    .containsEntry("kind", "changed");
            assertThat(impact.getList("rows.row")).isEqualTo(List.of("discipline-requirements/PT"));
            assertThat(answer.asString()).doesNotContain("1EG4TE5MK73");
        }
    }

    @Test
    void aPageIsAnsweredToWhoeverAsksForOne() {
        Response answer = claims(Http.JSON, "[" + Http.claim() + "]")
                .header("Accept", "text/html")
                .post("/v1/rulesets/" + version + "/impact");
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.asString())
                .contains("<th scope=\"row\">findings/HHT-301</th><td>changed</td><td>effect</td>")
                .endsWith("</html>\n");
    }

    @Test
    void aClaimThatCannotBeReadIsCounted() {
        JsonPath impact = claims(Http.NDJSON, "{\"claimId\": \"BAD\"}\n" + Http.claim() + "\n")
                .post("/v1/rulesets/" + version + "/impact")
                .jsonPath();
        assertThat(impact.getInt("claims")).isEqualTo(1);
        assertThat(impact.getInt("unreadable")).isEqualTo(1);
        assertThat(impact.getString("problems[0].claimId")).isEqualTo("BAD");
    }

    @ParameterizedTest
    @CsvSource({
        "nope,application/json,application/json,{},404",
        ",application/json,application/json,'',400",
        ",application/json,application/json,x,400",
        ",text/csv,application/json,{},415",
        ",application/json,text/csv,{},406",
    })
    void whatCannotBeAnsweredIsRefused(String other, String type, String accept, String body, int status) {
        Response answer = claims(type, body)
                .header("Accept", accept)
                .post("/v1/rulesets/" + (other == null ? version : other) + "/impact");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo(Http.PROBLEM);
    }
}
