package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims corrected over HTTP: the body comes back with what is certain mended, or with what somebody gave. */
@QuarkusTest
class CorrectionsOverHttpTest {

    private static final String PATH = "/v1/corrections?history=none";

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String sample() throws IOException {
        return Http.sample("outpatient-therapy-0341.edi");
    }

    private static String mended(String sample) {
        return sample.replace("SV2*0420*HC:97110*120.00*", "SV2*0420*HC:97110:GP*120.00*");
    }

    private static Response form(String corrections, String claims) {
        return given().multiPart("corrections", "c.json", bytes(corrections.replace('\'', '"')))
                .multiPart("claims", "march.edi", bytes(claims))
                .post(PATH);
    }

    @Test
    void anX12FileComesBackWithTheCertainMends() throws IOException {
        Response answer = Http.request(Http.X12, sample()).post(PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(Http.X12);
        assertThat(Http.body(answer)).isEqualTo(mended(sample())).isNotEqualTo(sample());
    }

    @Test
    void claimsAsJsonComeBackAsTheyWere() throws IOException {
        String claim = Http.claim();
        Response one = Http.request(Http.JSON, claim).post(PATH);
        assertThat(one.contentType()).startsWith("application/json");
        assertThat(Http.body(one)).isEqualTo(claim.replaceFirst("\"modifiers\": \\[\\]", "\"modifiers\": [\"GP\"]"));
        String lines = Http.sample("home-health-2025.ndjson");
        Response several = Http.request(Http.NDJSON, lines).post(PATH);
        assertThat(several.contentType()).startsWith(Http.NDJSON);
        assertThat(Http.body(several)).isEqualTo(lines);
    }

    @Test
    void theChangesAreAnsweredWhereTheyAreAskedFor() throws IOException {
        Response answer =
                Http.request(Http.X12, sample()).accept("application/json").post(PATH);
        JsonNode changes = new ObjectMapper().readTree(answer.asByteArray());
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(changes.at("/changes/0/segments/0/after").asText()).isEqualTo("SV2*0420*HC:97110:GP*120.00*UN*2**0");
        assertThat(changes.at("/changes/0/claim").asInt()).isEqualTo(2);
        assertThat(changes.at("/end/corrected").asInt()).isEqualTo(1);
        assertThat(Http.body(answer)).doesNotContain("SAMPLE");
    }

    @Test
    void aPackedBodyOrPartComesBackUnpacked() throws IOException {
        Response body = given().contentType(Http.X12).body(packed(sample())).post(PATH);
        assertThat(body.statusCode()).isEqualTo(200);
        assertThat(body.contentType()).startsWith(Http.X12);
        assertThat(Http.body(body)).isEqualTo(mended(sample()));
        Response part = given().multiPart("corrections", "c.json", bytes("{\"certain\":true}"))
                .multiPart("claims", "march.edi.gz", packed(sample()))
                .post(PATH);
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.contentType()).startsWith(Http.X12);
        assertThat(Http.body(part)).isEqualTo(mended(sample()));
        byte[] broken = packed(sample());
        broken[2] = 7;
        Response damaged = given().contentType(Http.X12).body(broken).post(PATH);
        assertThat(damaged.statusCode()).isEqualTo(400);
        assertThat(Http.body(damaged)).contains("the gzip file is damaged");
    }

    /** The limit of a body, 20 MB here, holds for what is unpacked too. */
    @Test
    void whatUnpacksToMoreThanABodyMayHaveIsRefused() throws IOException {
        byte[] much = packed(sample() + "\n".repeat(21 << 20));
        assertThat(much.length).isLessThan(1 << 20);
        Response body = given().contentType(Http.X12).body(much).post(PATH);
        assertThat(body.statusCode()).isEqualTo(413);
        Response part = given().multiPart("corrections", "c.json", bytes("{\"certain\":true}"))
                .multiPart("claims", "march.edi.gz", much)
                .post(PATH);
        assertThat(part.statusCode()).isEqualTo(413);
    }

