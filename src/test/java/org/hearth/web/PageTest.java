package org.hearth.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.ActiveRuleset.Loading;
import org.hearth.release.ActiveRuleset.Unusable;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page with its form, as a browser without script uses it. */
@QuarkusTest
class PageTest {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final byte[] X12 = bytes(Http.sample("outpatient-therapy-0341.edi"));

    @Inject
    ActiveRuleset active;

    private ActiveRuleset.State before;

    @BeforeEach
    void ready() {
        Readiness.await();
        before = active.state();
    }

    @AfterEach
    void asBefore() {
        active.set(before);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RequestSpecification browser() {
        return given().header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private static RequestSpecification form(byte[] claims) {
        return browser().multiPart("claims", "march.edi", claims).multiPart("minutes", "", new byte[0]);
    }

    @Test
    void thePageFetchesNothingFromElsewhereAndRunsNoScriptButItsOwn() {
        Response page = browser().get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo(HTML);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        String html = Http.body(page);
        assertThat(html)
                .contains(
                        "<html lang=\"en\">",
                        "data-limit=\"20971520\"",
                        "Rules: " + Rulesets.ruleset().version() + ", facts edition 2")
                .doesNotContain("{{", "http:", "https:", "style=", "<style", " onclick", "javascript:");
        assertThat(html.split("<script", -1)).hasSize(2);
        for (String file : List.of("page.css", "page.js", "icon.svg")) {
            assertThat(Http.get("/page/" + file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void theWorkbenchIsAPageOfItsOwnUnderTheSamePolicy() throws IOException {
        Response page = browser().get("/tables");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo(HTML);
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo(browser().get("/").header("Content-Security-Policy"));
        String html = Http.body(page);
        assertThat(html)
                .contains(
                        "<title>Hearth: tables</title>",
                        "<link rel=\"stylesheet\" href=\"page/tables.css\">",
                        "<script type=\"module\" src=\"page/tables/tables.js\"></script>",
                        "<noscript>")
                .doesNotContain("{{", "http:", "https:", "style=", "<style", " onclick", "javascript:");
        try (Stream<Path> modules = Files.list(Path.of("src/main/resources/META-INF/resources/page/tables"))) {
            assertThat(modules.map(module -> module.getFileName().toString()))
                    .isNotEmpty()
                    .allSatisfy(module -> assertThat(
                                    Http.get("/page/tables/" + module).statusCode())
                            .as(module)
                            .isEqualTo(200));
        }
    }

    @Test
    void everyFindingHasAPage() {
        Response all = browser().get("/findings");
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.contentType()).isEqualTo(HTML);
        Rulesets.ruleset().catalog().all().forEach(type -> assertThat(Http.body(all))
                .contains("<a href=\"findings/" + type.id() + "\">" + type.id() + "</a>"));
        assertThat(Http.body(all))
                .contains("<h2 id=\"effects\">", "<dt>RTP</dt><dd>the payer would send the claim back");

        assertThat(Http.body(all))
                .contains("<script src=\"page/findings.js\" defer></script>", "<h2 id=\"g1\">Bill type, dates");
        assertThat(Http.get("/page/findings.js").statusCode()).isEqualTo(200);

        Response one = browser().get("/findings/hht-301");
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(Http.body(one))
                .contains(
                        "<title>Hearth: HHT-301 missing discipline modifier</title>",
                        "<h1>HHT-301 missing discipline modifier</h1>",
                        "<h2>What it means</h2>",
                        "none of <code>GP</code>, <code>GO</code> and <code>GN</code>",
                        "<a href=\"../findings#effects\">RTP</a>: the payer would send the claim back",
                        "<dt>277CA</dt><dd>A7:453</dd>",
                        "<a href=\"HHT-303\">HHT-303</a> modifier of another discipline",
                        "those lack more than a modifier (<a rel=\"nofollow\" href=\"HHT-308\">HHT-308</a>)",
                        "<li>type of bill 0343</li>",
                        "<th scope=\"col\">HCPCS</th>",
                        "<td>97110</td>",
                        "<details><summary>As it is written</summary>\n<pre><code>lines:\n- 2018-05-01 0421 97110 2u",
                        "<li>HHT-301 line 1 (row discipline-requirements/PT)",
                        "href=\"../page/page.css\"");

        // a link to the file of a page
        assertThat(Http.body(browser().get("/findings/HHT-702")))
                .contains("<a rel=\"nofollow\" href=\"HHT-704\">HHT-704</a>")
                .doesNotContain(".md");

        Response none = browser().get("/findings/HHT-000");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(Http.body(none)).contains("No finding has this id");
    }

    @Test
    void findingsAreLookedUpWithoutScript() {
        String found = Http.body(browser().queryParam("q", "38200").get("/findings"));
        assertThat(found)
                .contains("2 findings for <code>38200</code>.", "findings/HHT-119\"", "findings/HHT-120\"")
                .doesNotContain("findings/HHT-301\"");

        String none = Http.body(browser().queryParam("q", "<b>&\"zzz").get("/findings"));
        assertThat(none)
                .contains("Nothing for <code>&lt;b&gt;&amp;&quot;zzz</code>", "value=\"&lt;b&gt;&amp;&quot;zzz\"")
                .doesNotContain("<b>");

        String byCode = Http.body(browser().queryParam("by", "fiss").get("/findings"));
        assertThat(byCode).contains(">FISS 38200</h2>", ">No reason code known</h2>", "value=\"fiss\" checked");
        String byLocator = Http.body(browser().queryParam("by", "locator").get("/findings"));
        assertThat(byLocator.indexOf(">UB-04 FL 4<")).isPositive().isLessThan(byLocator.indexOf(">UB-04 FL 18-28<"));
        assertThat(byLocator.indexOf(">The claim as a whole<")).isGreaterThan(byLocator.indexOf(">UB-04 FL 80<"));
    }

    @Test
    void aFindingsPageNamesTheRowsBehindIt() {
        assertThat(Http.body(browser().get("/findings/HHT-811")))
                .contains(
                        "<summary>By date: the table row behind it</summary>",
                        "<a href=\"../v1/tables/home-health-visits.xlsx\">home-health-visits</a>, sheet Rules, cell");
    }

    @Test
    void theFormIsAnsweredWithATable() {
        Response csv = form(X12).multiPart("answer", "csv").post("/");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"march.csv\"");
        assertThat(Http.body(csv)).startsWith("claim,line,id,").contains("HHT-301");

        Response workbook = form(X12).multiPart("answer", "xlsx").post("/");
        assertThat(workbook.statusCode()).isEqualTo(200);
        assertThat(workbook.header("Content-Disposition")).isEqualTo("attachment; filename=\"march.xlsx\"");
        assertThat(workbook.asByteArray()).startsWith('P', 'K');
    }

    @Test
    void aReportThatIsShownWhereItComesFromLeadsToTheFindingsPages() {
        assertThat(Http.body(form(X12).multiPart("answer", "html").post("/")))
                .contains("<a href=\"findings/HHT-301\">HHT-301</a>");
        assertThat(Http.body(form(X12)
                        .header("Accept", "application/problem+json, */*;q=0.5")
                        .multiPart("answer", "html")
                        .post("/")))
                .contains("HHT-301")
                .doesNotContain("href=\"findings/");
    }

    @Test
    void theFormIsAnsweredWithTheReport() {
        Response report = form(X12).multiPart("answer", "html").post("/");

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.contentType()).isEqualTo(HTML);
        assertThat(report.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("sandbox");
        assertThat(report.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Http.body(report))
                .contains("3 claims checked", "HHT-301", "File <code>march.edi</code>")
                .doesNotContain("1EG4TE5MK73");
    }

    @ParameterizedTest
    @CsvSource({"ndjson, march.ndjson, {\"claimId\"", "277ca, march.277ca.edi, ISA*00*", "999, march.999.edi, ISA*00*"})
    void orWithAFileToSave(String answer, String name, String begins) {
        Response saved = form(X12).multiPart("answer", answer).post("/");

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + name + "\"");
        assertThat(Http.body(saved)).startsWith(begins);
    }

    /** The script sends the claims last, so that they are judged as they arrive. */
    @Test
    void theOrderOfTheFieldsDoesNotMatter() {
        Response first = form(X12).multiPart("answer", "ndjson").post("/");
        Response last = given().multiPart("answer", "ndjson")
                .multiPart("minutes", "m.json", new byte[0])
                .multiPart("claims", "march.edi", X12)
                .post("/");

        assertThat(Http.body(last)).isEqualTo(Http.body(first)).endsWith("\"whole\":true}}\n");
    }

    @Test
    void minutesAreJoined() {
        String minutes =
                "{\"claims\": [{\"claimId\": \"PCN-34X-0001\", \"lines\": [{\"lineNumber\": 1, \"minutes\": 5}]}]}";
        String without = Http.body(form(X12).multiPart("answer", "ndjson").post("/"));
        String with = Http.body(browser()
                .multiPart("claims", "march.edi", X12)
                .multiPart("minutes", "minutes.json", bytes(minutes))
                .multiPart("answer", "ndjson")
                .post("/"));

        assertThat(without).doesNotContain("\"timedMinutes\":5");
        assertThat(with).contains("\"timedMinutes\":5");
    }

    @Test
    void compressedClaimsAndJsonAreReadToo() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes(Http.sample("outpatient-therapy-2018.json")));
        }
        assertThat(Http.body(form(compressed.toByteArray()).post("/"))).contains("1 claim checked", "HHT-301");
    }

