package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.web.Http.JSON;
import static org.hearth.web.Http.NDJSON;
import static org.hearth.web.Http.PROBLEM;
import static org.hearth.web.Http.X12;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.finding.Finding;
import org.hearth.json.EvaluationWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One claim, a list, a batch; and whatever is sent in their place. */
@QuarkusTest
class EvaluationsTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String BAD_CLAIM =
            "{\"claimId\":\"PCN-BAD\",\"typeOfBill\":\"0341\",\"statementFrom\":\"2018-05-01\","
                    + "\"statementThrough\":\"2018-05-31\",\"lines\":[{\"revenueCode\":420}]}";
    private static final String PROBLEM_OF_BAD_CLAIM =
            "{\"type\":\"urn:hearth:problem:invalid-claim\",\"title\":\"invalid claim\","
                    + "\"status\":422,\"detail\":\"claim `PCN-BAD` cannot be read: 1 problem\",\"errors\":[{\"pointer\":"
                    + "\"/lines/0/revenueCode\",\"value\":\"420\",\"message\":\"the number `420` where a revenue code in quotes is expected\","
                    + "\"fix\":\"write \\\"0420\\\" in quotes\"}]}";

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    @Test
    void aClaimIsAnsweredByItsEvaluation() {
        Response answer = Http.evaluate(JSON, Http.sample("outpatient-therapy-2018.json"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json;charset=UTF-8");
        assertThat(Http.body(answer)).isEqualTo(EvaluationWriter.line(Http.evaluation(Http.claim())));
        assertThat(answer.jsonPath().getList("findings.id", String.class)).contains("HHT-301");
    }

    @Test
    void eachFindingTellsItsReasonsWhereTheyAreAskedFor() {
        String claim = Http.sample("outpatient-therapy-2018.json");
        String plain = Http.body(Http.evaluate(JSON, claim));
        Response explained = Http.request(JSON, claim).post("/v1/evaluations?explain=true");

        assertThat(explained.statusCode()).isEqualTo(200);
        assertThat(explained.jsonPath().getString("findings[0].because[0].conditions[0].has"))
                .isEqualTo("34X");
        assertThat(Http.body(Http.request(JSON, claim).post("/v1/evaluations?explain=false")))
                .isEqualTo(plain)
                .doesNotContain("because");
        assertThat(Http.body(Http.request(NDJSON, claim.replace("\n", " ")).post("/v1/evaluations?explain=true")))
                .contains("\"because\":[{\"fact\":\"line\"");
    }

    @Test
    void claimsAreAnsweredByATableWhereThatIsAskedFor() throws Exception {
        String claims = Http.claim() + "\n{\"claimId\": \"BAD\"}\n";
        Response csv = Http.request(NDJSON, claims).header("Accept", "text/csv").post("/v1/evaluations");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Http.body(csv))
                .startsWith("claim,line,id,")
                .contains("\r\nPCN-34X-0001,1,HHT-301,error,RTP,")
                .contains("\r\nBAD,,,error,,unreadable,");

        Response workbook = Http.request(NDJSON, claims).header("Accept", XLSX).post("/v1/evaluations");
        assertThat(workbook.statusCode()).isEqualTo(200);
        assertThat(workbook.contentType()).isEqualTo(XLSX);
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook.asByteArray()))) {
            assertThat(read.getSheet("Claims").getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("BAD");
            assertThat(read.getSheet("Summary").getRow(0).getCell(0).getStringCellValue())
                    .startsWith("1 of 2 claims could be read; 1 claim checked: 0 clean, 1 with errors");
        }

        Response form = given().header("Accept", XLSX)
                .multiPart("claims", "a.ndjson", claims.getBytes(StandardCharsets.UTF_8))
                .post("/v1/evaluations");
        assertThat(form.asByteArray()).startsWith('P', 'K');
        assertThat(Http.body(given().header("Accept", "text/csv")
                        .multiPart("claims", "a.ndjson", claims.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/evaluations")))
                .contains("HHT-301", "\r\nBAD,,,error,,unreadable,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", XLSX, "text/html"})
    void whatIsNoClaimsIsRefusedWhateverIsAskedFor(String accepted) {
        for (String body : List.of("", "PK\u0003\u0004zip", "%PDF-1.7")) {
            Response answer = Http.request(X12, body).header("Accept", accepted).post("/v1/evaluations");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.contentType()).isEqualTo(PROBLEM);
            assertThat(Http.body(answer)).contains("nothing was checked");
        }
    }

    @Test
    void whetherToExplainIsTrueOrFalse() {
        Response answer = Http.request(JSON, "{}").post("/v1/evaluations?explain=maybe");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.body(answer)).contains("`explain` is `maybe`; write `true` or `false`");
    }

    @Test
    void aClaimWithWrongFieldsIsRefusedWithTheirPointers() {
        Response answer = Http.evaluate(JSON, BAD_CLAIM);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).isEqualTo(PROBLEM);
        assertThat(Http.body(answer)).isEqualTo(PROBLEM_OF_BAD_CLAIM);
    }

    @Test
    void aTextThatIsNoJsonIsRefusedWithItsPlace() {
        Response answer = Http.evaluate(JSON, "{\"claimId\": \"A\",\n \"typeOfBill\" \"0341\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo(PROBLEM);
        assertThat(Http.body(answer))
                .isEqualTo(
                        "{\"type\":\"urn:hearth:problem:malformed-json\",\"title\":\"malformed JSON\",\"status\":400,"
                                + "\"detail\":\"the claim cannot be read: 1 problem\",\"errors\":[{\"pointer\":\"/typeOfBill\","
                                + "\"message\":\"a colon is missing at line 2, column 15\","
                                + "\"fix\":\"put a colon between name and value\"}]}");
    }

    @Test
    void aListIsAnsweredByAListInItsOrder() {
        Response answer = Http.evaluate(JSON, "[" + Http.claim() + "," + BAD_CLAIM + "," + Http.claim() + "]");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json;charset=UTF-8");
        assertThat(answer.jsonPath().getList("claimId", String.class))
                .containsExactly("PCN-34X-0001", "PCN-BAD", "PCN-34X-0001");
        assertThat(answer.jsonPath().getInt("[1].problem.status")).isEqualTo(422);
    }

    @Test
    void inABatchABadClaimCostsItselfAlone() {
        String others = Http.claim().replace("2AY4NT5HE11", "3CA4RE5AC33");
        Response answer = Http.evaluate(NDJSON, Http.claim() + "\n" + BAD_CLAIM + "\n\n" + others);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/x-ndjson;charset=UTF-8");
        String evaluation = EvaluationWriter.line(Http.evaluation(Http.claim()));
        assertThat(Http.body(answer).split("\n", -1))
                .hasSize(5)
                .startsWith(
                        evaluation, "{\"claimId\":\"PCN-BAD\",\"problem\":" + PROBLEM_OF_BAD_CLAIM + "}", evaluation)
                .endsWith("");
        assertThat(end(answer).getMap("end")).containsEntry("problems", 1).containsEntry("whole", true);
    }

    @Test
    void aBatchThatBreaksOffSaysSoAtItsEnd() {
        Response answer = Http.evaluate(NDJSON, Http.claim() + "\n{\"claimId\": \"PCN-TORN\", ");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(end(answer).getBoolean("end.whole")).isFalse();
    }

    @Test
    void anX12FileIsAnsweredClaimByClaimWithThePlacesOfItsFields() {
        Response answer = Http.evaluate(X12, Http.sample("outpatient-therapy-0341.edi"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/x-ndjson;charset=UTF-8");
        List<JsonPath> lines = Http.body(answer).lines().map(JsonPath::new).toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.subList(0, 3))
                .extracting(line -> line.getString("claimId"))
                .containsExactly("PCN-34X-0002", "PCN-34X-0001", "PCN-34X-0003");
        assertThat(lines.get(1).getMap("findings.find { it.id == 'HHT-301' }.at"))
                .containsEntry("transaction", "0002")
                .containsEntry("segment", "SV2");
        assertThat(lines.get(3).getMap("end"))
                .containsEntry("claims", 3)
                .containsEntry("problems", 0)
                .containsEntry("whole", true);
    }

    @Test
    void aDamagedX12FileIsJudgedUpToTheDamage() {
        Response answer = Http.evaluate(X12, Http.text(Path.of("src/test/resources/x12/cut-in-second-claim.edi")));

        List<JsonPath> lines = Http.body(answer).lines().map(JsonPath::new).toList();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines.get(lines.size() - 2).getString("problem.type")).isEqualTo("urn:hearth:problem:damaged-file");
        assertThat(end(answer).getBoolean("end.whole")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            application/edi-x12  | {}                          | 415 | body of another kind
            application/edi-x12  | [                           | 415 | body of another kind
            application/json     | ISA*00*                     | 415 | body of another kind
            application/x-ndjson | ISA*00*                     | 415 | body of another kind
            application/x-ndjson | claimId,typeOfBill          | 400 | unknown input
            application/edi-x12  | UNA:+.? '                   | 400 | unknown input
            application/json     | ''                          | 400 | empty body
            application/x-ndjson | '  '                        | 400 | empty body
            text/plain           | {}                          | 415 | unsupported media type
            application/xml      | <claim/>                    | 415 | unsupported media type
            ;;;                  | {}                          | 415 | unsupported media type
            """)
    void aBodyThatIsNotWhatItsTypeSaysIsRefused(String type, String body, int status, String title) {
        Response answer = Http.evaluate(type, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo(PROBLEM);
        assertThat(answer.jsonPath().getString("title")).isEqualTo(title);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
    }

    @Test
    void anUnsupportedTypeIsToldWhatIsSupported() {
        Response answer = Http.evaluate("text/csv", "a,b");

        assertThat(answer.header("Accept-Post"))
                .isEqualTo("application/json, application/x-ndjson, application/edi-x12, multipart/form-data");
        assertThat(answer.jsonPath().getString("detail"))
                .contains("`application/json`", "`application/x-ndjson`", "`application/edi-x12`");
    }

    @Test
    void aCompressedBodyIsRefused() {
        Response answer = Http.evaluate(NDJSON, "\u001f\u008b");
        // as UTF-8 the second byte is another one; as sent by gzip it is this
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RawHttp.post(NDJSON, new byte[] {0x1f, (byte) 0x8b, 8, 0}).statusLine())
                .isEqualTo("HTTP/1.1 415 Unsupported Media Type");
    }

    @Test
    void aClaimLargerThanAnyMayBeIsRefused() {
        Response answer = Http.evaluate(JSON, "{\"claimId\":\"" + "A".repeat(17 << 20) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.contentType()).isEqualTo(PROBLEM);
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo(
                        "the body has more than 16777216 bytes; a single claim may not be larger; shorten its history");
    }

    @Test
    void theSameClaimGetsTheSameBytesFromEveryCall() {
        String claim = Http.claim();
        String line = Http.body(Http.evaluate(JSON, claim));

        assertThat(Http.body(Http.evaluate(NDJSON, claim)).lines().findFirst()).contains(line);
        assertThat(Http.evaluation(claim).findings()).extracting(Finding::id).contains("HHT-301");
    }

    private static JsonPath end(Response answer) {
        List<String> lines = Http.body(answer).lines().toList();
        return new JsonPath(lines.get(lines.size() - 1));
    }
}