    @Test
    void onlyWhatWasPackedTwiceIsSaidToBe() throws IOException {
        Response twice = given().multiPart("corrections", "c.json", bytes("{\"certain\":true}"))
                .multiPart("claims", "march.edi.gz.gz", packed(packed(sample())))
                .post(PATH);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(Http.body(twice)).contains("compressed by gzip twice");
    }

    private static byte[] packed(String text) throws IOException {
        return packed(bytes(text));
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void onlyWhatIsNamedIsMended() throws IOException {
        assertThat(Http.body(Http.request(Http.X12, sample()).post(PATH + "&only=HHT-325")))
                .isEqualTo(sample());
        Response unknown = Http.request(Http.X12, sample()).post(PATH + "&only=HHT-219");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(Http.body(unknown)).contains("`HHT-219` has no certain mend");
    }

    @Test
    void correctionsThatSomebodyGaveAreMade() throws IOException {
        String patch = "{'claims':[{'claim':2,'claimId':'PCN-34X-0001','because':['HHT-512'],"
                + "'patch':[{'op':'replace','path':'/lines/0/units','value':3}]}]";
        Response given = form(patch + ",'certain':false}", sample());
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.contentType()).startsWith(Http.X12);
        assertThat(Http.body(given)).isEqualTo(sample().replace("*120.00*UN*2*", "*120.00*UN*3*"));
        assertThat(Http.body(form(patch + ",'certain':true}", sample())))
                .isEqualTo(mended(sample()).replace("*120.00*UN*2*", "*120.00*UN*3*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'claims':[{'claim':1,'claimId':'PCN-34X-0001','patch':[{'op':'remove','path':'/lines/0'}]}]}"
                        + " | /claims/0/claimId | claim 1 of the input is `PCN-34X-0002`, not `PCN-34X-0001`",
                "{'claims':[{'claim':2,'patch':[{'op':'remove','path':'/lines/70'}]}]}"
                        + " | /claims/0/patch | there is nothing at `/lines/70`",
                "{'claims':[{'claim':4,'patch':[{'op':'remove','path':'/lines/0'}]}]}"
                        + " | /claims/0/claim | the input has 3 claims, not 4",
                "{'claims':[{'claim':0,'patch':[{'op':'remove','path':'/lines/0'}]}]} | /claims/0/claim | 0",
                "{'claims':[{'claim':1,'patch':[{'op':'test','path':'/lines/0'}]}]} | /claims/0/patch/0/op | none that is made",
                "{'claims':[ | '' | bracket",
            })
    void correctionsThatDoNotFitAreMadeInNoPart(String corrections, String pointer, String words) throws IOException {
        Response answer = form(corrections, sample());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(answer.asByteArray());
        assertThat(problem.path("type").asText()).isEqualTo("urn:hearth:problem:invalid-corrections");
        if (!pointer.isEmpty()) {
            assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
        }
        assertThat(Http.body(answer)).contains(words);
    }

    @Test
    void aDamagedFileIsAProblemAndNoHalfFile() throws IOException {
        Response cut = Http.request(Http.X12, sample().substring(0, sample().length() - 40))
                .post(PATH);
        assertThat(cut.statusCode()).isEqualTo(400);
        assertThat(Http.body(cut)).contains("urn:hearth:problem:damaged-file");
        Response none = Http.request(Http.JSON, "{\"claimId\":1}").post(PATH);
        assertThat(none.statusCode()).isEqualTo(422);
        Response other = Http.request(Http.X12, "{}").post(PATH);
        assertThat(other.statusCode()).isEqualTo(415);
        Response page = Http.request(Http.X12, sample()).accept("text/html").post(PATH);
        assertThat(page.statusCode()).isEqualTo(406);
    }

    @Test
    void nothingOfItStaysInTheFolderForTemporaryFiles() throws IOException {
        long before = temporaryFiles();
        for (int i = 0; i < 3; i++) {
            Http.body(Http.request(Http.X12, sample()).post(PATH));
            form("{'claims':[{'claim':9,'patch':[{'op':'remove','path':'/lines/0'}]}]}", sample());
        }
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("hearth-")
                            && path.toString().endsWith(".part"))
                    .count();
        }
    }
}
