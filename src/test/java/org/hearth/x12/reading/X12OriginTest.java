package org.hearth.x12.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.claim.Location;
import org.hearth.claim.Origin;
import org.hearth.x12.SyntheticFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Positions counted by hand in the samples, ST being 1. */
class X12OriginTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/claimId, CLM, 19, 1",
                "/typeOfBill, CLM, 19, 5",
                "/totalCharge, CLM, 19, 2",
                "/receivedDate, BHT, 2, 4",
                "/statementFrom, DTP, 20, 3",
                "/statementThrough, DTP, 20, 3",
                "/admissionDate, DTP, 21, 3",
                "/priority, CL1, 22, 1",
                "/pointOfOrigin, CL1, 22, 2",
                "/patientStatus, CL1, 22, 3",
                "/principalDiagnosis, HI, 23, 1",
                "/occurrenceCodes, HI, 25, -",
                "/occurrenceCodes/0, HI, 25, 1",
                "/occurrenceCodes/0/date, HI, 25, 1",
                "/occurrenceCodes/0/code, HI, 25, 1",
                "/occurrenceCodes/1, HI, 25, -",
                "/occurrenceCodes/-, HI, 25, -",
                "/valueCodes/0/amount, HI, 26, 1",
                "/valueCodes/1, HI, 26, 2",
                "/conditionCodes, CLM, 19, -",
                "/conditionCodes/0, CLM, 19, -",
                "/occurrenceSpans/3/span, CLM, 19, -",
                "/beneficiaryId, NM1, 14, 9",
                "/billingProviderNpi, NM1, 8, 9",
                "/attending, NM1, 27, -",
                "/attending/npi, NM1, 27, 9",
                "/attending/lastName, NM1, 27, 3",
                "/attending/firstName, NM1, 27, 4",
                "/referring, CLM, 19, -",
                "/referring/npi, CLM, 19, -",
                "/treatmentAuthorization, CLM, 19, -",
                "/originalClaimNumber, CLM, 19, -",
                "/remarks, CLM, 19, -",
                "/context/homebound, CLM, 19, -",
                "/history, CLM, 19, -",
                "/lines, CLM, 19, -",
                "/lines/0, SV2, 29, -",
                "/lines/0/lineNumber, LX, 28, 1",
                "/lines/0/revenueCode, SV2, 29, 1",
                "/lines/0/procedureQualifier, SV2, 29, 2",
                "/lines/0/hcpcs, SV2, 29, 2",
                "/lines/0/modifiers, SV2, 29, 2",
                "/lines/0/modifiers/0, SV2, 29, 2",
                "/lines/0/modifiers/-, SV2, 29, 2",
                "/lines/0/charge, SV2, 29, 3",
                "/lines/0/units, SV2, 29, 5",
                "/lines/0/nonCoveredCharge, SV2, 29, 7",
                "/lines/0/serviceDate, DTP, 30, 3",
                "/lines/0/serviceThrough, DTP, 30, 3",
                "/lines/0/lineControl, SV2, 29, -",
                "/lines/0/minutes, SV2, 29, -",
                "/lines/8/serviceDate, DTP, 54, 3",
                "/lines/9, CLM, 19, -",
                "/lines/-, CLM, 19, -",
                "/lines/99999, CLM, 19, -",
                "/nothing, CLM, 19, -",
                "'', CLM, 19, -",
                "lines, CLM, 19, -",
            })
    void fieldsOfTheHomeHealthSample(String pointer, String segment, int position, Integer element) {
        Origin origin =
                Reading.onlyClaimOf(Reading.sample("home-health-0329.edi")).origin();

        assertThat(origin.at(pointer)).isEqualTo(new Location("test.edi", 1, "0001", segment, position, element));
    }

    /** The second code list of the outpatient sample has its codes at elements 1 to 3 of one segment. */
    @ParameterizedTest
    @CsvSource({
        "/occurrenceCodes/0, HI, 24, 1",
        "/occurrenceCodes/1, HI, 24, 2",
        "/occurrenceCodes/2/date, HI, 24, 3",
        "/lines/2/modifiers/1, SV2, 33, 2",
    })
    void fieldsOfTheThirdTransaction(String pointer, String segment, int position, Integer element) {
        Origin origin = Reading.of(Reading.sample("outpatient-therapy-0341.edi"))
                .claims()
                .get(2)
                .origin();

        assertThat(origin.at(pointer)).isEqualTo(new Location("test.edi", 1, "0003", segment, position, element));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/conditionCodes/0, HI, 27, 1",
                "/conditionCodes/1, HI, 28, 2",
                "/occurrenceSpans/0, HI, 28, 1",
                "/principalDiagnosis, HI, 26, 2",
                "/treatmentAuthorization, REF, 23, 2",
                "/originalClaimNumber, REF, 24, 2",
                "/remarks, NTE, 25, 2",
                "/referring/npi, NM1, 30, 9",
                "/lines/0/lineControl, REF, 33, 2",
                "/lines/1, SV2, 35, -",
                "/lines/1/serviceDate, SV2, 35, -",
                "/lines/1/serviceThrough, SV2, 35, -",
            })
    void fieldsThatTheSamplesDoNotHave(String pointer, String segment, int position, Integer element) {
        String sample = Reading.sample("home-health-0329.edi");
        String text = sample.substring(0, sample.indexOf("HI*ABK"))
                + """
                REF*G1*UTN1~
                REF*F8*DCN1~
                NTE*ADD*LATE~
                HI*ABJ:Z471*ABK:Z471~
                HI*BG:47~
                HI*BI:74:RD8:20250310-20250312*BG:20~
                NM1*71*1*EXAMPLE*ALEX****XX*1234567893~
                NM1*DN*1*EXAMPLE*KIM****XX*1234567893~
                LX*1~
                SV2*0420*HC:G0151*1*UN*1~
                REF*6R*L1~
                LX*2~
                SV2*0270**1*UN*1~
                SE*36*0001~
                GE*1*101~
                IEA*1*000000101~
                """;

        assertThat(Reading.onlyClaimOf(text).origin().at(pointer))
                .isEqualTo(new Location("test.edi", 1, "0001", segment, position, element));
    }

    @Test
    void linesOfManyClaimsKeepTheirOwnPlaces() {
        Reading reading = Reading.of(SyntheticFiles.file(50, 7));

        reading.claims().forEach(claim -> {
            int clm = claim.origin().at("").position();
            for (int line = 0; line < claim.lines().size(); line++) {
                assertThat(claim.origin().at("/lines/" + line + "/charge").position())
                        .isEqualTo(clm + 8 + 3 * line);
            }
        });
    }
}