    @Test
    void whatIsWrongIsSaidAboveTheForm() {
        Response torn = form(bytes(Http.sample("home-health-0329.edi").substring(0, 900)))
                .multiPart("answer", "277ca")
                .post("/");
        assertThat(torn.statusCode()).isEqualTo(400);
        assertThat(torn.contentType()).isEqualTo(HTML);
        assertThat(Http.body(torn))
                .contains("role=\"alert\"", "the file ends before the interchange trailer", "<form id=\"check\"");

        Response empty = form(new byte[0]).post("/");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(Http.body(empty)).contains("no claims came with the form, or the file is empty");

        Response json = form(bytes("[]")).multiPart("answer", "999").post("/");
        assertThat(json.statusCode()).isEqualTo(415);
        assertThat(Http.body(json)).contains("these are claims as JSON, and a 999 answers 837I files only");

        Response minutes = browser()
                .multiPart("minutes", "m.json", bytes("{\"claims\": \"<b>\"}"))
                .multiPart("claims", "march.edi", X12)
                .post("/");
        assertThat(minutes.statusCode()).isEqualTo(422);
        assertThat(Http.body(minutes)).contains("<code>/claims</code>").doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer=pdf", "answer=", "x=y"})
    void aFormThatIsNotOursIsRefused(String field) {
        Response answer = given().multiPart(field.split("=")[0], field.substring(field.indexOf('=') + 1))
                .multiPart("claims", "march.edi", X12)
                .post("/");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo(Http.PROBLEM);
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data, x, names no boundary",
        "multipart/form-data; boundary=b, x, does not begin with a field",
        "multipart/form-data; boundary=b, --b, breaks off",
        "multipart/form-data; boundary=b, --b--, no claims came with the form"
    })
    void aBodyThatIsNoFormIsRefused(String type, String body, String why) {
        RawHttp.Answer answer = RawHttp.post("/", type, bytes(body + "\r\n"));
        assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(answer.rest()).contains(why);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedReadably() {
        byte[] large = new byte[20 << 20];
        Response page = form(large).post("/");
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.contentType()).isEqualTo(HTML);
        assertThat(Http.body(page)).contains("the body has more than 20971520 bytes", "<form id=\"check\"");

        Response problem = given().multiPart("claims", "large.edi", large).post("/");
        assertThat(problem.statusCode()).isEqualTo(413);
        assertThat(problem.contentType()).isEqualTo(Http.PROBLEM);
    }

