package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hearth.catalog.FindingType;
import org.hearth.rules.Rulesets;
import org.hearth.tables.content.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What claims are judged by: findings, the ruleset, tables; and what is not there. */
@QuarkusTest
class RulesTest {

    private static final Path PAGE = Path.of("rules/modifiers/HHT-301-missing-discipline-modifier.md");

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    @Test
    void theCatalogueListsEveryFinding() {
        Response answer = Http.get("/v1/findings");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json;charset=UTF-8");
        assertThat(answer.jsonPath().getList("id", String.class))
                .containsExactlyElementsOf(Rulesets.ruleset().catalog().all().stream()
                        .map(FindingType::id)
                        .toList());
        assertThat(answer.jsonPath().getMap("find { it.id == 'HHT-301' }"))
                .containsOnly(
                        java.util.Map.entry("id", "HHT-301"),
                        java.util.Map.entry("title", "missing discipline modifier"),
                        java.util.Map.entry("effect", "RTP"),
                        java.util.Map.entry("severity", "error"),
                        java.util.Map.entry("formLocator", "FL 44"),
                        java.util.Map.entry("fiss", List.of()),
                        java.util.Map.entry("carc", "4"),
                        java.util.Map.entry("citation", "Pub. 100-04 ch. 5 s. 20.1"),
                        java.util.Map.entry("url", "/v1/findings/HHT-301"));
    }

    @ParameterizedTest
    @CsvSource({
        "HHT-301, HHT-301 HHT-303 HHT-702",
        "hht-119 38200, HHT-119 HHT-120",
        "FL 64, HHT-108 HHT-188",
        "fl 20 gender, ''",
        "remarks FL 80, HHT-207 HHT-223",
        "missing discipline modifier, HHT-301 HHT-308 HHT-505 HHT-512 HHT-707",
        "zzzz, ''"
    })
    void theCatalogueIsSearched(String words, String ids) {
        assertThat(given().queryParam("q", words).get("/v1/findings").jsonPath().getList("id", String.class))
                .isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
    }

    @Test
    void aFormLocatorFindsTheSpansThatHaveIt() {
        List<String> found =
                given().queryParam("q", "FL 20").get("/v1/findings").jsonPath().getList("formLocator");

        assertThat(found).contains("FL 18-28", "FL 15-41").doesNotContain("FL 44", "FL 4");
    }

    @Test
    void theCatalogueIsFilteredByAdjustmentReason() {
        List<String> found = Http.get("/v1/findings?carc=29").jsonPath().getList("carc");

        assertThat(found).isNotEmpty().allMatch(carc -> List.of(carc.split(", "))
                .contains("29"));
        assertThat(Http.get("/v1/findings?carc=29&fiss=39011").jsonPath().getList("id"))
                .contains("HHT-141");
        assertThat(Http.get("/v1/findings?carc=999").jsonPath().getList("id")).isEmpty();
    }

    @Test
    void aFindingNamesTheRowsBehindIt() {
        assertThat(Http.get("/v1/findings/HHT-811").jsonPath().getMap("rows[0]"))
                .containsEntry("table", "home-health-visits")
                .containsEntry("row", "site of service")
                .containsEntry("sheet", "Rules")
                .containsKeys("workbook", "cell", "from", "through");
    }

    @ParameterizedTest
    @CsvSource({
        "38200, HHT-119 HHT-120",
        "15301, HHT-113 HHT-114",
        "u538f, HHT-242 HHT-260 HHT-261",
        "31255, HHT-340",
        "31256, HHT-340 HHT-341"
    })
    void theCatalogueIsFilteredByReasonCode(String code, String ids) {
        assertThat(Http.get("/v1/findings?fiss=" + code).jsonPath().getList("id", String.class))
                .containsExactly(ids.split(" "));
    }

    @Test
    void aReasonCodeThatNoFindingHasIsOfNone() {
        assertThat(Http.get("/v1/findings?fiss=99999").jsonPath().getList("id")).isEmpty();
    }

    @Test
    void aFindingSaysItsCodesAndWhatIsRelated() {
        JsonPath finding = Http.get("/v1/findings/HHT-340").jsonPath();
        assertThat(finding.getString("codes.fiss")).isEqualTo("31255, 31256, 31257");
        assertThat(finding.getList("fiss")).isEqualTo(List.of("31255", "31256", "31257"));
        assertThat(finding.getString("mend")).isNull();
        assertThat(finding.getList("related")).isEqualTo(List.of("HHT-341", "HHT-344", "HHT-348", "HHT-349"));
        assertThat(Http.get("/v1/findings/HHT-301").jsonPath().getString("mend"))
                .isEqualTo("certain");
    }

