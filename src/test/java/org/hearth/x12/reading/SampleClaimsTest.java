package org.hearth.x12.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hearth.claim.AsSent;
import org.hearth.claim.Claim;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.DiagnosisVersion;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.Origin;
import org.hearth.claim.Payer;
import org.hearth.claim.Practitioner;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.claim.ValueCode;
import org.junit.jupiter.api.Test;

/** The shipped samples, field by field. */
class SampleClaimsTest {

    @Test
    void homeHealthClaim() {
        Claim claim = Reading.onlyClaimOf(Reading.sample("home-health-0329.edi"));

        assertThat(Reading.bare(claim))
                .isEqualTo(new Claim(
                        "PCN-32X-0001",
                        TypeOfBill.of("0329"),
                        date("2025-04-05"),
                        date("2025-03-01"),
                        date("2025-03-30"),
                        date("2025-03-01"),
                        "9",
                        "1",
                        "30",
                        "1EG4TE5MK73",
                        "1234567893",
                        new Practitioner("1234567893", "EXAMPLE", "ALEX"),
                        null,
                        List.of(),
                        List.of(new OccurrenceCode("50", date("2025-03-01"))),
                        List.of(),
                        List.of(new ValueCode("61", "25420"), new ValueCode("85", "42043")),
                        null,
                        null,
                        "Z471",
                        List.of("M1711", "Z96651"),
                        Set.of(DiagnosisVersion.ICD_10),
                        null,
                        null,
                        "CH",
                        new Payer("MA", "MEDICARE", "14011", "P"),
                        List.of(),
                        new BigDecimal("1450.01"),
                        List.of(
                                line(1, "0023", "HP", "1EB11", "2025-03-01", "1", "0"),
                                line(2, "0421", "HC", "G0151", "2025-03-01", "4", "250"),
                                line(3, "0421", "HC", "Q5001", "2025-03-01", "1", "0.01"),
                                line(4, "0421", "HC", "G0157", "2025-03-04", "3", "200"),
                                line(5, "0431", "HC", "G0152", "2025-03-06", "3", "200"),
                                line(6, "0551", "HC", "G0299", "2025-03-08", "3", "200"),
                                line(7, "0421", "HC", "G0157", "2025-03-11", "3", "200"),
                                line(8, "0571", "HC", "G0156", "2025-03-12", "4", "200"),
                                line(9, "0421", "HC", "G0151", "2025-03-28", "3", "200")),
                        ClaimContext.UNKNOWN,
                        null,
                        AsSent.X12,
                        Origin.NONE));
        X12Origin origin = (X12Origin) claim.origin();
        assertThat(origin.submission()).isEqualTo(new Submission("test.edi", 1, "101", "0001", "BATCH0001"));
        assertThat(origin.claimFiling()).isEqualTo("MA");
        assertThat(origin.clearinghouseNumber()).isNull();
    }

    /** The claim that the JSON form is documented with, as far as X12 can carry it. */
    @Test
    void outpatientClaimWithDefects() {
        Reading reading = Reading.of(Reading.sample("outpatient-therapy-0341.edi"));

        assertThat(reading.end().whole()).isTrue();
        assertThat(reading.bareClaims().get(1))
                .isEqualTo(new Claim(
                        "PCN-34X-0001",
                        TypeOfBill.of("0341"),
                        date("2018-06-04"),
                        date("2018-05-01"),
                        date("2018-05-31"),
                        date("2018-05-01"),
                        "9",
                        "1",
                        "01",
                        "1EG4TE5MK73",
                        "1234567893",
                        new Practitioner("1234567893", "EXAMPLE", "ALEX"),
                        null,
                        List.of(),
                        List.of(
                                new OccurrenceCode("29", date("2018-05-01")),
                                new OccurrenceCode("35", date("2018-05-01"))),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        "M6281",
                        List.of(),
                        Set.of(DiagnosisVersion.ICD_10),
                        null,
                        null,
                        "CH",
                        new Payer("MB", "MEDICARE", "14011", "P"),
                        List.of(),
                        new BigDecimal("120.01"),
                        List.of(
                                new ServiceLine(
                                        1,
                                        null,
                                        "0420",
                                        "HC",
                                        "97110",
                                        List.of(),
                                        date("2018-05-01"),
                                        null,
                                        new BigDecimal("2"),
                                        new BigDecimal("120.00"),
                                        new BigDecimal("0"),
                                        null,
                                        null,
                                        null),
                                line(2, "0420", "HC", "G8978", "2018-05-01", "1", "0.01", "GP", "CK")),
                        ClaimContext.UNKNOWN,
                        null,
                        AsSent.X12,
                        Origin.NONE));
    }

    @Test
    void outpatientClaimsOfThreeTransactions() {
        Reading reading = Reading.of(Reading.sample("outpatient-therapy-0341.edi"));

        assertThat(reading.claims())
                .extracting(
                        Claim::claimId,
                        Claim::receivedDate,
                        claim -> claim.attending().npi(),
                        claim -> ((X12Origin) claim.origin()).submission().transaction())
                .containsExactly(
                        tuple("PCN-34X-0002", date("2022-04-04"), "1999999992", "0001"),
                        tuple("PCN-34X-0001", date("2018-06-04"), "1234567893", "0002"),
                        tuple("PCN-34X-0003", date("2026-04-06"), "1234987653", "0003"));
        assertThat(reading.claims().get(0).lines())
                .containsExactly(
                        line(1, "0424", "HC", "97161", "2022-03-07", "1", "150.00", "GP"),
                        line(2, "0420", "HC", "97110", "2022-03-07", "1", "60.00", "GP"),
                        line(3, "0420", "HC", "97110", "2022-03-09", "2", "120.00", "GP"),
                        line(4, "0420", "HC", "97140", "2022-03-09", "1", "55.00", "GP", "CQ"));
        assertThat(reading.claims().get(2).lines())
                .containsExactly(
                        line(1, "0434", "HC", "97165", "2026-03-02", "1", "160.50", "GO"),
                        line(2, "0430", "HC", "97535", "2026-03-05", "2", "125.00", "GO"),
                        line(3, "0430", "HC", "97110", "2026-03-12", "1", "60.00", "GO", "CO"));
    }

    /** What a sample says about itself must hold, or it teaches the wrong thing. */
    @Test
    void linesAddUpToTheTotalAndNpisPassTheirCheckDigit() {
        for (String name : List.of("home-health-0329.edi", "outpatient-therapy-0341.edi")) {
            for (Claim claim : Reading.of(Reading.sample(name)).claims()) {
                BigDecimal sum =
                        claim.lines().stream().map(ServiceLine::charge).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as(claim.claimId()).isEqualByComparingTo(claim.totalCharge());
                assertThat(luhn("80840" + claim.attending().npi()))
                        .as(claim.claimId())
                        .isZero();
                assertThat(luhn("80840" + claim.billingProviderNpi()))
                        .as(claim.claimId())
                        .isZero();
            }
        }
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10;
    }

    private static ServiceLine line(
            int number,
            String revenueCode,
            String qualifier,
            String hcpcs,
            String date,
            String units,
            String charge,
            String... modifiers) {
        return new ServiceLine(
                number,
                null,
                revenueCode,
                qualifier,
                hcpcs,
                List.of(modifiers),
                date(date),
                null,
                new BigDecimal(units),
                new BigDecimal(charge),
                null,
                null,
                null,
                null);
    }

    private static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }
}
