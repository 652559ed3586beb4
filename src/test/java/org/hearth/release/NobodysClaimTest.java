package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Door;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.Origin;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.facts.claim.Identifiers;
import org.hearth.finding.Finding;
import org.hearth.json.ClaimReader;
import org.hearth.rules.Rulesets;
import org.hearth.tables.content.ExampleRow;
import org.hearth.x12.reading.GuidedReader;
import org.hearth.x12.reading.X12Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim becomes an example that gets the same findings, says everything that matters, and is nobody's. */
class NobodysClaimTest {

    /** One of so many examples is tried. */
    private static final int SOME = 61;

    private static final Path SAMPLES = Path.of("src/main/resources/samples");

    private static final String CLAIM =
            "{\"claimId\": \"PCN-4711\", \"typeOfBill\": \"0341\", \"statementFrom\": \"2018-05-01\","
                    + " \"statementThrough\": \"2018-05-31\", \"beneficiaryId\": \"2AY4NT5HE11\","
                    + " \"attending\": {\"npi\": \"1234567893\", \"lastName\": \"MAYER\", \"firstName\": \"EVA\"}, MORE"
                    + " \"lines\": [{\"revenueCode\": \"0420\", \"hcpcs\": \"97110\", \"serviceDate\": \"2018-05-01\", \"units\": 2,"
                    + " \"charge\": 60.00 LINE}]}";

    private static final Evaluator EVALUATOR = new Evaluator(Rulesets::ruleset);

    private static Claim claim(String more, String line) {
        return ClaimReader.read(
                CLAIM.replace("MORE", more).replace("LINE", line).getBytes(StandardCharsets.UTF_8), Origin.NONE);
    }

    private static List<Claim> ofFile(String name) throws IOException {
        List<Claim> claims = new ArrayList<>();
        GuidedReader reader =
                new GuidedReader(new ByteArrayInputStream(Files.readAllBytes(SAMPLES.resolve(name))), null);
        for (X12Item item = reader.next(); !(item instanceof X12Item.End); item = reader.next()) {
            if (item instanceof X12Item.LocatedClaim located) {
                claims.add(located.claim());
            }
        }
        assertThat(claims).isNotEmpty();
        return claims;
    }

    private static List<String> ids(Evaluation evaluation) {
        return evaluation.findings().stream().map(Finding::id).sorted().toList();
    }

    /** As the sheet Examples has it, and read from there. */
    private static Example row(NobodysClaim.Said said) {
        TriedClaim words = said.claim();
        return Example.of(new ExampleRow(
                "x.xlsx", "A2", "tried", words.bill(), words.lines(), words.rest(), said.expect(), "source"));
    }

    @Test
    void numbersAndNamesAreMadeUpAndEverythingElseIsSaid() throws Exception {
        Claim claim = claim(
                "\"patientStatus\": \"01\", \"occurrenceCodes\": [{\"code\": \"29\", \"date\": \"2018-05-01\"},"
                        + " {\"code\": \"35\", \"date\": \"2018-04-30\"}], \"remarks\": \"call Mrs Roe\","
                        + " \"context\": {\"homebound\": false},",
                ", \"minutes\": 30, \"modifiers\": [\"GP\"], \"allowedAmount\": 58");

        NobodysClaim.Said said = NobodysClaim.of(claim, EVALUATOR);

        assertThat(said.claim().bill()).isEqualTo("0341");
        assertThat(said.claim().lines()).isEqualTo("2018-05-01 0420 97110 GP 2u 30m $60 al$58");
        assertThat(said.claim().rest().lines())
                .containsExactlyInAnyOrder(
                        "statementThrough: 2018-05-31",
                        "occurrenceCodes:",
                        "  \"35\": 2018-04-30",
                        "context:",
                        "  homebound: false",
                        "remarks: EXAMPLE",
                        "receivedDate: unknown",
                        "admissionDate: unknown",
                        "priority: unknown",
                        "pointOfOrigin: unknown",
                        "billingProviderNpi: unknown",
                        "principalDiagnosis: unknown",
                        "payer: unknown",
                        "totalCharge: unknown");
        assertThat(said.left()).containsExactly("claim number", "member id", "names of practitioners", "remarks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outpatient-therapy-0341.edi", "home-health-0329.edi"})
    void aClaimOfAFileComesOutAsItDid(String file) throws Exception {
        for (Claim claim : ofFile(file)) {
            NobodysClaim.Said said = NobodysClaim.of(claim, EVALUATOR);

            Claim again = row(said).toClaim();
            assertThat(again.asSent().door()).isEqualTo(Door.X12);
            assertThat(ids(EVALUATOR.evaluate(again))).as(claim.claimId()).isEqualTo(ids(EVALUATOR.evaluate(claim)));
            assertThat(row(said).run(EVALUATOR)).isEmpty();
            assertThat(again.claimId()).isEqualTo("EXAMPLE");
        }
    }