    @Test
    void aFindingHasItsPage() {
        Response answer = Http.get("/v1/findings/hht-301");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json;charset=UTF-8");
        assertThat(answer.jsonPath().getString("id")).isEqualTo("HHT-301");
        assertThat(answer.jsonPath().getString("rule"))
                .isEqualTo("rules/modifiers/HHT-301-missing-discipline-modifier.drl");
        assertThat(answer.jsonPath().getString("page")).isEqualTo(Http.text(PAGE));
    }

    @Test
    void aPageIsServedAsItIsWritten() {
        Response answer = given().header("Accept", "text/markdown").get("/v1/findings/HHT-301");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/markdown;charset=UTF-8");
        assertThat(Http.body(answer)).isEqualTo(Http.text(PAGE));
    }

    @Test
    void everyListedPageIsThere() {
        for (String url : Http.get("/v1/findings").jsonPath().getList("url", String.class)) {
            assertThat(Http.body(Http.get(url))).as(url).contains("\"page\":\"# HHT-");
        }
    }

    @Test
    void theRulesetSaysWhatItHolds() {
        Response answer = Http.get("/v1/ruleset");

        JsonPath body = answer.jsonPath();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body.getString("version")).isEqualTo(Rulesets.ruleset().version());
        assertThat(body.getString("from")).isEqualTo("packaged");
        assertThat(Instant.parse(body.getString("loadedAt"))).isBefore(Instant.now());
        assertThat(body.getInt("counts.findings"))
                .isEqualTo(Rulesets.ruleset().catalog().all().size());
        assertThat(body.getInt("counts.rules"))
                .isEqualTo(Rulesets.ruleset().rules().size());
        assertThat(body.getInt("counts.tables"))
                .isEqualTo(Rulesets.ruleset().tables().size());
        assertThat(body.getInt("counts.rows"))
                .isEqualTo(body.getList("tables.rows", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        assertThat(body.getString("tables.find { it.name == 'findings' }.kind")).isEqualTo("code-list");
        assertThat(body.getString("tables.find { it.name == 'discipline-requirements' }.kind"))
                .isEqualTo("decision-table");
    }

    @Test
    void everyTableIsServedWithItsRows() {
        assertThat(Http.get("/v1/tables").jsonPath().getList("name", String.class))
                .containsExactlyElementsOf(
                        Rulesets.ruleset().tables().stream().map(Table::name).toList());
        for (Table table : Rulesets.ruleset().tables()) {
            JsonPath body = Http.get("/v1/tables/" + table.name()).jsonPath();
            assertThat(body.getList("rows.key", String.class))
                    .as(table.name())
                    .containsExactlyElementsOf(
                            table.rows().stream().map(row -> row.key()).toList());
        }
    }

    @Test
    void aRowIsShownAsAnAnalystWritesIt() {
        JsonPath body = Http.get("/v1/tables/discipline-requirements").jsonPath();

        assertThat(body.getString("workbook")).isEqualTo("discipline-requirements.drl.xlsx");
        assertThat(body.getString("rows.find { it.key == 'PT' }.sheet")).isEqualTo("Rules");
        assertThat(body.getString("rows.find { it.key == 'PT' }.values.modifier"))
                .isEqualTo("GP");
        assertThat(body.getString("rows.find { it.key == 'PT' }.values.through"))
                .isEqualTo("open");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1, 404, not found",
        "GET, /nothing, 404, not found",
        "POST, /v1/nothing, 404, not found",
        "GET, /v1/findings/HHT-000, 404, no such finding",
        "GET, /v1/tables/nothing, 404, no such table",
        "GET, /v1/evaluations, 405, method not allowed",
        "DELETE, /v1/findings, 405, method not allowed",
        "POST, /v1/ruleset, 405, method not allowed"
    })
    void whatIsNotThereIsAProblem(String method, String path, int status, String title) {
        Response answer = given().request(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("title")).isEqualTo(title);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
    }

    @Test
    void whatCannotBeAcceptedIsAProblem() {
        Response answer = given().header("Accept", "image/png").get("/v1/findings/HHT-301");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
}