    @Test
    void withoutRulesThePageSaysSoAndHasNoForm() {
        active.set(new Loading());
        Response loading = browser().get("/");
        assertThat(loading.statusCode()).isEqualTo(503);
        assertThat(Http.body(loading))
                .contains("The rules are still being loaded", "http-equiv=\"refresh\"")
                .doesNotContain("<form");
        assertThat(form(X12).post("/").statusCode()).isEqualTo(503);
        assertThat(browser().get("/findings").statusCode()).isEqualTo(503);
        assertThat(browser().get("/findings/HHT-301").statusCode()).isEqualTo(503);

        active.set(new Unusable(
                List.of("codes/findings.xlsx, sheet Rows, cell B3: the cell is `<blank>`; write a value")));
        Response unusable = browser().get("/");
        assertThat(unusable.statusCode()).isEqualTo(503);
        assertThat(Http.body(unusable))
                .contains("No claim can be checked now", "cell B3: the cell is <code>&lt;blank&gt;</code>")
                .doesNotContain("<form", "http-equiv=\"refresh\"");
    }

    @Test
    void nothingThatWasSentIsLeftInAFileOrALog() throws IOException {
        Set<Path> files = temporaryFiles();
        try (Logged log = new Logged()) {
            form(X12).multiPart("answer", "html").post("/");
            form(bytes("{\"claimId\": \"1EG4TE5MK73\", \"x\"")).post("/");
            assertThat(log.text()).doesNotContain("1EG4TE5MK73", "PCN-34X-0001", "march.edi");
        }
        assertThat(temporaryFiles()).isSubsetOf(files);
    }

    /** A long report waits in a file without a name, which must not stay open when nobody waits for it any more. */
    @Test
    void aSenderThatHangsUpLeavesNoFileOpen() throws Exception {
        Path open = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(open), "no /proc on this machine: open files are not looked at");
        assertThat(Http.claim()).contains("2AY4NT5HE11");
        // claims of one beneficiary would be judged beside each other, which is not what this waits for
        String claims = IntStream.range(0, 1_000)
                .mapToObj(number ->
                        Http.claim().replace("2AY4NT5HE11", "2AY4NT%dHE%02d".formatted(number / 100, number % 100)))
                .collect(Collectors.joining("\n", "", "\n"));
        try (RawHttp http = new RawHttp()) {
            http.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    + "Content-Length: 9000000\r\n\r\n--b\r\nContent-Disposition: form-data; name=answer\r\n\r\nhtml\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=minutes\r\n\r\n\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=claims\r\n\r\n" + claims);
            await(() -> !waiting(open).isEmpty());
        }
        await(() -> waiting(open).isEmpty());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int wait = 0; !condition.getAsBoolean() && wait < 600; wait++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static List<String> waiting(Path open) {
        List<String> waiting = new ArrayList<>();
        for (String number : open.toFile().list()) {
            try {
                String file = Files.readSymbolicLink(open.resolve(number)).toString();
                if (file.matches(".*/hearth[0-9]+\\.part.*")) {
                    waiting.add(file);
                }
            } catch (IOException closedMeanwhile) {
                continue;
            }
        }
        return waiting;
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 1)) {
            return files.filter(file -> file.getFileName().toString().matches("(?i).*(hearth|upload|multipart).*"))
                    .collect(Collectors.toSet());
        }
    }
}