    @Test
    void aWholeJsonClaimIsSaid() throws Exception {
        Claim claim =
                ClaimReader.read(Files.readAllBytes(SAMPLES.resolve("outpatient-therapy-2018.json")), Origin.NONE);

        NobodysClaim.Said said = NobodysClaim.of(claim, EVALUATOR);

        assertThat(row(said).run(EVALUATOR)).isEmpty();
        assertThat(ids(EVALUATOR.evaluate(row(said).toClaim()))).isEqualTo(ids(EVALUATOR.evaluate(claim)));
        assertThat(said.left()).containsExactly("claim number", "member id", "qualifiers of codes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| , \"modifiers\": [\"gp\"] | line 1 of the list cannot be said in short form: `gp` has no known shape",
            })
    void whatCannotBeSaidIsRefused(String more, String line, String why) {
        Claim claim = claim(more == null ? "" : more, line == null ? "" : line);

        assertThatThrownBy(() -> NobodysClaim.of(claim, EVALUATOR))
                .isInstanceOf(TriedClaim.UnreadableException.class)
                .hasMessage(why);
    }

    @Test
    void whatWouldLoseAFindingIsRefused() {
        Claim claim = ClaimReader.read(
                CLAIM.replace("MORE", "")
                        .replace("LINE", ", \"procedureQualifier\": \"HC\"")
                        .replace("0341", "0329")
                        .replace("0420", "0023")
                        .replace("97110", "1AA11")
                        .replace("2018-05", "2025-05")
                        .getBytes(StandardCharsets.UTF_8),
                Origin.NONE);
        assertThat(ids(EVALUATOR.evaluate(claim))).contains("HHT-826");

        assertThatThrownBy(() -> NobodysClaim.of(claim, EVALUATOR))
                .isInstanceOf(TriedClaim.UnreadableException.class)
                .hasMessageContaining("said as an example it comes out otherwise (without HHT-826 line 1)")
                .hasMessageContaining("qualifiers of codes");
    }

    @Test
    void earlierClaimsStayApartUnderMadeUpNumbers() throws Exception {
        String earlier = CLAIM.replace("MORE", "").replace(" LINE", "").replace("2018-05", "2018-03");
        Claim claim = claim(
                "\"history\": [" + earlier.replace("4711", "4710") + ", " + earlier.replace("4711", "4709") + "],", "");

        NobodysClaim.Said said = NobodysClaim.of(claim, EVALUATOR);

        assertThat(said.claim().claim().history().stream().map(Claim::claimId))
                .containsExactly("EXAMPLE-2", "EXAMPLE-3");
        assertThat(row(said).toClaim().history()).hasSize(2);
    }

    @Test
    void aMemberIdThatIsNoneStaysNone() throws Exception {
        Claim claim = ClaimReader.read(
                CLAIM.replace("MORE", "")
                        .replace("LINE", "")
                        .replace("2018-05", "2025-05")
                        .replace("2AY4NT5HE11", "000-12-3456X")
                        .getBytes(StandardCharsets.UTF_8),
                Origin.NONE);
        assertThat(ids(EVALUATOR.evaluate(claim))).contains("HHT-118");

        NobodysClaim.Said said = NobodysClaim.of(claim, EVALUATOR);

        assertThat(said.claim().rest()).contains("beneficiaryId: A1");
        assertThat(said.expect()).contains("HHT-118");
    }

