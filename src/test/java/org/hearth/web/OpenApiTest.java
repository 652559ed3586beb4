package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearth.claim.Discipline;
import org.hearth.claim.Location;
import org.hearth.claim.Origin;
import org.hearth.episode.FullEpisode;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.KnownPast;
import org.hearth.evaluate.OutOfScope;
import org.hearth.facts.functional.ReportingDay;
import org.hearth.facts.line.NotChecked;
import org.hearth.facts.units.ProposedLine;
import org.hearth.facts.units.UnitsAnswer;
import org.hearth.finding.Advice;
import org.hearth.finding.Condition;
import org.hearth.finding.Correction;
import org.hearth.finding.Effect;
import org.hearth.finding.FieldChange;
import org.hearth.finding.Finding;
import org.hearth.finding.FindingPlace;
import org.hearth.finding.Grounds;
import org.hearth.finding.LeftMend;
import org.hearth.finding.Mend;
import org.hearth.finding.PatchOperation;
import org.hearth.finding.Reason;
import org.hearth.finding.ResponseCodes;
import org.hearth.finding.RowReference;
import org.hearth.finding.TextChange;
import org.hearth.json.AnsweredClaim;
import org.hearth.json.ClaimReader;
import org.hearth.json.CorrectionsWriter;
import org.hearth.json.EpisodeWriter;
import org.hearth.json.EvaluationWriter;
import org.hearth.json.InvalidClaimException;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.json.Warning;
import org.hearth.web.rest.CorrectionsResource;
import org.hearth.web.rest.DiffResource;
import org.hearth.web.rest.DraftExamplesResource;
import org.hearth.web.rest.DraftImpactResource;
import org.hearth.web.rest.DraftReleaseResource;
import org.hearth.web.rest.DraftTablesResource;
import org.hearth.web.rest.DraftTrialResource;
import org.hearth.web.rest.DraftsResource;
import org.hearth.web.rest.EpisodesResource;
import org.hearth.web.rest.EvaluationsResource;
import org.hearth.web.rest.FindingsResource;
import org.hearth.web.rest.FleetResource;
import org.hearth.web.rest.HistoryResource;
import org.hearth.web.rest.ImpactResource;
import org.hearth.web.rest.ReleaseTrialResource;
import org.hearth.web.rest.ReleasesResource;
import org.hearth.web.rest.RulesetResource;
import org.hearth.web.rest.RulesetsResource;
import org.hearth.web.rest.TablesResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the calls says what they are. */
@QuarkusTest
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNLIKE_ANY_FIELD = "qqqqqqqqqqqqqqqqqqqqqqqq";
    private static final List<Class<?>> RESOURCES = List.of(
            EvaluationsResource.class,
            CorrectionsResource.class,
            EpisodesResource.class,
            FindingsResource.class,
            FleetResource.class,
            RulesetResource.class,
            RulesetsResource.class,
            ReleasesResource.class,
            TablesResource.class,
            ImpactResource.class,
            HistoryResource.class,
            DiffResource.class,
            DraftsResource.class,
            DraftTablesResource.class,
            DraftReleaseResource.class,
            DraftExamplesResource.class,
            DraftTrialResource.class,
            ReleaseTrialResource.class,
            DraftImpactResource.class);

    /** Where a member that says nothing is left out. */
    private static final Set<String> MAY_LACK = Set.of("Grid", "EditedDraft");

    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        document = JSON.readTree(
                given().queryParam("format", "json").get("/q/openapi").asByteArray());
    }

    @Test
    void everyCallIsDescribedAndNoOther() {
        Set<String> described = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(
                        method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));

        assertThat(described).isEqualTo(calls());
    }

    @Test
    void everyCallOfDraftsAndReleasesSaysHowItMayBeRefused() {
        Set<String> unsaid = new TreeSet<>();
        for (String path : names(document.path("paths"))) {
            if (path.matches("/v1/(drafts|releases|rulesets).*")) {
                for (String method : names(document.path("paths").path(path))) {
                    JsonNode call = document.path("paths").path(path).path(method);
                    Set<String> needed = new TreeSet<>(Set.of("503"));
                    if (call.path("parameters").findValuesAsText("name").contains("If-Match")) {
                        needed.addAll(Set.of("400", "412", "428"));
                    }
                    if (call.has("requestBody")) {
                        needed.addAll(Set.of("400", "413"));
                    }
                    needed.removeAll(names(call.path("responses")));
                    needed.forEach(status -> unsaid.add(method + " " + path + " " + status));
                }
            }
        }
        assertThat(unsaid).isEmpty();
    }

    private static Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        for (Class<?> resource : RESOURCES) {
            String path = resource.getAnnotation(Path.class).value();
            for (Method method : resource.getMethods()) {
                Path below = method.getAnnotation(Path.class);
                String whole = below == null ? path : path + "/" + below.value();
                if (method.isAnnotationPresent(GET.class)) {
                    calls.add("GET " + whole);
                } else if (method.isAnnotationPresent(POST.class)) {
                    calls.add("POST " + whole);
                } else if (method.isAnnotationPresent(PUT.class)) {
                    calls.add("PUT " + whole);
                } else if (method.isAnnotationPresent(DELETE.class)) {
                    calls.add("DELETE " + whole);
                }
            }
        }
        return calls;
    }

    /** The reader names all fields that it knows when it refuses one that it does not. */
    @ParameterizedTest
    @CsvSource({
        "Claim, ''",
        "Claim, /history/0",
        "Practitioner, /attending",
        "Practitioner, /referring",
        "OccurrenceCode, /occurrenceCodes/0",
        "OccurrenceSpan, /occurrenceSpans/0",
        "ValueCode, /valueCodes/0",
        "Payer, /payer",
        "OtherPayer, /otherPayers/0",
        "ServiceLine, /lines/0",
        "Minutes, /lines/0/minutesBy",
        "Context, /context",
        "HomeHealthPeriod, /context/homeHealthPeriods/0",
        "TherapyAmounts, /context/therapyAmountBefore",
        "DatesByDiscipline, /context/dischargedOn",
        "DatesByDiscipline, /context/oneTimeVisits",
        "DatesByDiscipline, /context/secondPlanEvaluations",
        "NoticeOfAdmission, /context/noticeOfAdmission",
        "Span, /context/inpatientStays/0",
        "Span, /context/hospicePeriods/0",
        "PlanEnrolment, /context/medicareAdvantagePeriods/0",
        "Certification, /context/certifications/0",
        "Span, /context/partA/0",
        "Span, /context/partB/0",
        "PayerBefore, /context/payersBefore/0",
        "AnsweredOn, /context/answeredOn"
    })
    void everyFieldOfAClaimIsDescribed(String schema, String pointer) {
        assertThat(described(schema)).isEqualTo(read(pointer));
    }

    private static Set<String> read(String pointer) {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        JsonNode at = claim;
        String[] steps =
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/");
        for (int step = 0; step < steps.length; step++) {
            if (!steps[step].equals("0")) {
                boolean list = step + 1 < steps.length && steps[step + 1].equals("0");
                at = list
                        ? ((ObjectNode) at).putArray(steps[step]).addObject()
                        : ((ObjectNode) at).putObject(steps[step]);
            }
        }
        ((ObjectNode) at).put(UNLIKE_ANY_FIELD, 1);
        try {
            ClaimReader.read(claim, Origin.NONE);
        } catch (InvalidClaimException why) {
            String known = "known here: ";
            String fix = why.problems().stream()
                    .filter(problem -> problem.pointer().equals(pointer + "/" + UNLIKE_ANY_FIELD))
                    .findFirst()
                    .orElseThrow()
                    .fix();
            return new TreeSet<>(Arrays.asList(
                    fix.substring(fix.indexOf(known) + known.length()).split(", ")));
        }
        throw new AssertionError("an unknown field was taken");
    }

    @Test
    void everyFieldOfAnEvaluationIsDescribed() throws IOException {
        compare(JSON.readTree(EvaluationWriter.line(full())), "Evaluation");
    }

    @Test
    void everyFieldBesideAnEvaluationIsDescribed() throws IOException {
        AnsweredClaim answered = new AnsweredClaim(
                1,
                1,
                Set.of(Discipline.PT),
                ClaimReader.read(Http.claim().getBytes(java.nio.charset.StandardCharsets.UTF_8), Origin.NONE),
                new AnsweredClaim.Bytes(1, 2));
        Set<String> beside = names(JSON.readTree(EvaluationWriter.line(full(), answered)));
        beside.removeAll(names(JSON.readTree(EvaluationWriter.line(full()))));
        assertThat(beside).isEqualTo(described("ClaimBeside"));
    }

    @Test
    void everyFieldOfAnEpisodeIsDescribed() throws IOException {
        compare(JSON.readTree(EpisodeWriter.indented(FullEpisode.answer(full()))), "Episodes");
    }

    @Test
    void everyFieldOfTheOtherLinesIsDescribed() throws IOException {
        Problems problem =
                new Problems("urn:x", "title", 422, "detail", List.of(new Problem("/a", "1", "wrong", "mend")));
        compare(JSON.readTree(EvaluationWriter.problemLine("A", problem)), "Unread");
        compare(
                JSON.readTree(EvaluationWriter.endLine(
                        1,
                        1,
                        1,
                        0,
                        true,
                        List.of(new Warning("a.edi", "message", "fix")),
                        List.of(new Warning("a.edi", "message", "fix")))),
                "End");
    }

    @Test
    void everyFieldOfTheChangesIsDescribed() throws IOException {
        StringBuilder text = new StringBuilder();
        CorrectionsWriter writer = new CorrectionsWriter(text);
        Correction change = new Correction(
                List.of("HHT-301"),
                1,
                "why",
                List.of(new FieldChange("/lines/0/units", "1", "2")),
                List.of(new TextChange("SV2*1", "SV2*2")),
                List.of("/lines/0/minutes"),
                List.of("/principalDiagnosis"));
        writer.claim(
                1, "A", List.of(change), List.of(new LeftMend(full().findings().get(0), true, "reason")));
        writer.end(1, 0, true);
        compare(JSON.readTree(text.toString()), "Changes");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/findings, 0, FindingEntry",
        "/v1/findings/HHT-301, '', FindingPage",
        "/v1/ruleset, '', Ruleset",
        "/v1/fleet, '', FleetStanding",
        "/v1/rulesets, 0, RulesetVersion",
        "/v1/releases, 0, Release",
        "/v1/releases/verification, '', ReleaseVerification",
        "/v1/tables, 0, TableSummary",
        "/v1/tables/discipline-requirements, '', Table",
        "/v1/tables?search=G0157, '', TableSearch",
        "/v1/tables/unit-brackets/grid, '', Grid"
    })
    void everyFieldOfTheRulesIsDescribed(String path, String item, String schema) throws IOException {
        Readiness.await();
        JsonNode answer = JSON.readTree(Http.get(path).asByteArray());
        compare(item.isEmpty() ? answer : answer.get(0), schema);
    }

    /** A draft with a changed row, a gone one, a new one, a complaint, a gap. */
    @Test
    void everyFieldOfADraftIsDescribed() throws IOException {
        Readiness.await();
        String id = Http.request(Http.JSON, "{\"name\":\"described\",\"author\":\"J. Doe\"}")
                .post("/v1/drafts")
                .jsonPath()
                .getString("id");
        JsonNode edited = JSON.readTree(Http.request(
                        Http.JSON,
                        "{\"table\":\"unit-brackets\",\"edits\":[{\"op\":\"set\",\"sheet\":\"Rules\",\"cell\":\"D9\",\"value\":\"21\"}]}")
                .header("If-Match", "\"1\"")
                .post("/v1/drafts/" + id + "/edits")
                .asByteArray());
        compare(edited, "EditedDraft");
        compare(JSON.readTree(Http.get("/v1/drafts/" + id + "/check").asByteArray()), "DraftCheck");
        given().header("If-Match", "\"2\"").delete("/v1/drafts/" + id);
    }

    @Test
    void theExampleIsTheShippedSample() throws IOException {
        JsonNode example = document.at(
                "/paths/~1v1~1evaluations/post/requestBody/content/application~1json/examples/outpatient/value");
        assertThat(ClaimReader.read(JSON.writeValueAsBytes(example), Origin.NONE))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(
                        ClaimReader.read(Http.claim().getBytes(java.nio.charset.StandardCharsets.UTF_8), Origin.NONE));
    }

    @Test
    void theExampleOfAnAnswerHasTheFormOfAnAnswer() {
        JsonNode example = document.at(
                "/paths/~1v1~1evaluations/post/responses/200/content/application~1json/examples/outpatient/value");
        Set<String> ofAJudgedClaim = described("Evaluation");
        ofAJudgedClaim.removeAll(List.of("notJudged", "history"));
        assertThat(names(example)).isEqualTo(ofAJudgedClaim);
        assertThat(described("Finding")).containsAll(names(example.at("/findings/0")));
        assertThat(names(example.at("/units/0"))).isEqualTo(described("UnitsOfDay"));
    }

    @Test
    void thePageToTryThemOutIsServed() {
        assertThat(Http.get("/q/swagger-ui/").statusCode()).isEqualTo(200);
    }

    /** Compares names, and those of objects within, as deep as both go. */
    private void compare(JsonNode value, String schema) {
        compare(value, document.at("/components/schemas/" + schema), schema);
    }

    private void compare(JsonNode value, JsonNode schema, String where) {
        if (schema.has("$ref")) {
            String ref = schema.path("$ref").asText();
            compare(value, document.at(ref.substring(1)), where);
        } else if (value.isArray() && !value.isEmpty()) {
            compare(value.get(0), schema.path("items"), where + "/0");
        } else if (value.isObject() && schema.has("properties")) {
            Set<String> described = names(schema.path("properties"));
            if (MAY_LACK.stream().anyMatch(where::startsWith)) {
                assertThat(described).as(where).containsAll(names(value));
            } else {
                assertThat(names(value)).as(where).isEqualTo(described);
            }
            value.properties()
                    .forEach(member -> compare(
                            member.getValue(),
                            schema.path("properties").path(member.getKey()),
                            where + "/" + member.getKey()));
        }
    }

    private Set<String> described(String schema) {
        return names(document.at("/components/schemas/" + schema + "/properties"));
    }

    private static Set<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return new TreeSet<>(names);
    }

    /** An evaluation with something in every member. */
    private static Evaluation full() {
        LocalDate day = LocalDate.parse("2018-05-01");
        RowReference row = new RowReference("t", "r", "t.xlsx", "Rows", "A2");
        return new Evaluation(
                "A",
                "v",
                List.of(new Finding(
                        "HHT-301",
                        "title",
                        Effect.RTP,
                        new FindingPlace(1, "FL 44", "/lines/0", new Location("a.edi", 1, "0001", "SV2", 4, 2)),
                        new Advice(
                                "message",
                                "fix",
                                List.of(new PatchOperation("add", "/lines/0/modifiers/-", "GP")),
                                Mend.CERTAIN),
                        new Grounds(
                                "citation",
                                new RowReference("t", "r", "t.xlsx", "Rows", "A2"),
                                "rules/x.drl",
                                List.of(new Reason(
                                        "line",
                                        1,
                                        "HHT-301 title",
                                        row,
                                        List.of(new Condition("bill", "B9", "34X", "34X")),
                                        new TreeMap<>(Map.of("units", "2")),
                                        List.of(row),
                                        List.of(new Reason(
                                                "bill",
                                                1,
                                                "derived",
                                                row,
                                                List.of(new Condition("bill", "B9", "34X", "34X")),
                                                new TreeMap<>(Map.of("units", "2")),
                                                List.of(row),
                                                List.of()))))),
                        new ResponseCodes("f", "4", "N1", "A7:453"))),
                List.of(new NotChecked("units", List.of(1), "minutes")),
                List.of(new UnitsAnswer(
                        day, Discipline.PT, 30, 2, List.of(new UnitsAnswer.LineUnits(1, 2, List.of(2))))),
                List.of(new ProposedLine(1, "97110", "0420", List.of("GP"), day, 2)),
                List.of(new ReportingDay(
                        Discipline.PT, day, 1, "outset", List.of("current"), List.of("G8978"), List.of("goal"))),
                new KnownPast(2, day, day, List.of("file", "store"), 1, 1),
                new OutOfScope("another payer", "filing indicator `16`"));
    }
}
