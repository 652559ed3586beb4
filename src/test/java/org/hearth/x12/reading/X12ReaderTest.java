package org.hearth.x12.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.BilledForm;
import org.hearth.claim.Claim;
import org.hearth.claim.DateSpan;
import org.hearth.claim.HeaderFact;
import org.hearth.claim.OccurrenceSpan;
import org.hearth.claim.OtherPayer;
import org.hearth.claim.Payer;
import org.hearth.claim.Practitioner;
import org.hearth.claim.ServiceLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What senders do that the samples do not show. */
class X12ReaderTest {

    private static final String SAMPLE = Reading.sample("home-health-0329.edi");
    private static final Claim CLAIM = Reading.of(SAMPLE).bareClaims().get(0);

    @Test
    void patientWhoIsNotTheSubscriber() {
        String text = SAMPLE.replace("HL*2*1*22*0~", "HL*2*1*22*1~")
                .replace(
                        "CLM*",
                        "HL*3*2*23*0~\nPAT*19~\nNM1*QC*1*SAMPLE*CHILD~\nN3*5 EXAMPLE ST~\nDMG*D8*20100115*F~\nCLM*")
                .replace("SE*55", "SE*60");

        assertThat(Reading.bare(Reading.onlyClaimOf(text))).isEqualTo(CLAIM);
    }

    @Test
    void loopsAboveTheClaimEndWithTheNextOfTheirKind() {
        String text = SAMPLE.replace(
                "SE*55",
                """
                        HL*3*1*22*0~
                        NM1*IL*1*SAMPLE*OTHER~
                        CLM*SECOND*1***32:A:9~
                        DTP*434*RD8*20250301-20250330~
                        LX*1~
                        SV2*0023*HP:1EB11*0*UN*0~
                        HL*4**20*1~
                        HL*5*4*22*0~
                        CLM*THIRD*1***32:A:9~
                        DTP*434*RD8*20250301-20250330~
                        LX*1~
                        SV2*0023*HP:1EB11*0*UN*0~
                        SE*67""");
        Reading reading = Reading.of(text);

        assertThat(reading.end().whole()).isTrue();
        assertThat(reading.claims()).extracting(Claim::beneficiaryId).containsExactly("1EG4TE5MK73", null, null);
        assertThat(reading.claims())
                .extracting(Claim::billingProviderNpi)
                .containsExactly("1234567893", "1234567893", null);
        assertThat(reading.claims())
                .extracting(claim -> ((X12Origin) claim.origin()).claimFiling())
                .containsExactly("MA", null, null);
        assertThat(reading.claims().get(1).lines().get(0).units()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"NM1*85*2*DEMO HOME HEALTH AGENCY*****24*123456789", "NM1*85*2*DEMO HOME HEALTH AGENCY"})
    void billingProviderWithoutNpi(String segment) {
        String text = SAMPLE.replace("NM1*85*2*DEMO HOME HEALTH AGENCY*****XX*1234567893", segment);

        assertThat(Reading.onlyClaimOf(text).billingProviderNpi()).isNull();
    }

    @Test
    void statementDatesOfOneDay() {
        Claim claim = Reading.onlyClaimOf(SAMPLE.replace("RD8*20250301-20250330", "D8*20250301"));

        assertThat(claim.statementFrom()).isEqualTo("2025-03-01");
        assertThat(claim.statementThrough()).isEqualTo("2025-03-01");
    }

    @Test
    void admissionWithAnHour() {
        Claim claim = Reading.onlyClaimOf(SAMPLE.replace("DTP*435*D8*20250301", "DTP*435*DT*202502280930"));

        assertThat(claim.admissionDate()).isEqualTo("2025-02-28");
    }

    @ParameterizedTest
    @CsvSource({"RD8*20250304-20250304, 2025-03-04,", "RD8*20250304-20250306, 2025-03-04, 2025-03-06"})
    void lineDatesAsARange(String dates, LocalDate from, LocalDate through) {
        ServiceLine line = firstLine("SV2*0421*HC:G0151*1*UN*1~DTP*472*" + dates + "~");

        assertThat(line.serviceDate()).isEqualTo(from);
        assertThat(line.serviceThrough()).isEqualTo(through);
    }

