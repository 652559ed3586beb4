package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.hearth.episode.EpisodeClaims;
import org.hearth.json.EpisodeWriter;
import org.hearth.report.EpisodeSvg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Episodes over the service, and the page that shows them; the claims are synthetic. */
@QuarkusTest
class EpisodesOverHttpTest {

    private static final String CLAIMS = Http.text(EpisodeClaims.SAMPLE);
    private static final String HTML = "text/html;charset=UTF-8";

    @BeforeEach
    void ready() {
        Readiness.await();
    }

    private static Response page(String claims, String answer) {
        return given().header("Accept", "text/html,*/*;q=0.8")
                .multiPart("claims", "may.ndjson", claims.getBytes(StandardCharsets.UTF_8))
                .multiPart("answer", answer)
                .post("/episodes");
    }

    @Test
    void claimsAreAnsweredAsJsonOrAsAPicture() {
        Response json = Http.request(Http.NDJSON, CLAIMS).post("/v1/episodes");
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.contentType()).isEqualTo(Http.JSON);
        assertThat(Http.body(json)).isEqualTo(EpisodeWriter.indented(EpisodeClaims.answer(CLAIMS)));

        Response picture = Http.request(Http.NDJSON, CLAIMS)
                .header("Accept", "image/svg+xml")
                .post("/v1/episodes");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.contentType()).startsWith("image/svg+xml");
        assertThat(picture.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src " + EpisodeSvg.styleSource()
                        + "; sandbox; frame-ancestors 'none'");
        assertThat(Http.body(picture)).isEqualTo(EpisodeSvg.of(EpisodeClaims.answer(CLAIMS), "../findings/"));
    }

    @Test
    void aListAndAnX12FileAreReadToo() {
        String list = "[" + CLAIMS.strip().replace("\n", ",") + "]";
        assertThat(Http.body(Http.request(Http.JSON, list).post("/v1/episodes")))
                .isEqualTo(EpisodeWriter.indented(EpisodeClaims.answer(list)));
        assertThat(Http.body(Http.request(Http.X12, Http.sample("outpatient-therapy-0341.edi"))
                        .post("/v1/episodes")))
                .contains("\"claimId\": \"PCN-34X-0002\"");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '', application/json, 400",
        "application/json, hello, application/json, 400",
        "text/plain, '{}', application/json, 415",
        "application/json, '[]', image/png, 406"
    })
    void whatCannotBeAnsweredIsRefused(String type, String body, String accept, int status) {
        assertThat(Http.request(type, body)
                        .header("Accept", accept)
                        .post("/v1/episodes")
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void aCompressedBodyIsSaidToBeCompressedAndNotTwice() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Http.claim().getBytes(StandardCharsets.UTF_8));
        }
        Response answer =
                given().contentType(Http.JSON).body(packed.toByteArray()).post("/v1/episodes");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(Http.body(answer))
                .contains("the body is compressed; send it as it is")
                .doesNotContain("twice");
    }

    @Test
    void thePageNeedsNoScriptAndFetchesNothingFromElsewhere() {
        Response page = given().header("Accept", "text/html").get("/episodes");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo(HTML);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", EpisodeSvg.styleSource())
                .doesNotContain("unsafe");
        assertThat(Http.body(page))
                .contains("action=\"episodes\"", "name=\"claims\" type=\"file\" required multiple")
                .doesNotContain("{{", "http:", "https:", "style=", " onclick", "javascript:");
        assertThat(Http.body(given().get("/"))).contains("<a href=\"episodes\">");
    }

    @Test
    void theFormIsAnsweredWithThePictureAndTheSameAsTables() {
        Response shown = page(CLAIMS, "html");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.header("Content-Security-Policy")).contains(EpisodeSvg.styleSource());
        String html = Http.body(shown);
        assertThat(html)
                .contains(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ep\" role=\"img\"",
                        "<a href=\"findings/HHT-514\">HHT-514</a> error: ",
                        "<caption>Treatment days on 34X claims, physical therapy</caption>",
                        "<tr><th scope=\"row\">2018-06-01</th><td>10</td><td>10</td><td>PCN-34X-0202</td>"
                                + "<td>report due: progress, none made, without current, goal</td></tr>")
                .doesNotContain("1EG4TE5MK73", "EXAMPLE", "style=");
    }

    @Test
    void whatIsInAClaimIsTextAndNothingElse() {
        String hostile = "A<script>alert(2)</script>\\\"&";
        String html = Http.body(page(CLAIMS.replace("PCN-34X-0202", hostile), "html"));
        assertThat(html).doesNotContain("<script>alert").contains("A&lt;script&gt;alert(2)&lt;/script&gt;&quot;&amp;");
        assertThat(html.split("<script", -1)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"svg, image/svg+xml, <svg", "json, application/json, {"})
    void orWithAFileToSave(String answer, String type, String begins) {
        Response saved = page(CLAIMS, answer);
        assertThat(saved.contentType()).startsWith(type);
        assertThat(saved.header("Content-Disposition")).isEqualTo("attachment; filename=\"episode." + answer + "\"");
        assertThat(Http.body(saved)).startsWith(begins);
    }

    @Test
    void whatIsWrongIsSaidAboveTheForm() {
        Response none = page("", "html");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.contentType()).isEqualTo(HTML);
        assertThat(Http.body(none)).contains("role=\"alert\"", "choose some with claims", "action=\"episodes\"");
        assertThat(page(CLAIMS, "pdf").statusCode()).isEqualTo(400);
        Response partly = page(CLAIMS + "{\"claimId\":\"BAD\"}\n", "html");
        assertThat(partly.statusCode()).isEqualTo(200);
        assertThat(Http.body(partly)).contains("Not everything is here", "may.ndjson: claim <code>BAD</code>", "<svg");
    }
}
