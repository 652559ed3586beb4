package org.hearth.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hearth.catalog.NotJudged;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.claim.Practitioner;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.OutOfScope;
import org.hearth.finding.Advice;
import org.hearth.finding.Effect;
import org.hearth.finding.Finding;
import org.hearth.finding.FindingPlace;
import org.hearth.finding.Grounds;
import org.hearth.finding.ResponseCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final String HOSTILE = "</td><script>alert('x')</script>\"&amp;`\u202e\n<!--";

    private final StringBuilder out = new StringBuilder();
    private final HtmlReport report = new HtmlReport(out, List.of(), null);
    private final Tally tally = new Tally();

    private static ServiceLine line(int number, String hcpcs, String... modifiers) {
        return new ServiceLine(
                number,
                "SECRET-6R",
                "0421",
                "HC",
                hcpcs,
                List.of(modifiers),
                LocalDate.of(2025, 3, 5),
                number == 3 ? LocalDate.of(2025, 3, 7) : null,
                new BigDecimal("2"),
                new BigDecimal("120.00"),
                number == 3 ? new BigDecimal("60.00") : null,
                null,
                30,
                null);
    }

    private static Claim claim(String claimId) {
        return Claim.builder()
                .claimId(claimId)
                .typeOfBill(TypeOfBill.of("0341"))
                .statementFrom(LocalDate.of(2025, 3, 1))
                .statementThrough(LocalDate.of(2025, 3, 31))
                .beneficiaryId("1EG4TE5MK73")
                .billingProviderNpi("1234567893")
                .attending(new Practitioner("1999999992", "EXAMPLE", "ALEX"))
                .totalCharge(new BigDecimal("240.00"))
                .origin(pointer -> new Location("march.edi", 1, "0001", "CLM", 21, null))
                .add(line(1, "97110", "GP", "KX"))
                .add(line(3, "97140"))
                .build();
    }

    private void add(Claim claim, Evaluation evaluation) throws IOException {
        tally.add(evaluation);
        report.claim(claim, evaluation);
    }

    private Document page() throws Exception {
        report.end(tally);
        // our pages are well-formed but for what HTML leaves open in the head
        String xml = out.toString().replaceAll("(<meta [^>]*)>", "$1/>").replace("<!DOCTYPE html>\n", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> texts(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(index -> found.item(index).getTextContent().strip().replaceAll("\\s+", " "))
                .toList();
    }

    @Test
    void showsTheTotalsThenEachClaimWithItsFindingsBesideItsLines() throws Exception {
        add(
                claim("A-1007"),
                SampleEvaluations.of(
                        "A-1007",
                        SampleEvaluations.bare(Effect.WARN, "the message"),
                        SampleEvaluations.missingModifier(SampleEvaluations.MARCH),
                        SampleEvaluations.missingModifier(null)));
        add(claim("A-1008"), SampleEvaluations.halfChecked());
        add(claim("A-1009"), SampleEvaluations.of("A-1009", SampleEvaluations.missingModifier(null)));
        add(claim("A-1010"), SampleEvaluations.of("A-1010"));
        Document page = page();

        assertThat(texts(page, "h1")).containsExactly("Claims checked");
        assertThat(texts(page, "h2"))
                .containsExactly(
                        "By finding",
                        "By claim",
                        "No. 1 Claim A-1007: RTP",
                        "No. 2 Claim A-1008: CLEAN",
                        "No. 3 Claim A-1009: RTP",
                        "Clean claims");
        assertThat(texts(page, "header").get(0))
                .contains("4 claims checked: 2 clean, 2 with errors, 0 with warnings, 0 with notes only; 4 findings;"
                        + " 0 unreadable Rules: v1, facts edition 2");
        assertThat(texts(page, "tr").subList(0, 3))
                .containsExactly(
                        "FindingWhat it isEffectFindingsClaimsNo.",
                        "HHT-301missing discipline modifierRTP321, 3",
                        "HHT-102a titleWARN111");
        assertThat(texts(page, "tr").subList(3, 7))
                .as("the failing ones first, a claim with lines to bill after them")
                .containsExactly(
                        "No.ClaimType of billStatement coversEffectFindings",
                        "1A-100703412025-03-01 to 2025-03-31RTPHHT-102, HHT-301",
                        "3A-100903412025-03-01 to 2025-03-31RTPHHT-301",
                        "2A-100803412025-03-01 to 2025-03-31CLEAN");
        assertThat(texts(page, "tr").subList(7, 11))
                .as("the lines, marked with the numbers of what was found on them")
                .containsExactly(
                        "LineFL 42 Revenue codeFL 44 HCPCS, rate, HIPPSFL 45 Service dateFL 46 UnitsFL 47 Total charges"
                                + "FL 48 Non-covered",
                        "1042197110 GP KX2025-03-052120.00",
                        "3042197140 2: HHT-301 3: HHT-3012025-03-05 to 2025-03-072120.0060.00",
                        "Total240.00");
        assertThat(texts(page, "tr")).endsWith("A-101003412025-03-01 to 2025-03-31");
        assertThat(texts(page, "ol").get(0))
                .isEqualTo("warning HHT-102 WARN; the claim; FISS 31755, RARC N362 the message"
                        + " error HHT-301 RTP; line 3; FL 44; CARC 4, 277CA A7:453 revenue code 0421 on a 34X claim carries no GP"
                        + " Fix: add modifier GP Pub. 100-04 ch. 5 s. 20.1; transaction 0001, segment SV2 at position 41,"
                        + " element 2; discipline-requirements.drl.xlsx, sheet Rules, cell B10"
                        + " error HHT-301 RTP; line 3; FL 44; CARC 4, 277CA A7:453 revenue code 0421 on a 34X claim carries no GP"
                        + " Fix: add modifier GP Pub. 100-04 ch. 5 s. 20.1; discipline-requirements.drl.xlsx, sheet Rules,"
                        + " cell B10");
        assertThat(texts(page, "dl").get(0))
                .isEqualTo(
                        "FL 3a Claim numberA-1007 FL 4 Type of bill0341 FL 6 Statement covers2025-03-01 to 2025-03-31"
                                + " FL 56 Billing provider1234567893 FL 60 Member id ends inMK73 FL 76 Attending1999999992");
        assertThat(texts(page, "ul"))
                .contains("for want of earlier claims: functional reporting"
                        + " for want of minutes: units of line 3, units of lines 4, 5 and 6");
    }

    @Test
    void everyLinkLeadsSomewhereOnThePage() throws Exception {
        add(claim("A"), SampleEvaluations.of("A", SampleEvaluations.missingModifier(null)));
        add(claim("B"), SampleEvaluations.of("B"));
        Document page = page();

        NodeList links = page.getElementsByTagName("a");
        assertThat(links.getLength()).isGreaterThan(5);
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(out)
                .results()
                .map(id -> id.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (int index = 0; index < links.getLength(); index++) {
            String to = ((Element) links.item(index)).getAttribute("href");
            assertThat(to).startsWith("#");
            assertThat(ids).contains(to.substring(1));
        }
    }

    @Test
    void leadsToAFindingsPageWhereThatIsServed() throws Exception {
        StringBuilder served = new StringBuilder();
        HtmlReport linking = new HtmlReport(served, List.of(), "findings/");
        linking.claim(claim("A"), SampleEvaluations.of("A", SampleEvaluations.missingModifier(null)));
        linking.end(tally);

        assertThat(served).contains("<strong>error <a href=\"findings/HHT-301\">HHT-301</a></strong>");
    }

    @Test
    void marksTheFieldOfTheHeaderThatIsWrong() throws Exception {
        Finding empty = new Finding(
                "HHT-219",
                "county code missing",
                Effect.RTP,
                new FindingPlace(null, "FL 39-41", "/valueCodes", null),
                new Advice("no code", null),
                new Grounds(null, null, "rules/a.drl"),
                new ResponseCodes(null, null, null, null));
        add(claim("A"), SampleEvaluations.of("A", empty));
        page();

        assertThat(out)
                .contains("<div class=\"wrong\"><dt><small>FL 39-41</small> Value codes</dt><dd><em>empty</em>"
                        + " <a class=\"mark\" href=\"#c1f1\">1<span class=\"ear\">: HHT-219</span></a></dd></div>")
                .containsOnlyOnce("class=\"wrong\"");
    }

    @Test
    void aFindingOfManyClaimsNamesSomeAndCountsAll() throws Exception {
        for (int number = 1; number <= 503; number++) {
            add(claim("C-" + number), SampleEvaluations.of("C", SampleEvaluations.missingModifier(null)));
        }
        page();

        assertThat(out)
                .contains("<td class=\"number\">503</td><td class=\"numbers\"><a href=\"#c1\">1</a>, ")
                .contains("<a href=\"#c500\">500</a> and 3 more</td>")
                .contains("<a href=\"#c503\">C-503</a>", "id=\"c503\"");
    }

    @Test
    void claimsThatAreNotJudgedAreListed() throws Exception {
        add(
                claim("A"),
                new Evaluation(
                        "A",
                        "v1",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        new OutOfScope("another payer", "filing indicator `16`")));
        Document page = page();

        assertThat(texts(page, "h1")).containsExactly("Nothing was checked");
        assertThat(texts(page, "title")).containsExactly("Hearth: nothing was checked");
        assertThat(texts(page, "header").get(0))
                .contains("nothing was checked; 1 claim not judged")
                .doesNotContain("clean");
        assertThat(texts(page, "h2")).containsExactly("By claim", "Claims not judged");
        assertThat(texts(page, "tr")).endsWith("A03412025-03-01 to 2025-03-31another payer: filing indicator 16");
    }

    @Test
    void endsWithWhatIsNeverJudged() throws Exception {
        StringBuilder page = new StringBuilder();
        HtmlReport footed = new HtmlReport(page, List.of(new NotJudged("payment", "What is paid & when.")), null);
        footed.end(new Tally());

        assertThat(page.toString())
                .contains(
                        "<footer>\n<h2>Never judged here</h2>\n<dl>\n<dt>payment</dt><dd>What is paid &amp; when.</dd>");
    }

    @Test
    void namesNobody() throws Exception {
        add(claim("A"), SampleEvaluations.of("A", SampleEvaluations.missingModifier(null)));
        page();

        assertThat(out).doesNotContain("1EG4TE5MK73", "EXAMPLE", "ALEX", "SECRET");
    }

    @ParameterizedTest
    @CsvSource({"1EG4TE5MK73,MK73", "12345678,5678", "1234567,567", "123,3", "1,''"})
    void neverShowsAMemberIdInFull(String memberId, String shown) throws Exception {
        add(
                claim("A").toBuilder().beneficiaryId(memberId).build(),
                SampleEvaluations.of("A", SampleEvaluations.missingModifier(null)));
        page();

        assertThat(Pattern.compile("Member id ends in</dt><dd>([^<]*)<")
                        .matcher(out)
                        .results()
                        .map(found -> found.group(1)))
                .isEqualTo(shown.isEmpty() ? List.of() : List.of(shown));
    }

    @Test
    void letsNoValueBecomeMoreThanText() throws Exception {
        Claim claim = claim(HOSTILE).toBuilder()
                .beneficiaryId(HOSTILE + HOSTILE)
                .billingProviderNpi(HOSTILE)
                .lines(List.of(new ServiceLine(
                        1,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        List.of(HOSTILE),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)))
                .origin(pointer -> new Location(HOSTILE, 1, HOSTILE, HOSTILE, 1, 1))
                .build();
        Location at = claim.origin().at("");
        add(
                claim,
                SampleEvaluations.of(
                        HOSTILE, SampleEvaluations.bare(Effect.RTP, HOSTILE), SampleEvaluations.missingModifier(at)));
        report.unreadable(HOSTILE, HOSTILE, List.of(new Unreadable(HOSTILE, HOSTILE, HOSTILE)));
        report.damaged(HOSTILE, List.of(new Unreadable(HOSTILE, HOSTILE, HOSTILE)));
        Document page = page();

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(out).doesNotContain("<script", "<!--", "\u202e", "alert('");
        assertThat(texts(page, "h2").get(4))
                .isEqualTo("No. 1 Claim </td><script>alert('x')</script>\"&amp;`\\u202e\\u000a<!--: RTP");
    }

    @Test
    void needsNothingFromOutside() throws Exception {
        add(claim("A"), SampleEvaluations.of("A", SampleEvaluations.missingModifier(null)));
        page();

        assertThat(out)
                .contains("content=\"default-src 'none'; style-src " + Html.styleSource() + "\"")
                .doesNotContain("http://", "https://", "<link", "<img", "src=", "url(", "@import");
    }

    @Test
    void isReadByEarAndOnPaper() throws Exception {
        add(claim("A"), SampleEvaluations.of("A", SampleEvaluations.missingModifier(null)));
        Document page = page();

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(texts(page, "title")).containsExactly("Hearth: claims checked");
        assertThat(texts(page, "caption"))
                .containsExactly(
                        "What was found, the worst first, with the claims by their numbers",
                        "Claims with findings, the failing ones first",
                        "Lines");
        NodeList heads = page.getElementsByTagName("th");
        for (int index = 0; index < heads.getLength(); index++) {
            assertThat(((Element) heads.item(index)).getAttribute("scope")).isIn("col", "row");
        }
        assertThat(out).contains("@media print");
        List<Map<String, String>> schemes = Pattern.compile(":root \\{([^}]*)}")
                .matcher(out)
                .results()
                .map(root -> Pattern.compile("--([a-z]+): (#[0-9a-f]+)")
                        .matcher(root.group(1))
                        .results()
                        .collect(Collectors.toMap(colour -> colour.group(1), colour -> colour.group(2))))
                .toList();
        assertThat(schemes).as("light and dark").hasSize(2);
        for (Map<String, String> scheme : schemes) {
            for (String text : List.of("text", "quiet", "link", "error", "warning", "info", "clean")) {
                assertThat(contrast(scheme.get(text), scheme.get("ground")))
                        .as("%s of %s", text, scheme)
                        .isGreaterThan(7);
            }
        }
    }

    /** The contrast ratio of WCAG 2.2. */
    private static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        String digits = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        int rgb = Integer.parseInt(digits.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @Test
    void saysWhatCouldNotBeRead() throws Exception {
        report.unreadable("a.json", "BAD", List.of(new Unreadable("/lines", "the `lines` are missing", "add `lines`")));
        report.damaged(null, List.of(new Unreadable(null, "the input breaks off", null)));
        tally.addUnreadable();
        tally.notWhole();
        Document page = page();

        assertThat(texts(page, "h2")).containsExactly("Claim BAD: unreadable", "The input: not whole");
        assertThat(texts(page, "li"))
                .containsExactly("errorthe lines are missingFix: add linesAt /lines", "errorthe input breaks off");
        assertThat(texts(page, "header").get(0))
                .isEqualTo(
                        "Nothing was checked nothing was checked; not whole: an input could not be read to its end, and"
                                + " claims may be missing; 0 of 1 claim could be read; 1 unreadable");
    }

    @Test
    void manyClaimsWaitInAFileThatIsGoneAfterwards() throws Exception {
        for (int number = 0; number < 2_000; number++) {
            add(claim("C-" + number + "\u00e9"), SampleEvaluations.of("C", SampleEvaluations.missingModifier(null)));
        }
        assertThat(out).isEmpty();
        Document page = page();

        assertThat(out.length()).isGreaterThan(2_000_000);
        assertThat(texts(page, "h2")).hasSize(2_002).endsWith("No. 2000 Claim C-1999\u00e9: RTP");
        try (var left = java.nio.file.Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(path -> path.getFileName().toString().matches("hearth\\d+\\.part")))
                    .isEmpty();
        }
    }
}
