package org.hearth.x12.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearth.claim.Location;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file {@code x12/claim-*} has two good claims, {@code A-1} and {@code A-2}, and between them one that cannot be
 * read, for the reason that its name says.
 */
class BrokenClaimsTest {

    private static final String DATE_FIX = "write a day as `D8` and CCYYMMDD, a range as `RD8` and CCYYMMDD-CCYYMMDD";
    private static final String AMOUNT_FIX = "write up to 18 digits with at most one point, such as `120.00`";

    private static final Map<String, String> CLAIMS = new TreeMap<>();

    static {
        claim(
                "admission-date-a-range",
                "/admissionDate DTP 21 3",
                "a range of dates where one day belongs",
                "write `D8` and CCYYMMDD");
        claim("admission-date-invalid", "/admissionDate DTP 21 3", "`2025033` is not a date", DATE_FIX);
        claim(
                "condition-code-missing",
                "/conditionCodes/0 HI 23 1",
                "a code is missing",
                "write it after the qualifier");
        claim(
                "facility-malformed",
                "/typeOfBill CLM 19 5",
                "`3` with frequency `1` is no type of bill",
                "write two digits, such as `32` or `34`, in CLM05-1 and one character in CLM05-3");
        claim(
                "frequency-missing",
                "/typeOfBill CLM 19 5",
                "`34` with frequency (none) is no type of bill",
                "write two digits, such as `32` or `34`, in CLM05-1 and one character in CLM05-3");
        claim("line-charge-negative", "/lines/1/charge SV2 28 3", "`-50.00` is not an amount", AMOUNT_FIX);
        claim("line-date-invalid", "/lines/1/serviceDate DTP 29 3", "`20251303` is not a date", DATE_FIX);
        claim(
                "line-number-invalid",
                "/lines/1/lineNumber LX 27 1",
                "`B` is not a line number",
                "number the lines of a claim from 1");
        claim(
                "line-number-repeated",
                "/lines/1/lineNumber LX 27 1",
                "line number `1` is taken by a line above",
                "number the lines of a claim from 1, each by one more than the line before");
        claim(
                "line-revenue-code-invalid",
                "/lines/1/revenueCode SV2 28 1",
                "`PT` is not a revenue code",
                "write its four digits, such as `0421`");
        claim(
                "line-revenue-code-missing",
                "/lines/1/revenueCode SV2 28 1",
                "(none) is not a revenue code",
                "write its four digits, such as `0421`");
        claim(
                "line-units-letters",
                "/lines/1/units SV2 28 5",
                "text of 3 characters is not a count of units",
                "write up to 18 digits with at most one point, such as `3`");
        claim(
                "line-with-two-services",
                "/lines/1 SV2 29 1",
                "line 2 has a second service (SV2)",
                "give each service a line (LX) of its own");
        claim(
                "line-without-service",
                "/lines/1 LX 27 null",
                "line 2 has no service (SV2)",
                "put an SV2 segment after its LX segment");
        claim(
                "number-missing",
                "/claimId CLM 19 1",
                "the claim has no number",
                "write the claim's own number in CLM01");
        claim(
                "occurrence-date-a-range",
                "/occurrenceCodes/0/date HI 23 1",
                "a range of dates where one day belongs",
                "write `D8` and CCYYMMDD");
        claim("occurrence-date-invalid", "/occurrenceCodes/1/date HI 23 2", "`20250001` is not a date", DATE_FIX);
        claim("occurrence-date-missing", "/occurrenceCodes/0/date HI 23 1", "a date is missing", DATE_FIX);
        claim(
                "several-problems",
                "/lines/1/revenueCode SV2 28 1",
                "`PT` is not a revenue code",
                "write its four digits, such as `0421`");
        claim(
                "span-backwards",
                "/occurrenceSpans/0 HI 23 1",
                "the range `20250310-20250309` ends before it begins",
                DATE_FIX);
        claim(
                "statement-date-format-unknown",
                "/statementFrom DTP 20 3",
                "a date of format `TM` is not read here",
                DATE_FIX);
        claim(
                "statement-date-invalid",
                "/statementFrom DTP 20 3",
                "`20250229-20250330` is not a range of dates",
                DATE_FIX);
        claim(
                "statement-date-missing",
                "/statementFrom CLM 19 null",
                "the claim has no statement dates",
                "put DTP*434*RD8 and the dates, CCYYMMDD-CCYYMMDD, after CLM");
        claim(
                "statement-range-backwards",
                "/statementFrom DTP 20 3",
                "the range `20250330-20250301` ends before it begins",
                DATE_FIX);
        claim(
                "too-many-condition-codes",
                "/conditionCodes/24 HI 25 1",
                "the claim has more than 24 codes of this kind",
                "leave out what repeats");
        claim("total-charge-letters", "/totalCharge CLM 19 2", "`15O.00` is not an amount", AMOUNT_FIX);
        claim(
                "total-charge-missing",
                "/totalCharge CLM 19 2",
                "the claim has no total charge",
                "write the sum of its lines in CLM02");
        claim(
                "value-code-amount-missing",
                "/valueCodes/0/amount HI 23 1",
                "value code `61` has no amount",
                "write it after the code, as in `BE:61:::120.00`");
        claim(
                "value-code-letters",
                "/valueCodes/0/amount HI 23 1",
                "text of 3 characters is not an amount",
                AMOUNT_FIX);
        claim("without-lines", "/lines CLM 19 null", "the claim has no service lines", "put LX and SV2 for each line");
    }

    private static void claim(String name, String fieldAndPlace, String message, String fix) {
        CLAIMS.put("claim-" + name, fieldAndPlace + ": " + message + "; " + fix);
    }

    @TestFactory
    Stream<DynamicTest> oneBadClaimCostsThatClaimAlone() {
        return CLAIMS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Reading reading = Reading.ofResource("/x12/" + entry.getKey() + ".edi");

                    assertThat(reading.claimIds()).containsExactly("A-1", "A-2");
                    assertThat(reading.refused()).hasSize(1);
                    X12Item.Refused refused = reading.refused().get(0);
                    assertThat(refused.claimId())
                            .isEqualTo(entry.getKey().equals("claim-number-missing") ? null : "BAD");
                    X12Problem first = refused.problems().get(0);
                    Location at = first.at();
                    assertThat(first.field() + " " + at.segment() + " " + at.position() + " " + at.element() + ": "
                                    + first.message() + "; " + first.fix())
                            .isEqualTo(entry.getValue());
                    assertThat(at.file()).isEqualTo(entry.getKey() + ".edi");
                    assertThat(at.interchange()).isEqualTo(1);
                    assertThat(at.transaction()).isEqualTo("0001");
                    assertThat(Reading.resource("/x12/" + entry.getKey() + ".edi")
                                    .substring((int) first.offset()))
                            .startsWith(at.segment() + "*");
                    assertThat(reading.end()).isEqualTo(new X12Item.End(2, 1, List.of(), 0, List.of()));
                    assertThat(reading.end().whole()).isTrue();
                }));
    }

    @Test
    void everyProblemOfAClaimIsListed() {
        assertThat(Reading.ofResource("/x12/claim-several-problems.edi")
                        .refused()
                        .get(0)
                        .problems())
                .extracting(X12Problem::field)
                .containsExactly("/lines/1/revenueCode", "/lines/1/charge", "/lines/1/units");
    }

    @Test
    void everyFileIsTested() throws IOException, URISyntaxException {
        List<String> expected =
                CLAIMS.keySet().stream().map(name -> name + ".edi").toList();
        try (Stream<Path> files =
                Files.list(Path.of(getClass().getResource("/x12").toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("claim-")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
