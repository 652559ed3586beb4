package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Who;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.EditedTables;
import org.hearth.release.RulesetKeeper;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.Edited;
import org.hearth.tables.codeset.CodeSetFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New tables for a running service, and who may send them. */
@QuarkusTest
class RulesetsTest {

    private static final String SHIPPED = Rulesets.ruleset().version();
    private static final String EDITED =
            SHIPPED.replaceFirst("\\+.*", "+" + EditedTables.rulesetWith("GO").hash());

    private static final Path UPLOADS = Path.of("target/uploads");

    @Inject
    RulesetKeeper keeper;

    @Inject
    ActiveRuleset active;

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    @AfterEach
    void asBefore() throws Exception {
        active.refuse(java.util.Optional.empty());
        keeper.activate(SHIPPED, Act.of(Kind.ACTIVATION, Who.told("a test", null, null)));
        // a body that is refused while it comes is deleted once its connection has ended
        for (int wait = 0; !uploads().isEmpty() && wait < 100; wait++) {
            Thread.sleep(50);
        }
        assertThat(uploads()).as("what was sent is deleted").isEmpty();
    }

    private static List<Path> uploads() throws IOException {
        try (Stream<Path> left = Files.exists(UPLOADS) ? Files.list(UPLOADS) : Stream.empty()) {
            return left.toList();
        }
    }

    @Test
    void anEditedWorkbookIsKeptActivatedAndTakenBack() {
        String shipped = Http.body(Http.evaluate(Http.JSON, Http.claim()));

        Response kept = post(EditedTables.WORKBOOK, EditedTables.workbookWith("GO"));
        assertThat(kept.statusCode()).isEqualTo(201);
        assertThat(kept.header("Location")).endsWith("/v1/rulesets/" + EDITED);
        assertThat(kept.jsonPath().getString("version")).isEqualTo(EDITED);
        assertThat(kept.jsonPath().getString("standing")).isIn("candidate", "released");
        assertThat(kept.jsonPath().getString("from"))
                .isEqualTo(EditedTables.WORKBOOK + " posted, the rest from " + SHIPPED);
        assertThat(kept.jsonPath().getInt("examples.passed")).isGreaterThan(1_000);
        assertThat(kept.jsonPath().getList("examples.failed.where", String.class))
                .contains("rules/modifiers/HHT-301-missing-discipline-modifier.md");
        assertThat(Http.body(Http.evaluate(Http.JSON, Http.claim()))).isEqualTo(shipped);

        String edited = evaluateAsOf(EDITED);
        assertThat(edited).contains("\"ruleset\":\"" + EDITED + "\"", "carries no `GO`");
        Response activated = given().post("/v1/rulesets/" + EDITED + "/activation");
        assertThat(activated.statusCode()).isEqualTo(200);
        assertThat(activated.jsonPath().getBoolean("active")).isTrue();
        assertThat(activated.jsonPath().getString("standing")).isEqualTo("released");
        assertThat(Http.body(Http.evaluate(Http.JSON, Http.claim()))).isEqualTo(edited);
        assertThat(evaluateAsOf(SHIPPED)).isEqualTo(shipped);
        assertThat(Http.get("/v1/tables/discipline-requirements.xlsx").asByteArray())
                .isEqualTo(EditedTables.workbookWith("GO"));

        assertThat(given().post("/v1/rulesets/" + SHIPPED + "/activation").statusCode())
                .isEqualTo(200);
        assertThat(Http.body(Http.evaluate(Http.JSON, Http.claim()))).isEqualTo(shipped);
        assertThat(Http.get("/v1/rulesets").jsonPath().getList("findAll { it.active }.version", String.class))
                .containsExactly(SHIPPED);
        assertThat(Http.get("/v1/rulesets").jsonPath().getList("version", String.class))
                .contains(EDITED)
                .endsWith(SHIPPED);
    }

