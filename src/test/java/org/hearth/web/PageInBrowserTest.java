package org.hearth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a biller meets it. With {@code -Dpictures=FOLDER} it is looked at too. */
@QuarkusTest
class PageInBrowserTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");
    private static final String REPORT = "document.querySelector('iframe').contentDocument";
    private static final String DONE = "document.getElementById('status').textContent.startsWith('Done')";
    private static final String UNCHECKED =
            "document.getElementById('status').textContent.startsWith('nothing was checked')";
    private static final String SAVED = "document.getElementById('status').textContent.startsWith('Saved as')";
    private static final String ALERT = "document.querySelector('#problem [role=alert]')";
    private static final String CHECK = "document.querySelector('button.first').click()";

    @TempDir
    Path temporary;

    private Browser browser;
    private String page;

    @BeforeEach
    void open() throws IOException {
        Path program = Browser.program().orElse(null);
        assumeTrue(program != null, "no chromium on this machine: the page is not tried in a browser");
        Readiness.await();
        browser = new Browser(program, Files.createDirectory(temporary.resolve("profile")));
        page = "http://localhost:" + RestAssured.port + "/";
        size(1280, 800, false);
        browser.open(page);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private void size(int width, int height, boolean phone) {
        browser.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    }

    private void colours(String scheme) {
        browser.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private String text(String expression) {
        return browser.value(expression).asText();
    }

    @Test
    void aFileIsChosenAndItsReportIsRead() {
        browser.picture("empty");
        browser.choose("#claims", SAMPLES.resolve("outpatient-therapy-0341.edi"));
        browser.value(CHECK);
        browser.await(DONE);

        assertThat(text("document.getElementById('status').textContent"))
                .startsWith("Done. 3 claims checked: 2 clean, 1 with errors");
        assertThat(text(REPORT + ".body.innerText")).contains("HHT-301", "carries no GP", "PCN-34X-0001");
        assertThat(text("document.activeElement.id")).isEqualTo("report");
        assertThat(text("document.getElementById('save').download")).isEqualTo("outpatient-therapy-0341.report.html");
        assertThat(browser.value("document.getElementById('progress').hidden").asBoolean())
                .isTrue();
        // the report is dressed by its own styles, which the page's rules let through
        assertThat(text("getComputedStyle(" + REPORT + ".querySelector('section')).borderTopStyle"))
                .isEqualTo("solid");
        browser.value("window.scrollTo(0, 0)");
        browser.picture("report");

        colours("dark");
        browser.picture("report-dark");
        colours("light");
        size(390, 844, true);
        browser.picture("report-narrow");

        size(1280, 800, false);
        browser.open(page + "findings/HHT-301");
        browser.picture("finding");

        assertThat(browser.fetched())
                .contains(page, page + "page/page.css", page + "page/page.js", page + "page/icon.svg")
                .allMatch(address -> address.startsWith(page)
                        || address.startsWith("blob:" + page)
                        || address.equals("about:blank"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void onAPhoneNothingIsWiderThanTheScreen() {
        size(390, 844, true);
        browser.open(page);
        browser.picture("empty-narrow");
        browser.choose("#claims", SAMPLES.resolve("outpatient-therapy-0341.edi"));
        browser.value(CHECK);
        browser.await(DONE);
        browser.value("window.scrollTo(0, 0)");
        browser.picture("phone");
        browser.await("document.querySelector('iframe').clientHeight > 1000");

        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(390);
        assertThat(browser.value(REPORT + ".documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(
                        browser.value(REPORT + ".documentElement.clientWidth").asInt());
    }

    @Test
    void whatIsInAClaimIsTextAndNothingElse() throws IOException {
        String hostile = "A<img src=x onerror=alert(1)><script>alert(2)</script>";
        Path file = temporary.resolve("hostile <b>.json");
        Files.writeString(file, Http.claim().replace("PCN-34X-0001", hostile));
        browser.choose("#claims", file);
        browser.value(CHECK);
        browser.await(UNCHECKED);

        assertThat(browser.value(REPORT + ".querySelectorAll('img, script, b').length")
                        .asInt())
                .isZero();
        assertThat(text(REPORT + ".body.innerText")).contains("<img src=x");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void minutesAreUsedAndWhatIsWrongWithThemIsSaid() throws IOException {
        Path minutes = temporary.resolve("minutes.json");
        Files.writeString(
                minutes,
                "{\"claims\": [{\"claimId\": \"NO-SUCH\", \"lines\": [{\"lineNumber\": 1, \"minutes\": 45}]}]}");
        browser.value("document.querySelector('summary').click()");
        browser.choose("#claims", SAMPLES.resolve("outpatient-therapy-0341.edi"));
        browser.choose("#minutes", minutes);
        browser.picture("minutes");
        browser.value(CHECK);
        browser.await(DONE);
        assertThat(text(REPORT + ".body.innerText")).contains("Minutes for claim NO-SUCH: not used");

        Files.writeString(minutes, "{\"claims\": 7}");
        browser.choose("#minutes", minutes);
        browser.value(CHECK);
        browser.await(ALERT);
        assertThat(text(ALERT + ".innerText"))
                .startsWith("This was not checked")
                .contains("/claims: claims is not a list; write a list in square brackets");
        assertThat(text("document.activeElement.id")).isEqualTo("problem");
        browser.value("window.scrollTo(0, 0)");
        browser.picture("problem");
    }

    @Test
    void a277caIsSaved() throws Exception {
        Path downloads = Files.createDirectory(temporary.resolve("downloads"));
        browser.call("Page.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        browser.choose("#claims", SAMPLES.resolve("outpatient-therapy-0341.edi"));
        browser.value("document.querySelector('button[value=\"277ca\"]').click()");
        browser.await(SAVED);

        Path saved = downloads.resolve("outpatient-therapy-0341.277ca.edi");
        for (int wait = 0; !Files.exists(saved) && wait < 200; wait++) {
            Thread.sleep(50);
        }
        assertThat(saved).content().startsWith("ISA*00*").contains("\nST*277*0001*005010X214~\n");
    }

    @Test
    void withoutScriptTheReportIsThePage() {
        browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        browser.open(page);
        assertThat(text("getComputedStyle(document.querySelector('.scripted')).display"))
                .isEqualTo("none");
        browser.choose("#claims", SAMPLES.resolve("outpatient-therapy-0341.edi"));
        browser.value(CHECK);
        browser.await("document.title === 'Hearth: claims checked'");
        assertThat(text("document.body.innerText")).contains("HHT-301", "3 claims checked");

        browser.open(page);
        browser.choose("#claims", Path.of("README.md"));
        browser.value("document.querySelector('button[value=\"999\"]').click()");
        browser.await(ALERT);
        assertThat(text(ALERT + ".innerText")).contains("neither an 837I file nor claims as JSON");
    }

    @Test
    void theKeyboardReachesEverythingInOrderAndShowsWhereItIs() {
        List<String> reached = new ArrayList<>();
        for (int tab = 0; tab < 7; tab++) {
            browser.press("Tab", 9);
            reached.add(text("(e => e.id || e.value || e.localName)(document.activeElement)"));
        }
        assertThat(reached).containsExactly("a", "claims", "summary", "summary", "html", "xlsx", "csv");
        assertThat(text("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }
}