    @ParameterizedTest
    @CsvSource({"20240229, 2024-02-29", "20000229, 2000-02-29", "20251231, 2025-12-31", "19000101, 1900-01-01"})
    void datesOfTheCalendar(String written, LocalDate date) {
        assertThat(firstLine("SV2*0421*HC:G0151*1*UN*1~DTP*472*D8*" + written + "~")
                        .serviceDate())
                .isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20230229",
                "19000229",
                "20250431",
                "20250001",
                "20251301",
                "20250100",
                "20250132",
                "00000101",
                "2025 301",
                "250301",
                "202503011",
                "2025030A",
                ""
            })
    void datesOfNoCalendar(String written) {
        Reading reading = Reading.of(withLines("LX*1~SV2*0421*HC:G0151*1*UN*1~DTP*472*D8*" + written + "~", 3));

        assertThat(reading.claims()).isEmpty();
        assertThat(reading.refused().get(0).problems())
                .extracting(X12Problem::field)
                .containsExactly("/lines/0/serviceDate");
    }

    @ParameterizedTest
    @CsvSource({"421, 0421", "0421, 0421", "023, 0023", "'0421 ', 0421"})
    void revenueCodes(String written, String read) {
        assertThat(firstLine("SV2*" + written + "*HC:G0151*1*UN*1~").revenueCode())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"3.00, 3", "3, 3", "2.50, 2.5", ".5, 0.5", "100, 100", "100.0, 100", "0, 0", "0.00, 0", "007, 7"})
    void units(String written, BigDecimal read) {
        assertThat(firstLine("SV2*0421*HC:G0151*1*UN*" + written + "~").units()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "1E3", "+1", "-1", ".", "1,5", "1234567890123456789", "0x1", "\u0661"})
    void amountsThatAreNone(String written) {
        Reading reading = Reading.of(withLines("LX*1~SV2*0421*HC:G0151*" + written + "*UN*1~", 2));

        assertThat(reading.refused().get(0).problems())
                .extracting(X12Problem::field)
                .containsExactly("/lines/0/charge");
    }

    @Test
    void everythingAServiceLineCanSay() {
        assertThat(firstLine("SV2*420*HC:97110:GP:CQ:KX:59:EXERCISE*120.50*UN*2.00**20.25~"
                        + "DTP*472*D8*20250303~REF*6R*LINE 7~NTE*TPO*IGNORED~NM1*82*1*OTHER*SOMEONE****XX*1234567893~"))
                .isEqualTo(new ServiceLine(
                        1,
                        "LINE 7",
                        "0420",
                        "HC",
                        "97110",
                        List.of("GP", "CQ", "KX", "59"),
                        LocalDate.of(2025, 3, 3),
                        null,
                        new BigDecimal("2"),
                        new BigDecimal("120.50"),
                        new BigDecimal("20.25"),
                        null,
                        null,
                        null));
    }

    @Test
    void supplyLineWithoutProcedureChargeOrDate() {
        assertThat(firstLine("SV2*0270~"))
                .isEqualTo(new ServiceLine(
                        1, null, "0270", null, null, List.of(), null, null, null, null, null, null, null, null));
    }

    @Test
    void everythingAClaimHeaderCanSay() {
        String text = SAMPLE.replace(
                        "CL1*9*1*30~",
                        """
                        CL1*9*1*30~
                        REF*D9*CLEARING1~
                        REF*G1*UTN12345~
                        REF*F8*DCN98765~
                        REF*EA*RECORD~
                        K3*IGNORED~
                        NTE*DCP*IGNORED~
                        NTE*ADD*LATE NOTICE, EXCEPTION ASKED~
                        HI*BG:47*BG:20~
                        HI*BI:74:RD8:20250310-20250312~
                        HI*BG:D9~
                        """)
                .replace(
                        "LX*1~",
                        """
                        NM1*72*1*SURGEON*SAM****XX*1999999992~
                        NM1*DN*1*REFERRER*KIM****XX*1234987653~
                        SBR*S*18*******CI~
                        OI***Y~
                        NM1*IL*1*SAMPLE*OTHER****MI*OTHERMEMBER~
                        NM1*PR*2*OTHER PAYER*****PI*99999~
                        REF*F8*OTHERDCN~
                        REF*G1*OTHERUTN~
                        NM1*71*1*NOT*THIS****XX*1999999992~
                        LX*1~
                        """)
                .replace("SE*55", "SE*74");
        Claim claim = Reading.onlyClaimOf(text);

        assertThat(Reading.bare(claim))
                .isEqualTo(CLAIM.toBuilder()
                        .treatmentAuthorization("UTN12345")
                        .originalClaimNumber("DCN98765")
                        .remarks("LATE NOTICE, EXCEPTION ASKED")
                        .addConditionCode("47")
                        .addConditionCode("20")
                        .addConditionCode("D9")
                        .add(new OccurrenceSpan(
                                "74", new DateSpan(LocalDate.of(2025, 3, 10), LocalDate.of(2025, 3, 12))))
                        .referring(new Practitioner("1234987653", "REFERRER", "KIM"))
                        .otherPayers(List.of(new OtherPayer("CI", "S", null)))
                        .build());
        assertThat(((X12Origin) claim.origin()).clearinghouseNumber()).isEqualTo("CLEARING1");
    }

    @Test
    void olderDiagnosisQualifier() {
        assertThat(Reading.onlyClaimOf(SAMPLE.replace("HI*ABK:Z471", "HI*BK:7197"))
                        .principalDiagnosis())
                .isEqualTo("7197");
    }

    @Test
    void codesInAnotherFormAreReadInTheirOwn() {
        Claim claim = Reading.onlyClaimOf(SAMPLE.replace("HI*ABK:Z471", "HI*ABK:z47.1")
                .replaceFirst("SV2\\*0421\\*HC:G0151", "SV2*421*HC:g0151:gp"));

        assertThat(claim.principalDiagnosis()).isEqualTo("Z471");
        assertThat(claim.asSent().forms())
                .containsExactly(
                        new BilledForm("/principalDiagnosis", "diagnosis code", "z47.1", "Z471"),
                        new BilledForm("/lines/1/revenueCode", "revenue code", "421", "0421"),
                        new BilledForm("/lines/1/hcpcs", "HCPCS or HIPPS code", "g0151", "G0151"),
                        new BilledForm("/lines/1/modifiers/0", "modifier", "gp", "GP"));
        assertThat(claim.origin().at("/otherDiagnoses/1").element()).isEqualTo(2);
    }

    @Test
    void whatAClaimIsSentToAndWhy() {
        Claim claim = Reading.onlyClaimOf(SAMPLE.replace("NM1*PR*2*MEDICARE*****PI*14011~\n", "")
                .replace("SE*55", "SE*54")
                .replace("*CH~", "*RP~"));

        assertThat(claim.payer()).isEqualTo(new Payer("MA", null, null, "P"));
        assertThat(claim.isWithout(HeaderFact.PAYER)).isTrue();
        assertThat(claim.transactionType()).isEqualTo("RP");
    }

    @Test
    void attendingWithoutAnNpi() {
        Claim claim = Reading.onlyClaimOf(SAMPLE.replace("EXAMPLE*ALEX****XX*1234567893", "EXAMPLE"));

        assertThat(claim.attending()).isEqualTo(new Practitioner(null, "EXAMPLE", null));
    }

    @Test
    void namesInUtf8AndInLatin1() {
        String text =
                SAMPLE.replace("EXAMPLE*ALEX", "MU\u00D1OZ*ZO\u00CB").replace("SAMPLE*PATIENT", "MU\u00D1OZ*\u00C9VA");

        for (byte[] bytes :
                List.of(text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.ISO_8859_1))) {
            assertThat(Reading.of(bytes).claims().get(0).attending())
                    .isEqualTo(new Practitioner("1234567893", "MU\u00D1OZ", "ZO\u00CB"));
        }
    }

    @Test
    void batchWithoutADate() {
        assertThat(Reading.onlyClaimOf(SAMPLE.replace("*20250405*1200*CH", "")).receivedDate())
                .isNull();
    }

    @Test
    void claimOf999LinesIsReadAndOneOf1000IsNot() {
        StringBuilder lines = new StringBuilder();
        for (int line = 1; line <= 999; line++) {
            lines.append("LX*").append(line).append("~SV2*0421*HC:G0151*1*UN*1~");
        }
        assertThat(Reading.of(withLines(lines.toString(), 1_998))
                        .claims()
                        .get(0)
                        .lines())
                .hasSize(999);

        Reading reading = Reading.of(withLines(lines + "LX*1000~SV2*0421*HC:G0151*1*UN*1~LX*1001~", 2_001));
        assertThat(reading.end().whole()).isTrue();
        assertThat(reading.refused().get(0).problems())
                .extracting(X12Problem::message)
                .containsExactly("the claim has more than 999 lines");
    }

    @Test
    void segmentOfHundredsOfElements() {
        assertThat(firstLine("SV2*0421*HC:G0151" + ":X".repeat(500) + "*1*UN*1" + "*Y".repeat(500) + "~"))
                .extracting(ServiceLine::hcpcs)
                .isEqualTo("G0151");
    }

    @Test
    void repetitionsAreLeftOut() {
        assertThat(firstLine("SV2*0421*HC:G0151^HC:G0157*25^30*UN*4~"))
                .extracting(ServiceLine::hcpcs, ServiceLine::charge, ServiceLine::units)
                .containsExactly("G0151", new BigDecimal("25"), new BigDecimal("4"));
    }

    private static ServiceLine firstLine(String segments) {
        int count = (int) segments.chars().filter(c -> c == '~').count();
        return Reading.onlyClaimOf(withLines("LX*1~" + segments, 1 + count))
                .lines()
                .get(0);
    }

    /** The sample with other lines, which have so many segments. */
    private static String withLines(String lines, int segments) {
        return SAMPLE.substring(0, SAMPLE.indexOf("LX*1~")) + lines + "SE*" + (28 + segments)
                + "*0001~GE*1*101~IEA*1*000000101~";
    }
}