    @Test
    void anImportedCodeSetIsKeptActivatedAndNamed() {
        byte[] set = CodeSetFiles.icd10(20251001, "A000", "Z471");

        Response kept = post("icd10-2025-10-01.txt.gz", set);
        assertThat(kept.statusCode()).isEqualTo(201);
        assertThat(kept.jsonPath().getList("examples.failed")).isEmpty();
        String version = kept.jsonPath().getString("version");
        assertThat(post("codes/sets/icd10-2025-10-01.txt.gz", set).jsonPath().getString("version"))
                .isEqualTo(version);
        assertThat(Http.get("/v1/ruleset").jsonPath().getList("codeSets")).isEmpty();

        assertThat(given().post("/v1/rulesets/" + version + "/activation").statusCode())
                .isEqualTo(200);
        assertThat(Http.get("/v1/ruleset").jsonPath().getList("codeSets"))
                .containsExactly(java.util.Map.of(
                        "name", "icd10", "from", "2025-10-01", "codes", 2, "source", "made-up.txt", "sha256", "0"));

        Response torn = post("pdgm-2025-10-01.txt.gz", new byte[] {1});
        assertThat(torn.statusCode()).isEqualTo(422);
        assertThat(torn.jsonPath().getList("errors.workbook", String.class))
                .containsExactly("codes/sets/pdgm-2025-10-01.txt.gz");
        assertThat(post("icd11-2025-10-01.txt.gz", set).statusCode()).isEqualTo(422);
    }