    /** Equal numbers of agencies stay equal, different ones different; and one without its form stays without it. */
    @Test
    void npisAreMadeUpToo() throws Exception {
        String npi = "\"billingProviderNpi\": ";
        String earlier = CLAIM.replace("MORE", npi + "\"1999999992\",")
                .replace(" LINE", "")
                .replace("2018-05", "2018-03");
        Claim claim = claim(
                npi + "\"1999999992\", \"referring\": {\"npi\": \"1999999991\"}, \"history\": [" + earlier + ", "
                        + earlier.replace("1999999992", "1888888884").replace("4711", "4710") + "],"
                        + " \"context\": {\"homeHealthPeriods\": [{\"from\": \"2017-01-01\", \"through\": \"2017-03-01\", "
                        + npi + "\"1888888884\"}, {\"from\": \"2017-04-01\", \"through\": \"2017-05-01\", " + npi
                        + "\"1999999992\"}]},",
                "");
        assertThat(Identifiers.npi("1999999992") && Identifiers.npi("1888888884"))
                .isTrue();

        NobodysClaim.Said said = NobodysClaim.of(claim, EVALUATOR);

        Claim again = row(said).toClaim();
        assertThat(said.claim().text() + said.claim().rest()).doesNotContain("199999999", "188888888", "4711", "4710");
        assertThat(again.billingProviderNpi()).isEqualTo("1234567893");
        assertThat(again.attending().npi()).isEqualTo("1234567893");
        assertThat(again.referring().npi()).hasSize(10).satisfies(made -> assertThat(Identifiers.npi(made))
                .isFalse());
        assertThat(again.history()).extracting(Claim::billingProviderNpi).startsWith("1234567893");
        String other = again.history().get(1).billingProviderNpi();
        assertThat(Identifiers.npi(other)).isTrue();
        assertThat(other).isNotEqualTo("1234567893");
        assertThat(again.context().homeHealthPeriods())
                .extracting(HomeHealthPeriod::billingProviderNpi)
                .containsExactly(other, "1234567893");
        assertThat(said.left()).contains("NPIs");
    }

    /** What there is no room for is refused whole, wherever it stands. */
    @Test
    void whatIsTooLongForACellIsRefused() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            lines.append(
                            "}, {\"revenueCode\": \"0420\", \"hcpcs\": \"97110\", \"serviceDate\": \"2018-05-01\", \"units\": 2,")
                    .append(" \"charge\": 60.00");
        }
        StringBuilder stays = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            stays.append(i == 0 ? "" : ", ").append("{\"from\": \"2017-01-01\", \"through\": \"2017-03-01\"}");
        }
        String earlier = CLAIM.replace("MORE", "")
                .replace(" LINE", lines)
                .replace("2018-05", "2018-03")
                .replace("4711", "4710");

        for (Claim claim : List.of(
                claim("", lines.toString()),
                claim("\"history\": [" + earlier + "],", ""),
                claim("\"context\": {\"inpatientStays\": [" + stays + "]},", ""))) {
            assertThatThrownBy(() -> NobodysClaim.of(claim, EVALUATOR))
                    .isInstanceOf(TriedClaim.UnreadableException.class)
                    .hasMessageStartingWith("it is too long for a cell of an example");
        }
    }

    /** Every example is a claim too, and is said again so that the same comes of it; or refused, where that rests on whose claim it is. */
    @Test
    void theClaimsOfTheExamplesAreSaidAgain() throws Exception {
        List<Example> examples = Examples.all(Rulesets.files(), Rulesets.ruleset());
        int said = 0;
        int refused = 0;
        for (int i = 0; i < examples.size(); i += SOME) {
            try {
                assertThat(row(NobodysClaim.of(examples.get(i).toClaim(), EVALUATOR))
                                .run(EVALUATOR))
                        .as(examples.get(i).toString())
                        .isEmpty();
                said++;
            } catch (TriedClaim.UnreadableException e) {
                assertThat(e).hasMessageContaining("; an example has no ");
                refused++;
            }
        }
        assertThat(said).isGreaterThan(20 * refused);
    }
}
