package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearth.draft.Draft;
import org.hearth.draft.Drafts;
import org.hearth.rules.Rulesets;
import org.hearth.store.Store;
import org.hearth.tables.Edited;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts over HTTP: edited by two people, checked, tried on examples and claims. */
@QuarkusTest
class DraftsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BRACKETS = "unit-brackets.drl.xlsx";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Minutes 22 are one unit and no longer two, and nothing is lost between the rows. */
    private static final String OTHER_BRACKET = "{\"op\":\"set\",\"sheet\":\"Rules\",\"cell\":\"D9\",\"value\":\"21\"},"
            + "{\"op\":\"set\",\"sheet\":\"Rules\",\"cell\":\"C10\",\"value\":\"22\"}";

    private static final String CLAIM = "{bill: 34X, lines: [2018-05-01 0420 97110 GP 1u 22m]}";

    @Inject
    Drafts drafts;

    @Inject
    Store store;

    private String id;

    @BeforeEach
    void begin() {
        Readiness.await();
        Response begun = Http.request(
                        Http.JSON,
                        "{\"name\":\"Brackets\",\"author\":\"J. Doe\",\"reason\":\"CR 1\",\"source\":\"Pub. 100-04\"}")
                .post("/v1/drafts");
        assertThat(begun.statusCode()).isEqualTo(201);
        id = begun.jsonPath().getString("id");
        assertThat(begun.header("Location")).endsWith("/v1/drafts/" + id);
        assertThat(begun.header("ETag")).isEqualTo("\"1\"");
        assertThat(begun.header("Cache-Control")).isEqualTo("no-store");
    }

    @AfterEach
    void deleteAll() throws Exception {
        for (Draft draft : drafts.all().drafts()) {
            drafts.delete(draft.id(), draft.revision());
        }
    }

    private Response edit(long revision, String table, String edits) {
        return Http.request(Http.JSON, "{\"table\":\"" + table + "\",\"edits\":[" + edits + "]}")
                .header("If-Match", "\"" + revision + "\"")
                .post("/v1/drafts/" + id + "/edits");
    }

    private Response post(String path, long revision, String body) {
        return Http.request(Http.JSON, body)
                .header("If-Match", "\"" + revision + "\"")
                .post("/v1/drafts/" + id + path);
    }

    private static List<JsonNode> lines(Response answer) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Http.body(answer).split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void aDraftIsToldAsItWasBegun() {
        JsonNode draft = json(Http.get("/v1/drafts/" + id));

        assertThat(draft.path("name").asText()).isEqualTo("Brackets");
        assertThat(draft.path("author").asText()).isEqualTo("J. Doe");
        assertThat(draft.path("reason").asText()).isEqualTo("CR 1");
        assertThat(draft.path("source").asText()).isEqualTo("Pub. 100-04");
        assertThat(draft.path("state").asText()).isEqualTo("open");
        assertThat(draft.path("base").asText()).isEqualTo(Rulesets.ruleset().version());
        assertThat(draft.path("baseIsActive").asBoolean()).isTrue();
        assertThat(draft.path("tables")).isEmpty();
        assertThat(Http.get("/v1/drafts").jsonPath().getList("id", String.class))
                .containsExactly(id);
        Response described = Http.request(Http.JSON, "{\"name\":\"Other\",\"reason\":\"\",\"source\":\"S\"}")
                .header("If-Match", "\"1\"")
                .put("/v1/drafts/" + id);
        assertThat(described.header("ETag")).isEqualTo("\"2\"");
        assertThat(json(described).path("name").asText()).isEqualTo("Other");
        assertThat(json(described).path("author").asText()).isEqualTo("J. Doe");
    }

    private static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aChangedCellIsComplainedOfUndoneAndDoneAgain() {
        Response edited =
                edit(1, "unit-brackets", "{\"op\":\"set\",\"sheet\":\"Rules\",\"cell\":\"D9\",\"value\":\"21\"}");

        assertThat(edited.statusCode()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo("\"2\"");
        assertThat(edited.jsonPath().getList("grid.complaints.message", String.class))
                .hasSize(1)
                .first()
                .asString()
                .contains("no row holds for unit minutes 15, minutes 22");
        assertThat(edited.jsonPath().getList("draft.tables.problems")).containsExactly(1);
        assertThat(Http.get("/v1/drafts/" + id + "/check").jsonPath().getList("problems.workbook"))
                .containsExactly(BRACKETS);
        assertThat(Http.get("/v1/drafts/" + id + "/difference").jsonPath().getList("words", String.class))
                .contains("  changed  unit-brackets/1: through minutes 22 -> 21");

        Response undone = post("/undo", 2, "");
        assertThat(undone.jsonPath().getList("grid.complaints")).isEmpty();
        assertThat(undone.jsonPath().getInt("draft.redo")).isEqualTo(1);
        Response redone = post("/redo", 3, "");
        assertThat(redone.jsonPath().getList("grid.complaints")).hasSize(1);
        assertThat(redone.header("ETag")).isEqualTo("\"4\"");
        assertThat(post("/redo", 4, "").statusCode()).isEqualTo(409);
    }

    @Test
    void theSecondOfTwoPeopleIsToldWhatTheFirstChanged() {
        edit(1, "unit-brackets", "{\"op\":\"set\",\"sheet\":\"Rules\",\"cell\":\"D9\",\"value\":\"21\"}");

        Response late = edit(1, "unit-brackets", "{\"op\":\"delete\",\"sheet\":\"Rules\",\"row\":9}");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.contentType()).isEqualTo(Http.PROBLEM);
        assertThat(late.jsonPath().getInt("revision")).isEqualTo(2);
        assertThat(late.jsonPath().getList("difference", String.class))
                .containsExactly(
                        "unit-brackets (unit-brackets.drl.xlsx)",
                        "  changed  unit-brackets/1: through minutes 22 -> 21",
                        "1 of " + Rulesets.ruleset().tables().size() + " tables differs; rows: 1 changed");
        assertThat(Http.request(Http.JSON, "{\"table\":\"unit-brackets\",\"edits\":[]}")
                        .post("/v1/drafts/" + id + "/edits")
                        .statusCode())
                .isEqualTo(428);
        assertThat(given().delete("/v1/drafts/" + id).statusCode()).isEqualTo(428);
        assertThat(given().header("If-Match", "\"1\"")
                        .delete("/v1/drafts/" + id)
                        .statusCode())
                .isEqualTo(412);
        assertThat(given().header("If-Match", "\"2\"")
                        .delete("/v1/drafts/" + id)
                        .statusCode())
                .isEqualTo(204);
        assertThat(Http.get("/v1/drafts/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void twoPeopleEditDifferentTablesOfOneDraft() {
        edit(1, "unit-brackets", "{\"op\":\"set\",\"sheet\":\"Rules\",\"cell\":\"D9\",\"value\":\"21\"}");

        Response his = edit(
                1, "modifiers", "{\"op\":\"set\",\"sheet\":\"Rules\",\"cell\":\"K9\",\"value\":\"a manual; seen\"}");

        assertThat(his.statusCode()).isEqualTo(200);
        assertThat(his.header("ETag")).isEqualTo("\"3\"");
        assertThat(his.jsonPath().getList("draft.tables.table", String.class))
                .containsExactly("modifiers", "unit-brackets");
        assertThat(his.jsonPath().getList("draft.tables.problems", Integer.class))
                .containsExactly(0, 1);
        Response late = edit(1, "unit-brackets", "{\"op\":\"delete\",\"sheet\":\"Rules\",\"row\":9}");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.jsonPath().getInt("revision")).isEqualTo(3);
        assertThat(late.jsonPath().getList("difference", String.class))
                .contains("  changed  unit-brackets/1: through minutes 22 -> 21");
        assertThat(post("/proposal", 1, "{\"by\":\"J. Doe\"}").statusCode()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"1\" | 200",
                "W/\"1\" | 200",
                "\"7\" | 412",
                "1 | 400",
                "* | 400",
                "\"1\", \"2\" | 400",
                "\"0\" | 400",
                "\"x\" | 400"
            })
    void theRevisionIsSaidAsItsMarkHasIt(String said, int status) {
        Response answer = Http.request(Http.JSON, "{\"name\":\"Other\"}")
                .header("If-Match", said)
                .put("/v1/drafts/" + id);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.jsonPath().getString("detail"))
                    .isEqualTo("`If-Match` is `" + said
                            + "`, which is no revision of a draft; send one as its `ETag` has it, such as \"12\"");
        }
    }

    @Test
    void namesAndReasonsAreOneLineOfPlainTextAndBounded() {
        Response blanks = Http.request(Http.JSON, "{\"name\":\" A\\n  name \",\"author\":\"J.\u00a0Doe\"}")
                .post("/v1/drafts");
        assertThat(blanks.jsonPath().getString("name")).isEqualTo("A name");
        assertThat(blanks.jsonPath().getString("author")).isEqualTo("J. Doe");
        Response longer = Http.request(
                        Http.JSON, "{\"name\":\"A\",\"author\":\"J. Doe\",\"reason\":\"" + "x".repeat(501) + "\"}")
                .post("/v1/drafts");
        assertThat(longer.statusCode()).isEqualTo(422);
        assertThat(longer.jsonPath().getList("errors.pointer")).containsExactly("/reason");
        assertThat(longer.jsonPath().getList("errors.message"))
                .containsExactly("`reason` has 501 characters; write at most 500");
    }

    /** What the service lost is no fault of whoever asks for it. */
    @Test
    void aWorkbookThatIsLostIsAFaultOfTheServiceThatItsOperatorIsTold() throws Exception {
        edit(1, "unit-brackets", "{\"op\":\"set\",\"sheet\":\"Rules\",\"cell\":\"D9\",\"value\":\"21\"}");
        byte[] edited =
                Http.get("/v1/drafts/" + id + "/tables/unit-brackets.xlsx").asByteArray();
        List<String> kept = new ArrayList<>();
        for (String name : store.objects().keys("draft-books/" + id + "/")) {
            if (Arrays.equals(store.objects().get(name).orElseThrow().bytes(), edited)) {
                kept.add(name);
                store.objects().delete(name);
            }
        }
        assertThat(kept).hasSize(1);

        Response answer = Http.get("/v1/drafts/" + id + "/tables/unit-brackets.xlsx");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("title")).isEqualTo("store unusable");
        assertThat(answer.jsonPath().getString("detail"))
                .startsWith("a workbook of the draft " + id + " is lost; its number in the log is ");
    }

    @Test
    void aFormThatIsNoneIsTheSendersFault() {
        RawHttp.Answer answer = RawHttp.post(
                "/v1/drafts",
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nbreaks off"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusLine()).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/edits | {\"table\":\"unit-brackets\",\"edits\":[{\"op\":\"set\",\"sheet\":\"Rules\",\"cell\":\"F7\",\"value\":\"x\"}]} | 422 | /edits/0/cell",
                "/edits | {\"table\":\"unit-brackets\",\"edits\":[]} | 422 | /edits",
                "/edits | {\"table\":\"unit-brackets\",\"edits\":[{\"what\":1}]} | 422 | /edits/0/what",
                "/edits | {\"table\":\"unit-brackets\",\"edits\":1} | 422 | /edits",
                "/edits | {\"table\":\"nope\",\"edits\":[{\"op\":\"set\"}]} | 404 |",
                "/edits | {\"edits\":[{\"op\":\"set\"}]} | 422 | /table",
                "/edits | {\"table\": | 400 | ''",
                "/edits | '' | 400 | ''",
                "/answers | {\"table\":\"unit-brackets\"} | 422 | /edits/0/table",
                "/examples/new | {\"table\":\"unit-brackets\",\"name\":\"x\",\"claim\":\"{bill: 34X}\"} | 422 | /claim",
                "/examples/new | {\"table\":\"unit-brackets\",\"name\":\"\",\"claim\":\"{bill: 34X}\"} | 422 | /name"
            })
    void whatCannotBeDoneIsSaidByPointer(String path, String body, int status, String pointer) {
        Response answer = post(path, 1, body);

        assertThat(answer.statusCode()).as(Http.body(answer)).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo(Http.PROBLEM);
        if (pointer != null) {
            assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                    .containsExactly(pointer);
        }
        assertThat(Http.get("/v1/drafts/" + id).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aWorkbookIsTakenAwayEditedAndBroughtBack() {
        byte[] shipped =
                Http.get("/v1/drafts/" + id + "/tables/unit-brackets.xlsx").asByteArray();
        assertThat(shipped).isEqualTo(new Edited().bytes(BRACKETS));
        byte[] edited = new Edited().set(BRACKETS, "D9", 21).bytes(BRACKETS);

        Response taken = given().header("Content-Type", WORKBOOK)
                .header("If-Match", "\"1\"")
                .body(edited)
                .put("/v1/drafts/" + id + "/tables/unit-brackets.xlsx");

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.jsonPath().getList("grid.complaints")).hasSize(1);
        assertThat(Http.get("/v1/drafts/" + id + "/tables/unit-brackets.xlsx").asByteArray())
                .isEqualTo(edited);
        byte[] code = new Edited().set(BRACKETS, "F7", "System.exit(0)").bytes(BRACKETS);
        Response refused = given().header("Content-Type", WORKBOOK)
                .header("If-Match", "\"2\"")
                .body(code)
                .put("/v1/drafts/" + id + "/tables/unit-brackets.xlsx");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.cell", String.class)).containsExactly("F7");
        Response whole = given().multiPart("name", "sent")
                .multiPart("author", "J. Doe")
                .multiPart("workbook", BRACKETS, edited)
                .post("/v1/drafts");
        assertThat(whole.statusCode()).isEqualTo(201);
        assertThat(whole.jsonPath().getList("tables.table", String.class)).containsExactly("unit-brackets");
    }

    @Test
    void examplesThatFailAreToldWithTheRowBehindThemAndAccepted() throws IOException {
        assertThat(edit(1, "unit-brackets", OTHER_BRACKET).jsonPath().getList("grid.complaints"))
                .isEmpty();

        List<JsonNode> lines = lines(post("/examples", 2, ""));

        JsonNode end = lines.get(lines.size() - 1).path("end");
        List<String> failed = lines.stream()
                .filter(line -> line.has("example"))
                .map(line -> line.at("/example/where").asText())
                .toList();
        assertThat(failed).isNotEmpty().hasSize(end.path("failed").asInt());
        assertThat(failed).anyMatch(where -> where.startsWith(BRACKETS));
        assertThat(end.path("passed").asInt()).isGreaterThan(1_000);
        assertThat(end.at("/groups/0/row").asText()).isIn("unit-brackets/1", "unit-brackets/2");
        assertThat(end.path("unreached")).isEmpty();
        assertThat(end.at("/coverage/0/table").asText()).isEqualTo("unit-brackets");
        assertThat(end.at("/coverage/0/reached").asInt())
                .isEqualTo(end.at("/coverage/0/rows").asInt());

        Response accepted = post("/answers", 2, "{\"table\":\"unit-brackets\"}");
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.jsonPath().getInt("draft.undo")).isEqualTo(2);
        List<JsonNode> again = lines(post("/examples", 3, ""));
        assertThat(again.stream().map(line -> line.at("/example/where").asText()))
                .noneMatch(where -> where.startsWith(BRACKETS));
    }

    @Test
    void aDraftWithAProblemIsNotTried() {
        edit(1, "unit-brackets", "{\"op\":\"set\",\"sheet\":\"Rules\",\"cell\":\"D9\",\"value\":\"21\"}");

        for (String path : List.of("/examples", "/trial", "/impact")) {
            Response answer = Http.request(Http.JSON, Http.claim()).post("/v1/drafts/" + id + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(422);
            assertThat(answer.jsonPath().getString("title")).isEqualTo("invalid tables");
        }
    }

    @Test
    void aClaimIsTriedAndMadeAnExample() {
        edit(1, "unit-brackets", OTHER_BRACKET);

        JsonNode tried = json(Http.request("text/plain", CLAIM).post("/v1/drafts/" + id + "/trial"));

        assertThat(tried.at("/active/findings")).isEmpty();
        assertThat(tried.at("/draft/findings")).hasSize(1);
        assertThat(tried.path("matched").findValuesAsText("row")).contains("unit-brackets/2");
        Response added = post(
                "/examples/new",
                2,
                "{\"table\":\"unit-brackets\",\"name\":\"22 minutes\",\"claim\":\"" + CLAIM
                        + "\",\"source\":\"CR 1\"}");
        assertThat(added.statusCode()).isEqualTo(200);
        JsonNode rows = json(added).at("/grid/sheets/1/rows");
        JsonNode cells = rows.get(rows.size() - 1).path("cells");
        assertThat(cells.get(0).asText()).isEqualTo("22 minutes");
        assertThat(cells.get(1).asText()).isEqualTo("34X");
        assertThat(cells.get(2).asText()).isEqualTo("2018-05-01 0420 97110 GP 1u 22m");
        assertThat(cells.get(4).asText())
                .isEqualTo(tried.at("/draft/findings/0/id").asText() + " line 1");
        assertThat(json(added).at("/grid/complaints")).isEmpty();
    }

    @Test
    void aClaimAsJsonBecomesAnExampleThatIsNobodys() {
        edit(1, "unit-brackets", OTHER_BRACKET);

        JsonNode tried = json(Http.request(Http.JSON, Http.claim()).post("/v1/drafts/" + id + "/trial?as=837I"));

        JsonNode example = tried.path("example");
        assertThat(example.path("left").get(0).asText()).isEqualTo("claim number");
        assertThat(example.path("rest").asText()).contains("payer: null", "door: 837I");
        Response added = post(
                "/examples/new",
                2,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("table", "unit-brackets")
                        .put("name", "as it was billed")
                        .put("claim", Http.claim())
                        .put("source", "CR 1")
                        .toString());
        assertThat(added.statusCode()).isEqualTo(200);
        JsonNode rows = json(added).at("/grid/sheets/1/rows");
        JsonNode cells = rows.get(rows.size() - 1).path("cells");
        assertThat(cells.get(2).asText()).isEqualTo(example.path("lines").asText());
        // as JSON, of which nobody knows what it does not say
        assertThat(cells.get(3).asText()).contains("payer: unknown").doesNotContain("door");
        assertThat(cells.toString()).doesNotContain("2AY4NT5HE11", "PCN-");
        assertThat(json(added).at("/grid/complaints")).isEmpty();
        post("/proposal", 3, "{\"by\":\"J. Doe\"}");
        assertThat(json(Http.request(Http.JSON, Http.claim()).post("/v1/drafts/" + id + "/trial"))
                        .has("example"))
                .isFalse();
    }

    /** One that cannot be read, and one that can but is no example. */
    @Test
    void aClaimThatBecomesNoExampleIsToldApartFromOneThatCannotBeRead() {
        Response none = post("/examples/new", 1, example(Http.claim().replace("\"GP\"", "\"gp\"")));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.jsonPath().getList("errors.pointer", String.class)).containsExactly("/claim");
        assertThat(none.jsonPath().getString("errors[0].message")).startsWith("it cannot become an example: ");

        Response unread = post("/examples/new", 1, example(Http.claim().replace("\"0341\"", "\"X\"")));
        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(unread.jsonPath().getString("detail")).endsWith("each place is one within the text of `/claim`");
        assertThat(unread.jsonPath().getList("errors.pointer", String.class)).containsExactly("/typeOfBill");
    }

    private static String example(String claim) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("table", "unit-brackets")
                .put("name", "as it was billed")
                .put("claim", claim)
                .put("source", "CR 1")
                .toString();
    }

    @Test
    void theOneCellThatKeptARowOutIsTold() {
        edit(1, "unit-brackets", OTHER_BRACKET);

        JsonNode tried = json(Http.request("text/plain", "{bill: 34X, lines: [2018-05-01 0420 97110 GP 1u 4m]}")
                .post("/v1/drafts/" + id + "/trial"));

        JsonNode near = tried.at("/nearest/0");
        assertThat(near.path("row").asText()).isEqualTo("unit-brackets/1");
        assertThat(near.at("/keptOutBy/cell").asText()).isEqualTo("C9");
        assertThat(near.at("/keptOutBy/heading").asText()).isEqualTo("from minutes");
        assertThat(near.at("/keptOutBy/wants").asText()).isEqualTo("8");
        assertThat(near.at("/keptOutBy/has").asText()).isEqualTo("4");
    }

    @Test
    void whatADraftDoesToClaimsIsTold() throws IOException {
        edit(1, "unit-brackets", OTHER_BRACKET);

        List<JsonNode> lines = lines(Http.request(Http.JSON, Http.claim()).post("/v1/drafts/" + id + "/impact"));

        JsonNode impact = lines.get(lines.size() - 1).path("impact");
        assertThat(impact.path("claims").asInt()).isEqualTo(1);
        assertThat(impact.path("before").asText()).isEqualTo(Rulesets.ruleset().version());
        assertThat(impact.at("/diff/tables/0/table").asText()).isEqualTo("unit-brackets");
        JsonNode seen = json(Http.get("/v1/drafts/" + id)).path("impact");
        assertThat(seen.path("revision").asInt()).isEqualTo(2);
        assertThat(seen.path("holds").asBoolean()).isTrue();
        assertThat(seen.path("claims").asInt()).isEqualTo(1);
        assertThat(seen.path("words").asText()).isEqualTo("of 1 claim none is answered otherwise");
        assertThat(Http.get("/v1/drafts/" + id).header("ETag")).isEqualTo("\"2\"");
        assertThat(json(post("/undo", 2, "")).at("/draft/impact/holds").asBoolean())
                .isFalse();
    }

    @Test
    void nobodyElseMaySeeOrChangeADraft() {
        for (String path : List.of("", "/" + id, "/" + id + "/tables/unit-brackets", "/" + id + "/check")) {
            assertThat(given().header("X-Forwarded-For", "192.0.2.1")
                            .get("/v1/drafts" + path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        for (String path : List.of("/edits", "/undo", "/examples", "/examples/new", "/trial", "/impact", "/answers")) {
            assertThat(Http.request(Http.JSON, "{}")
                            .header("Origin", "https://example.org")
                            .header("If-Match", "\"1\"")
                            .post("/v1/drafts/" + id + path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }
}