    @Test
    void everyWrongCellIsNamedAndNothingIsKept() {
        Response answer = post(EditedTables.WORKBOOK, EditedTables.badWorkbook());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).isEqualTo(Http.PROBLEM);
        assertThat(answer.jsonPath().getString("title")).isEqualTo("invalid tables");
        assertThat(answer.jsonPath().getList("errors.workbook", String.class)).containsExactly(EditedTables.WORKBOOK);
        assertThat(answer.jsonPath().getList("errors.sheet", String.class)).containsExactly("Rules");
        assertThat(answer.jsonPath().getList("errors.cell", String.class)).containsExactly(EditedTables.BAD_CELL);
        String version = SHIPPED.replaceFirst(
                "\\+.*",
                "+" + EditedTables.rulesetWith(EditedTables.badWorkbook()).hash());
        assertThat(Http.get("/v1/rulesets/" + version).statusCode()).isEqualTo(404);
    }

    @Test
    void aWorkbookWithFewerExamplesIsRefusedUnlessTheCallSaysSo() {
        byte[] fewer = new Edited()
                .change(EditedTables.WORKBOOK, open -> {
                    var examples = open.getSheet("Examples");
                    examples.removeRow(examples.getRow(examples.getLastRowNum()));
                })
                .bytes(EditedTables.WORKBOOK);

        Response refused = post(EditedTables.WORKBOOK, fewer);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.sheet", String.class)).containsExactly("Examples");
        assertThat(refused.jsonPath().getString("errors[0].message")).contains("the active edition has ");
        Response taken = given().multiPart("any", EditedTables.WORKBOOK, fewer).post("/v1/rulesets?fewerExamples=true");
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(taken.jsonPath().getList("examples.failed")).isEmpty();
        assertThat(taken.jsonPath().getList("examples.shared")).isEmpty();
    }

    /** The rows above the headings become code. */
    @Test
    void aWorkbookThatBringsCodeIsRefused() {
        byte[] hostile = EditedTables.edit(
                EditedTables.shipped(EditedTables.WORKBOOK), "Rules", "F7", "System.exit(0); insert(\"$param\"");

        Response answer = post(EditedTables.WORKBOOK, hostile);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.workbook", String.class)).contains(EditedTables.WORKBOOK);
    }

    @Test
    void aCheckKeepsNothing() {
        // what no other test keeps
        byte[] other = EditedTables.workbookWith("CO");
        Response answer = given().multiPart("any", EditedTables.WORKBOOK, other).post("/v1/rulesets/check");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getBoolean("sound")).isFalse();
        assertThat(answer.jsonPath().getList("problems")).isEmpty();
        assertThat(answer.jsonPath().getList("examples.failed")).isNotEmpty();
        assertThat(answer.jsonPath().getList("examples.shared.row", String.class))
                .containsExactly("discipline-requirements/PT");
        String version = SHIPPED.replaceFirst(
                "\\+.*", "+" + EditedTables.rulesetWith(other).hash());
        assertThat(Http.get("/v1/rulesets/" + version).statusCode()).isEqualTo(404);
    }

    @Test
    void theShippedWorkbooksAreSound() {
        RequestSpecification all = given();
        Rulesets.files()
                .ending(".xlsx")
                .forEach(path -> all.multiPart(
                        "workbook",
                        path.substring(RulesetFiles.TABLES.length()),
                        Rulesets.files().files().get(path)));

        Response answer = all.post("/v1/rulesets/check");

        assertThat(answer.jsonPath().getBoolean("sound")).isTrue();
        assertThat(answer.jsonPath().getList("problems")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, not a workbook's name",
        "..\\evil.xlsx, not a workbook's name",
        "codes/../findings.xlsx, not a workbook's name",
        "rules.drl, not a workbook's name",
        "nobodys-table.xlsx, invalid tables"
    })
    void onlyAWorkbookOfTheRulesetTakesAPlace(String name, String title) {
        Response answer = post(name, new byte[] {1});

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("title")).isEqualTo(title);
    }

    @Test
    void whatIsNoSetOfWorkbooksIsRefused() {
        assertThat(given().multiPart("text", "no file").post("/v1/rulesets").statusCode())
                .isEqualTo(400);
        assertThat(given().contentType("application/json")
                        .body("{}")
                        .post("/v1/rulesets")
                        .statusCode())
                .isEqualTo(415);
        Response twice = given().multiPart("a", EditedTables.WORKBOOK, new byte[] {1})
                .multiPart("b", EditedTables.WORKBOOK, new byte[] {1})
                .post("/v1/rulesets");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.jsonPath().getString("title")).isEqualTo("sent twice");
        Response large = post(EditedTables.WORKBOOK, new byte[9 << 20]);
        assertThat(large.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://elsewhere.example, 403",
        "Host, elsewhere.example, 421",
        "X-Forwarded-For, 10.0.0.1, 403",
        "Forwarded, for=10.0.0.1, 403"
    })
    void aPageInABrowserAndAProxyAreNotTheOperator(String header, String value, int status) {
        for (String path : List.of("/v1/rulesets", "/v1/rulesets/check", "/v1/rulesets/" + SHIPPED + "/activation")) {
            RequestSpecification request = given().header(header, value);
            Response answer = path.endsWith("activation")
                    ? request.post(path)
                    : request.multiPart("a", EditedTables.WORKBOOK, new byte[] {1})
                            .post(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(answer.contentType()).isEqualTo(Http.PROBLEM);
        }
    }

    @Test
    void whatIsNotKeptIsNotFound() {
        for (Response answer : List.of(
                Http.get("/v1/rulesets/2026-11-23+000000000000"),
                given().post("/v1/rulesets/2026-11-23+000000000000/activation"),
                given().contentType(Http.JSON)
                        .body(Http.claim())
                        .post("/v1/evaluations?asOf=2026-11-23%2B000000000000"),
                given().contentType(Http.JSON).body(Http.claim()).post("/v1/evaluations?asOf=..%2F..%2Fchosen"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.jsonPath().getString("title")).isEqualTo("no such ruleset");
        }
    }

    @Test
    void aChangeThatWasKeptOutIsToldWhileTheServiceIsReady() {
        Instant since = Instant.parse("2026-11-23T10:00:00Z");
        String problem = "codes/findings.xlsx, sheet Rows, cell B3: the cell is blank; write a value";
        // a look that still finds what an earlier test activated takes back what is refused below
        keeper.look();
        keeper.look();
        active.refuse(java.util.Optional.of(new ActiveRuleset.Refused("/etc/tables", since, List.of(problem))));

        Response ruleset = Http.get("/v1/ruleset");
        assertThat(ruleset.jsonPath().getString("version")).isEqualTo(SHIPPED);
        assertThat(ruleset.jsonPath().getString("refused.from")).isEqualTo("/etc/tables");
        assertThat(ruleset.jsonPath().getString("refused.since")).isEqualTo(since.toString());
        assertThat(ruleset.jsonPath().getList("refused.problems", String.class)).containsExactly(problem);
        Response ready = Http.manage("/q/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.jsonPath().getMap("checks.find { it.name == 'ruleset' }.data"))
                .containsEntry("refusedSince", since.toString())
                .containsEntry("problem 1", problem);
        assertThat(Http.body(Http.manage("/q/metrics"))).contains("hearth_ruleset_refused 1.0");
    }

    @Test
    void aWorkbookIsServedAsItIs() {
        Response answer = Http.get("/v1/tables/therapy-codes.xlsx");

        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"therapy-codes.xlsx\"");
        assertThat(answer.asByteArray()).isEqualTo(EditedTables.shipped("codes/therapy-codes.xlsx"));
        assertThat(Http.get("/v1/tables/nothing.xlsx").statusCode()).isEqualTo(404);
    }

    private static Response post(String name, byte[] workbook) {
        return given().multiPart("workbook", name, workbook).post("/v1/rulesets");
    }

    private static String evaluateAsOf(String version) {
        // the plus sign of a version is what a form would send for a blank
        return Http.body(given().contentType(Http.JSON)
                .urlEncodingEnabled(false)
                .body(Http.claim().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/evaluations?asOf=" + version));
    }
}
