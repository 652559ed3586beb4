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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a biller meets it. With {@code -Dpictures=FOLDER} it is looked at too. */
@Tag("browser")
@QuarkusTest
class PageInBrowserTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");
    private static final String READY = "document.documentElement.dataset.ready";
    private static final String STATUS = "document.getElementById('status').textContent";
    private static final String OUTCOME = "document.getElementById('claim-outcome').textContent";
    private static final String CHECKED =
            "document.getElementById('progress').hidden && !document.getElementById('desk').hidden";
    private static final String SAVED = STATUS + ".startsWith('Saved as')";
    private static final String ALERT = "document.querySelector('#problem [role=alert]')";
    private static final String CHECK = "document.getElementById('check-button').click()";
    private static final String CARDS = "document.querySelectorAll('#cards .card').length";

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
        browser.await(READY);
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

    /** Checks files, to the end of the answer. */
    private void check(Path... files) {
        browser.choose("#claims", files);
        browser.value(CHECK);
        browser.await(CHECKED);
    }

    private void open(String claim) {
        browser.value("[...document.querySelectorAll('.entry.claim')].find(entry => entry.textContent.includes('"
                + claim + "')).click()");
        browser.await("document.getElementById('claim-title').textContent === 'Claim " + claim
                + "' && !document.getElementById('claim').hidden");
    }

    /** Types into a field of the drawing, and waits until the claim was judged with it. */
    private void type(String path, String text, String shown) {
        String field = "input[data-path=\"" + path + "\"]";
        browser.type(field, text);
        browser.await("document.querySelector('" + field + "').dataset.drawn === '" + shown
                + "' && !document.getElementById('drawing').hasAttribute('aria-busy')");
    }

    @Test
    void aBillerFindsWhatFailsMendsItTypesTheRestAndUndoes() {
        browser.picture("empty");
        check(SAMPLES.resolve("outpatient-therapy-0341.edi"));
        assertThat(text(STATUS)).isEqualTo("3 claims checked, 1 failing, 2 clean.");
        assertThat(text("document.activeElement.id")).isEqualTo("desk-title");
        assertThat(text("document.getElementById('listed').textContent")).isEqualTo("1 claim listed");

        open("PCN-34X-0001");
        assertThat(browser.value(CARDS).asInt()).isEqualTo(2);
        assertThat(text("document.querySelector('#cards .card').innerText"))
                .contains(
                        "HHT-301", "FL 44, line 1", "carries no GP", "FL 44 modifiers, line 1: nothing → GP", "CARC 4");
        assertThat(text("document.querySelector('.wrong').dataset.path")).isEqualTo("/lines/0/modifiers");
        browser.picture("claim");

        browser.value("document.querySelector('[data-mend]').click()");
        browser.await(OUTCOME + ".startsWith('Judged again')");
        assertThat(text(OUTCOME)).isEqualTo("Judged again: 1 finding left.");
        assertThat(text("document.querySelector('input[data-path=\"/lines/0/modifiers/0\"]').value"))
                .isEqualTo("GP");

        // functional reporting wants a goal beside the current state
        browser.value("document.querySelector('[data-add-line]').click()");
        browser.await("document.querySelector('input[data-path=\"/lines/2/hcpcs\"]')");
        type("/lines/2/hcpcs", "g8979", "G8979");
        type("/lines/2/modifiers/0", "GP", "GP");
        type("/lines/2/modifiers/1", "CI", "CI");
        browser.type("input[data-path=\"/lines/2/charge\"]", "ten");
        browser.await("document.getElementById('field-problem').textContent");
        assertThat(text("document.getElementById('field-problem').textContent"))
                .isEqualTo("FL 47 Charge, line 3: write an amount such as 120.00.");
        type("/lines/2/charge", ".01", "0.01");
        type("/totalCharge", "120.02", "120.02");
        browser.await("document.getElementById('findings-title').textContent === 'Nothing found'");
        assertThat(text("document.querySelector('[data-show=clean] strong').textContent"))
                .isEqualTo("3");
        assertThat(text("document.querySelector('#changes li').innerText"))
                .isEqualTo("FL 44 modifiers, line 1: nothing → GP for HHT-301");

        // what is on the desk is there after the page was loaded anew
        browser.open(page);
        browser.await(READY);
        assertThat(text(STATUS)).startsWith("This is the desk as you left it. 3 claims checked, 0 failing, 3 clean.");
        browser.await("document.getElementById('findings-title').textContent === 'Nothing found'");
        browser.key("u");
        browser.await("document.querySelector('input[data-path=\"/totalCharge\"]').value === '120.01'");
        assertThat(text("document.getElementById('cards').innerText")).contains("HHT-113");

        assertThat(browser.fetched())
                .contains(page, page + "page/page.css", page + "page/desk.css", page + "page/page.js")
                .allMatch(address -> address.startsWith(page)
                        || address.startsWith("blob:" + page)
                        || address.equals("about:blank"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMendIsMadeOnAllClaimsAtOnceByKeysAlone() throws IOException {
        Path file = temporary.resolve("two.ndjson");
        String claim = Http.claim();
        Files.writeString(
                file,
                claim + "\n" + claim.replace("PCN-34X-0001", "PCN-SECOND").replace("2AY4NT5HE11", "1EG4TE5MK73")
                        + "\n");
        check(file);
        browser.key("j");
        browser.press("Enter", 13);
        browser.await("document.getElementById('claim-title').textContent === 'Claim PCN-34X-0001'");
        browser.key("n");
        browser.await("document.activeElement.id === 'finding-1'");
        browser.value("document.querySelector('[data-mend-all]').click()");
        browser.await("document.getElementById('ask').open");
        assertThat(text("document.getElementById('ask').innerText"))
                .contains("Mend HHT-301 on 2 claims?", "FL 44 modifiers, line 1: nothing → GP");
        browser.value("document.getElementById('ask-yes').click()");
        browser.await(OUTCOME + ".startsWith('2 claims mended')");
        assertThat(text(OUTCOME))
                .isEqualTo("2 claims mended and judged again. No claim has HHT-301 with a certain mend any more.");
        browser.key("d");
        browser.await("document.getElementById('claim-says').textContent.includes('Marked as done')");
        browser.key("/");
        assertThat(text("document.activeElement.id")).isEqualTo("search");
        browser.call("Input.insertText", Map.of("text", "MK73"));
        browser.await("document.getElementById('listed').textContent === '1 claim listed'");
        assertThat(text("document.querySelector('.entry.claim').innerText")).contains("PCN-SECOND", "changed");
    }

    @Test
    void whatIsTypedGoesToTheEntryAndTheClaimThatItWasTypedInto() {
        check(SAMPLES.resolve("outpatient-therapy-0341.edi"));
        browser.value("document.querySelector('[data-show=all]').click()");
        open("PCN-34X-0001");
        type("/conditionCodes/0", "07", "07");
        type("/conditionCodes/1", "20", "20");
        type("/conditionCodes/2", "21", "21");
        // the first is emptied, another is typed over the second, and another claim chosen, all before anything is
        // drawn anew
        browser.value("(() => { const put = (place, text) => { const field = document.querySelector("
                + "`input[data-path=\"/conditionCodes/${place}\"]`); field.focus(); field.value = text; field.blur(); };"
                + " put(0, ''); put(1, 'C4');"
                + " [...document.querySelectorAll('.entry.claim')].find(entry => !entry.textContent.includes('PCN-34X-0001'))"
                + ".click(); return document.getElementById('claim').inert; })()");
        browser.await("document.getElementById('claim-title').textContent !== 'Claim PCN-34X-0001'"
                + " && !document.getElementById('claim').inert");
        assertThat(text("document.getElementById('changes').innerText")).isEmpty();
        open("PCN-34X-0001");
        assertThat(text("[...document.querySelectorAll('.list-conditionCodes input')].map(one => one.value)"
                        + ".filter(one => one).join(' ')"))
                .isEqualTo("C4 21");
    }

    @Test
    void aFieldTakesBackWhatStoodThereAndRefusesWhatNoFileCarries() {
        check(SAMPLES.resolve("outpatient-therapy-0341.edi"));
        browser.key("m");
        assertThat(text(STATUS)).isEqualTo("Open a claim of the list first, with Enter.");
        browser.key("j");
        browser.await("document.getElementById('claim-title').textContent === 'Claim PCN-34X-0001'");
        String remarks = "input[data-path=\"/remarks\"]";
        browser.type(remarks, "A*B");
        browser.await("document.getElementById('field-problem').textContent");
        assertThat(text("document.getElementById('field-problem').textContent"))
                .isEqualTo("FL 80 Remarks: an 837I separates its parts by ~ * : and ^, so leave them out.");
        browser.value("document.querySelector('" + remarks + "').focus()");
        browser.press("Escape", 27);
        assertThat(text("document.querySelector('" + remarks + "').value")).isEmpty();

        browser.value("document.querySelector('[data-remove-line=\"1\"]').click()");
        browser.await("document.getElementById('ask').open");
        browser.value("document.getElementById('ask-yes').click()");
        browser.await("document.querySelectorAll('tr[data-line]').length === 1");
        // what the lines came to before, so that it follows
        assertThat(text("document.querySelector('input[data-path=\"/totalCharge\"]').value"))
                .isEqualTo("120.00");
        assertThat(browser.value("document.getElementById('as-corrected').hidden")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whatIsListedIsPrintedEachClaimOnce() {
        check(SAMPLES.resolve("outpatient-therapy-0341.edi"));
        browser.value("document.querySelector('[data-show=all]').click()");
        browser.value("void (window.print = () => { document.body.dataset.printed = document.title; })");
        browser.value("document.getElementById('print').click()");
        browser.await("document.body.dataset.printed");
        assertThat(text("document.body.dataset.printed")).isEqualTo("Claims");
        String paper = text("document.getElementById('paper').textContent");
        assertThat(paper.split("PCN-34X-0001", -1)).hasSize(2);
        assertThat(paper.split("PCN-34X-0002", -1)).hasSize(2);
        assertThat(paper.split("PCN-34X-0003", -1)).hasSize(2);
        assertThat(text("[...document.querySelectorAll('#paper .sheet h2')].map(one => one.textContent).join()"))
                .isEqualTo("Claim PCN-34X-0001: RTP");
        assertThat(text("[...document.querySelectorAll('#paper .wrong')].map(one => one.textContent).join()"))
                .contains("1");
        browser.value("window.dispatchEvent(new Event('afterprint'))");
        assertThat(text("document.getElementById('paper').textContent + document.title"))
                .isEqualTo("Hearth: check claims");
    }

    @Test
    void onAPhoneNothingIsWiderThanTheScreen() {
        size(390, 844, true);
        browser.open(page);
        browser.await(READY);
        check(SAMPLES.resolve("outpatient-therapy-0341.edi"));
        browser.picture("phone-list");
        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(390);
        open("PCN-34X-0001");
        browser.picture("phone-claim");
        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(390);
        browser.value("document.getElementById('back').click()");
        assertThat(text("document.activeElement.id")).isEqualTo("list");
    }

    @Test
    void whatIsInAClaimIsTextAndNothingElse() throws IOException {
        String hostile = "A<img src=x onerror=alert(1)><script>alert(2)</script>";
        Path file = temporary.resolve("hostile <b>.json");
        Files.writeString(file, Http.claim().replace("PCN-34X-0001", hostile));
        check(file);

        assertThat(browser.value("document.querySelectorAll('#desk img, #desk script, #list b b').length")
                        .asInt())
                .isZero();
        assertThat(text(STATUS)).startsWith("Nothing was checked.");
        browser.value("document.querySelector('.entry.claim').click()");
        browser.await(CARDS);
        assertThat(text("document.getElementById('cards').innerText")).contains("<img src=x");
        assertThat(browser.value("document.querySelectorAll('#desk img, #desk script').length")
                        .asInt())
                .isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void minutesAreUsedTypedAndTurnedIntoUnits() throws IOException {
        Path minutes = temporary.resolve("minutes.json");
        Files.writeString(
                minutes,
                "{\"claims\": [{\"claimId\": \"NO-SUCH\", \"lines\": [{\"lineNumber\": 1, \"minutes\": 45}]}]}");
        browser.choose("#minutes", minutes);
        check(SAMPLES.resolve("outpatient-therapy-0341.edi"));
        assertThat(text("document.getElementById('notes').innerText")).contains("Claim NO-SUCH: ");

        open("PCN-34X-0001");
        type("/lines/0/minutes", "38", "38");
        browser.await("document.querySelector('.proposed')");
        assertThat(text("document.querySelector('.proposed').innerText"))
                .startsWith("By the minutes, line 1 is 3 × 97110");

        Files.writeString(minutes, "{\"claims\": 7}");
        browser.choose("#minutes", minutes);
        browser.value("window.confirm = () => true");
        browser.value(CHECK);
        browser.await(ALERT);
        assertThat(text(ALERT + ".innerText"))
                .startsWith("This was not checked")
                .contains("/claims: claims is not a list; write a list in square brackets");
        assertThat(text("document.activeElement.id")).isEqualTo("problem");
    }

    @Test
    void aTornFileIsSaidToBeTornFirst() throws IOException {
        Path file = temporary.resolve("torn.edi");
        String whole = Http.sample("outpatient-therapy-0341.edi");
        Files.writeString(file, whole.substring(0, whole.indexOf("SE*32")));
        check(file);
        assertThat(text(STATUS)).startsWith("Not whole: ");
    }

    @Test
    void a277caAndTheReportAreSaved() throws Exception {
        Path downloads = Files.createDirectory(temporary.resolve("downloads"));
        browser.call("Page.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        browser.choose("#claims", SAMPLES.resolve("outpatient-therapy-0341.edi"));
        browser.value("document.querySelector('button[value=\"277ca\"]').click()");
        browser.await(SAVED);
        assertThat(awaited(downloads.resolve("outpatient-therapy-0341.277ca.edi")))
                .startsWith("ISA*00*")
                .contains("\nST*277*0001*005010X214~\n");
        browser.value("document.querySelector('button.scripted[value=html]').click()");
        assertThat(awaited(downloads.resolve("outpatient-therapy-0341.report.html")))
                .contains("HHT-301");
    }

    private static String awaited(Path saved) throws Exception {
        for (int wait = 0; !Files.exists(saved) && wait < 200; wait++) {
            Thread.sleep(50);
        }
        return Files.readString(saved);
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
        for (int tab = 0; tab < 8; tab++) {
            browser.press("Tab", 9);
            reached.add(text("(e => e.id || e.value || e.localName)(document.activeElement)"));
        }
        assertThat(reached)
                .containsExactly("a", "claims", "folder", "summary", "summary", "check-button", "html", "xlsx");
        assertThat(text("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }
}
