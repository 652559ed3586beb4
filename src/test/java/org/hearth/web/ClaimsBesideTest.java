package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Evaluations with their claims beside them, as a desk asks for them. */
@QuarkusTest
class ClaimsBesideTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BESIDE = "/v1/evaluations?claims=true";
    private static final String OUTPATIENT = Http.sample("outpatient-therapy-0341.edi");
    private static final String HOME_HEALTH = Http.sample("home-health-0329.edi");

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<ObjectNode> lines(Response answer) {
        assertThat(answer.statusCode()).as(Http.body(answer)).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(Http.NDJSON);
        List<ObjectNode> lines = new ArrayList<>();
        for (String line : Http.body(answer).split("\n")) {
            try {
                lines.add((ObjectNode) JSON.readTree(line));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }

    private static List<ObjectNode> beside(String type, String body) {
        return lines(Http.request(type, body).post(BESIDE));
    }

    @Test
    void whatCannotBeReadToItsEndSaysWhichInputItIs() {
        String torn = OUTPATIENT.substring(0, OUTPATIENT.indexOf("SE*"));
        Response answer = given().multiPart("claims", "whole.edi", bytes(HOME_HEALTH))
                .multiPart("claims", "torn.edi", bytes(torn))
                .accept(Http.NDJSON)
                .post(BESIDE);
        List<ObjectNode> why = lines(answer).stream()
                .filter(line -> line.has("problem") && !line.has("ordinal"))
                .toList();
        assertThat(why).hasSize(1);
        assertThat(why.get(0).get("input").asInt()).isEqualTo(2);
    }

    @Test
    void everyEvaluationHasItsClaimAndPlaceAndIsOtherwiseTheSame() throws IOException {
        String plain = Http.body(Http.evaluate(Http.X12, OUTPATIENT));
        List<ObjectNode> lines = beside(Http.X12, OUTPATIENT);

        assertThat(lines).hasSize(4);
        assertThat(lines.get(3)).hasToString("{\"end\":{\"claims\":3,\"outOfOrder\":1,\"problems\":0,\"whole\":true}}");
        StringBuilder without = new StringBuilder();
        for (ObjectNode line : lines.subList(0, 3)) {
            ObjectNode copy = line.deepCopy();
            copy.remove(List.of("input", "ordinal", "disciplines", "filed", "bytes", "claim"));
            without.append(copy.toString()).append("\n");
        }
        assertThat(JSON.readTree("[" + without.toString().strip().replace("\n", ",") + "]"))
                .isEqualTo(JSON.readTree("["
                        + plain.strip()
                                .lines()
                                .limit(3)
                                .reduce((a, b) -> a + "," + b)
                                .orElseThrow() + "]"));

        ObjectNode second = lines.get(1);
        assertThat(second.path("input").asInt()).isEqualTo(1);
        assertThat(second.path("ordinal").asInt()).isEqualTo(2);
        assertThat(second.path("disciplines")).hasToString("[\"PT\"]");
        assertThat(second.at("/claim/claimId").asText()).isEqualTo("PCN-34X-0001");
        assertThat(second.at("/claim/lines/1/modifiers")).hasToString("[\"GP\",\"CK\"]");
        String segments = OUTPATIENT.substring(
                second.at("/bytes/from").asInt(), second.at("/bytes/through").asInt());
        assertThat(segments).startsWith("CLM*PCN-34X-0001*120.01*").endsWith("DTP*472*D8*20180501~\n");
        // the claim can be sent back as it is
        JsonNode again = JSON.readTree(Http.body(Http.evaluate(
                Http.JSON,
                second.withObject("/claim").put("remarks", "judged again").toString())));
        assertThat(again.at("/findings/0/id").asText()).isEqualTo("HHT-301");
    }

    @Test
    void aRowBeforeEachLineHasWhatAListShows() {
        String body = Http.claim() + "\n{\"claimId\": \"BAD\"}\n" + Http.claim() + "\n";
        List<ObjectNode> lines = lines(Http.request(Http.NDJSON, body).post("/v1/evaluations?claims=listed"));
        List<ObjectNode> plain = beside(Http.NDJSON, body);

        assertThat(lines).hasSize(7);
        assertThat(List.of(lines.get(1), lines.get(3), lines.get(5), lines.get(6)))
                .isEqualTo(plain);
        assertThat(lines.get(2)).hasToString("{\"row\":{\"claimId\":\"BAD\",\"input\":1,\"ordinal\":2}}");
        for (int i : new int[] {0, 4}) {
            JsonNode row = lines.get(i).path("row");
            ObjectNode line = lines.get(i + 1);
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactly("claimId", "input", "ordinal", "disposition", "findings", "disciplines", "claim");
            assertThat(line.path("findings")).isNotEmpty();
            assertThat(isPartOf(row, line)).as("%s of %s", row, line).isTrue();
            assertThat(row.path("findings").findValuesAsText("mend"))
                    .isEqualTo(line.path("findings").findValuesAsText("mend"))
                    .contains("certain");
            assertThat(row.path("claim").fieldNames())
                    .toIterable()
                    .containsExactly("typeOfBill", "statementFrom", "beneficiaryId", "billingProviderNpi");
        }
    }

    /** Whether a value is found in another: each member in its member, each item of a list in the item of its place. */
    private static boolean isPartOf(JsonNode part, JsonNode whole) {
        if (part.isObject()) {
            return part.properties().stream()
                    .allMatch(member -> isPartOf(member.getValue(), whole.path(member.getKey())));
        }
        if (part.isArray()) {
            return part.size() == whole.size()
                    && IntStream.range(0, part.size()).allMatch(i -> isPartOf(part.get(i), whole.get(i)));
        }
        return part.equals(whole);
    }

    @Test
    void severalFilesAreJudgedOneAfterTheOtherAndWhatStandsBesideThemMayComeLast() {
        List<ObjectNode> lines = lines(given().multiPart("claims", "one.edi", bytes(OUTPATIENT))
                .multiPart("claims", "two.edi", bytes(HOME_HEALTH))
                .multiPart(
                        "minutes",
                        "minutes.json",
                        bytes(
                                "{\"claims\":[{\"claimId\":\"PCN-34X-0001\",\"lines\":[{\"lineNumber\":1,\"minutes\":30}]}]}"))
                .post(BESIDE));

        assertThat(lines).hasSize(5);
        assertThat(lines.get(1).at("/claim/lines/0/minutes").asInt()).isEqualTo(30);
        assertThat(lines.get(3).path("input").asInt()).isEqualTo(2);
        assertThat(lines.get(3).path("ordinal").asInt()).isEqualTo(1);
        assertThat(lines.get(3).path("claimId").asText()).isEqualTo("PCN-32X-0001");
        assertThat(lines.get(4).at("/end/claims").asInt()).isEqualTo(4);
    }

    @Test
    void aClaimOfAFileIsJudgedAgainAsOneOfAFile() throws IOException {
        String notice = HOME_HEALTH.replace("*32:A:9*", "*32:A:A*").replaceAll("(?m)^CL1\\*.*\\R", "");
        ObjectNode line = beside(Http.X12, notice).get(0);
        assertThat(line.path("filed").asText()).isEqualTo("837I");
        List<ObjectNode> again =
                lines(Http.request(Http.NDJSON, line.path("claim") + "\n").post("/v1/evaluations?as=837I"));
        assertThat(ids(again.get(0))).isEqualTo(ids(line)).isNotEmpty();

        Response unknown = Http.request(Http.NDJSON, Http.claim()).post("/v1/evaluations?as=X");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(Http.body(unknown)).contains("`as` is `X`; write `837I`, or leave it out");
    }

    private static List<String> ids(ObjectNode evaluation) {
        return evaluation.path("findings").findValuesAsText("id").stream()
                .filter(id -> !id.startsWith("HHT-9"))
                .toList();
    }

    @Test
    void aClaimThatCannotBeReadKeepsItsNumber() {
        String good = Http.claim();
        List<ObjectNode> lines = beside(Http.NDJSON, good + "\n{\"claimId\": \"BAD\"}\n" + good + "\n");

        assertThat(lines).hasSize(4);
        assertThat(lines.get(1).path("claimId").asText()).isEqualTo("BAD");
        assertThat(lines.get(1).has("problem")).isTrue();
        assertThat(lines.get(1).path("ordinal").asInt()).isEqualTo(2);
        assertThat(lines.get(2).path("ordinal").asInt()).isEqualTo(3);
        assertThat(lines.get(3).at("/end/problems").asInt()).isEqualTo(1);
    }

    @Test
    void offsetsAreThoseOfTheFileAsItIsSent() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(OUTPATIENT));
        }
        List<ObjectNode> lines = lines(given().multiPart("claims", "one.edi.gz", packed.toByteArray())
                .multiPart("claims", "two.edi", bytes(HOME_HEALTH))
                .post(BESIDE));
        assertThat(lines.get(0).has("bytes")).isFalse();
        assertThat(HOME_HEALTH.substring(lines.get(3).at("/bytes/from").asInt()))
                .startsWith("CLM*PCN-32X-0001*");
    }

    @Test
    void damageIsToldInTheAnswer() {
        List<ObjectNode> lines = beside(Http.X12, OUTPATIENT.substring(0, OUTPATIENT.indexOf("SE*32")));

        assertThat(lines.get(lines.size() - 2).path("claimId").isNull()).isTrue();
        assertThat(lines.get(lines.size() - 2).has("ordinal")).isFalse();
        assertThat(lines.get(lines.size() - 1).at("/end/whole").asBoolean()).isFalse();
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        Response unknown = Http.request(Http.X12, OUTPATIENT).post("/v1/evaluations?claims=yes");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(Http.body(unknown)).contains("`claims` is `yes`; write `true`, `listed` or `false`");

        Response empty = given().multiPart("claims", "", new byte[0]).post(BESIDE);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(Http.body(empty)).contains("no claims came with the form");

        Response minutes = given().multiPart("claims", "one.edi", bytes(OUTPATIENT))
                .multiPart("minutes", "minutes.json", bytes("{\"claims\": 7}"))
                .post(BESIDE);
        assertThat(minutes.statusCode()).isEqualTo(422);
        assertThat(Http.body(minutes)).contains("nothing was checked");

        Response unknownField = given().multiPart("claims", "one.edi", bytes(OUTPATIENT))
                .multiPart("other", "x", bytes("y"))
                .post(BESIDE);
        assertThat(unknownField.statusCode()).isEqualTo(400);
    }

    @Test
    void nothingOfTheBodyIsLeft() throws IOException {
        beside(Http.X12, OUTPATIENT);
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.filter(file -> file.getFileName().toString().matches("hearth.*\\.part")))
                    .isEmpty();
        }
    }
}
