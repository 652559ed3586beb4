package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.claim.Payer;
import org.hearth.claim.TypeOfBill;
import org.hearth.evaluate.Evaluation;
import org.hearth.json.ClaimReader;
import org.hearth.json.ClaimWriter;
import org.hearth.report.Tally;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims to other payers and other bills are not judged: told apart from clean ones, and no error. Synthetic data. */
class NotJudgedTest {

    private static final String FIRST =
            "nothing was checked; 1 claim not judged (another payer's, or another kind of bill); 0 unreadable";

    private static String sample;
    private static Claim claim;

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();

    @BeforeAll
    static void read() throws IOException {
        sample = Files.readString(Path.of("src/main/resources/samples/home-health-0329.edi"));
        claim = ClaimReader.read(
                Files.readAllBytes(Path.of("src/main/resources/samples/outpatient-therapy-2018.json")), Origin.NONE);
    }

    private Tally judge(Format format, String input) throws IOException {
        try (Batch batch = new Batch(Rulesets.evaluator()::evaluate, Defects::problem, format.to(out, notes), 1)) {
            batch.run(batch.open(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), "a.edi"));
            return batch.finish();
        }
    }

    private static Evaluation evaluate(Claim one) {
        return Rulesets.evaluator().evaluate(one);
    }

    private static Claim to(String filingIndicator) {
        return claim.toBuilder()
                .payer(new Payer(filingIndicator, "A PAYER", "P1", "P"))
                .build();
    }

    private static Claim billed(String typeOfBill) {
        return claim.toBuilder().typeOfBill(TypeOfBill.of(typeOfBill)).build();
    }

    @ParameterizedTest
    @CsvSource({"16", "CI", "BL", "HM", "MC", "VA", "ZZ", "XX", "ci"})
    void claimsToOtherPayersAreNotJudged(String indicator) {
        Evaluation answer = evaluate(to(indicator));

        assertThat(answer.disposition()).isEqualTo("NOT_JUDGED");
        assertThat(answer.notJudged().reason()).isEqualTo("another payer");
        assertThat(answer.notJudged().detail()).isEqualTo("filing indicator `" + indicator + "`");
        assertThat(answer.findings()).isEmpty();
        assertThat(answer.notChecked()).isEmpty();
        assertThat(answer.units()).isEmpty();
        assertThat(answer.proposedLines()).isEmpty();
        assertThat(answer.functionalReporting()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MA", "MB", "ma"})
    void claimsToOriginalMedicareAre(String indicator) {
        assertThat(evaluate(to(indicator)).notJudged()).isNull();
    }

    @Test
    void aClaimThatNamesNoPayerIs() {
        assertThat(evaluate(to(null)).notJudged()).isNull();
        assertThat(evaluate(claim.toBuilder().payer(null).build()).notJudged()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0811", "0131", "0121", "0221", "0741", "0339", "0331"})
    void otherBillsAreNotJudged(String typeOfBill) {
        // its statement is of a time when 033X was no bill of those on the list
        Claim earlier = billed(typeOfBill).toBuilder()
                .statementFrom(java.time.LocalDate.of(2013, 9, 30))
                .build();

        assertThat(evaluate(earlier).notJudged().detail()).isEqualTo("type of bill `" + typeOfBill + "`");
        assertThat(evaluate(earlier).notJudged().reason()).isEqualTo("another bill");
    }

    @ParameterizedTest
    @CsvSource({"0339, HHT-101", "0331, HHT-103", "0341,", "0346, HHT-103"})
    void billsOfTheListAre(String typeOfBill, String finding) {
        Evaluation answer = evaluate(billed(typeOfBill));

        assertThat(answer.notJudged()).isNull();
        assertThat(answer.findings().stream().anyMatch(one -> one.id().equals(finding)))
                .isEqualTo(finding != null);
    }

    @Test
    void bothDoorsAgree() throws IOException {
        judge(Format.NDJSON, sample.replace("*******MA~", "*******16~"));
        judge(Format.NDJSON, ClaimWriter.line(to("16")));
        judge(Format.NDJSON, sample.replace("32:A:9", "81:A:1"));
        judge(Format.NDJSON, ClaimWriter.line(billed("0811")));

        assertThat(out.toString()
                        .lines()
                        .map(line -> line.replaceAll("\"claimId\":\"[^\"]*\",\"ruleset\":\"[^\"]*\",", "")))
                .containsExactly(
                        unjudged("another payer", "filing indicator `16`"), END,
                        unjudged("another payer", "filing indicator `16`"), END,
                        unjudged("another bill", "type of bill `0811`"), END,
                        unjudged("another bill", "type of bill `0811`"), END);
    }

    private static final String END = "{\"end\":{\"claims\":0,\"notJudged\":1,\"problems\":0,\"whole\":true}}";

    private static String unjudged(String reason, String detail) {
        return "{\"facts\":2,\"disposition\":\"NOT_JUDGED\",\"notJudged\":{\"reason\":\"" + reason + "\",\"detail\":\""
                + detail + "\"},\"findings\":[],\"notChecked\":[],\"units\":[],\"proposedLines\":[],"
                + "\"functionalReporting\":[]}";
    }

    @Test
    void theFirstLineOfTheTextSaysSo() throws IOException {
        Tally tally = judge(Format.TEXT, sample.replace("*******MA~", "*******16~"));

        assertThat(out.toString()).startsWith(FIRST + "\n\nclaim `");
        assertThat(out.toString()).contains(": NOT_JUDGED, another payer: filing indicator `16`\n");
        assertThat(out.toString()).doesNotContainIgnoringCase("clean");
        assertThat(tally.notJudged()).isEqualTo(1);
        assertThat(tally.claims()).isZero();
        assertThat(tally.errors()).isFalse();
        assertThat(tally.problems()).isZero();
        assertThat(tally.whole()).isTrue();
    }

    @Test
    void thePageSaysSoFirst() throws IOException {
        judge(Format.HTML, sample.replace("*******MA~", "*******16~"));

        assertThat(out.toString())
                .contains("<h1>Nothing was checked</h1>\n<p class=\"error\">" + FIRST.replace("'", "&#39;") + "</p>");
        assertThat(out.toString()).contains("<td>another payer: filing indicator <code>16</code></td>");
    }

    @Test
    void aTableHasARowForItThatIsNoFinding() throws IOException {
        judge(Format.CSV, sample.replace("*******MA~", "*******16~"));

        assertThat(out.toString().lines().skip(1))
                .singleElement()
                .asString()
                .contains(",,,,NOT_JUDGED,not judged,another payer: filing indicator `16`,");
        assertThat(notes).hasToString("hearth: " + FIRST + "\n");
    }

    @Test
    void the277caAcknowledgesItsReceiptAndNoMore() throws IOException {
        judge(Format.CLAIM_ACKNOWLEDGEMENT, sample.replace("*******MA~", "*******16~"));

        assertThat(out.toString().lines().filter(line -> line.startsWith("STC*")))
                .hasSize(3)
                .allMatch(line -> line.startsWith("STC*A1:19:PR*"));
    }

    @Test
    void theOthersOfTheFileAreJudged() throws IOException {
        Tally tally = judge(Format.NDJSON, ClaimWriter.line(claim) + "\n" + ClaimWriter.line(to("16")) + "\n");

        assertThat(tally.claims()).isEqualTo(1);
        assertThat(tally.notJudged()).isEqualTo(1);
    }
}
