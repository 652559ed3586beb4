package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tried claim becomes an example only if nothing in it tells whose it is. */
class TriedClaimTest {

    private static final String LINES = "lines: [2018-05-01 0420 97110 GP 2u 30m]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conditionCodes: [D9]",
                "originalClaimNumber: A1",
                "claimId: EXAMPLE-1",
                "treatmentAuthorization: null",
                "beneficiaryId: unknown",
                "occurrenceCodes: {\"29\": 2018-05-01}",
                "context: {therapyAmountBefore: {PT_SLP: 2000.00}}",
                "history: [{claimId: EXAMPLE, lines: [2018-04-01 0420 97110 GP 2u 30m]}]"
            })
    void whatShippedExamplesSayMayBeOne(String said) throws Exception {
        assertThat(TriedClaim.inShort("{bill: 34X, " + LINES + ", " + said + "}")
                        .lines())
                .isEqualTo("2018-05-01 0420 97110 GP 2u 30m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beneficiaryId: 1EG4TE5MK73 | there is a Medicare number in it: an example is nobody's",
                "remarks: \"of 1eg4-te5-mk73\" | there is a Medicare number in it: an example is nobody's",
                "beneficiaryId: 123456789A | `beneficiaryId` may be somebody's; leave it out, or write EXAMPLE",
                "claimId: PCN-4711 | `claimId` may be somebody's; leave it out, or write EXAMPLE",
                "originalClaimNumber: 22506000000000HHA | `originalClaimNumber` may be somebody's; leave it out, or write"
                        + " EXAMPLE",
                "patientName: DOE | `patientName` is in no example, and may tell whose claim it is; leave it out",
                "birthDate: 1940-01-02 | `birthDate` is in no example, and may tell whose claim it is; leave it out",
                "payer: {name: MEDICARE, memberId: 4711} | `memberId` is in no example, and may tell whose claim it is;"
                        + " leave it out",
                "history: [{claimId: PCN-4711}] | `claimId` may be somebody's; leave it out, or write EXAMPLE",
                "history: [{lines: [{revenueCode: \"0420\", serviceDate: 2018-04-01}]}] | a line of an example is in short"
                        + " form"
            })
    void whatTellsWhoseClaimItIsMayNot(String said, String why) {
        assertThatThrownBy(() -> TriedClaim.inShort("{bill: 34X, " + LINES + ", " + said + "}"))
                .isInstanceOf(TriedClaim.UnreadableException.class)
                .hasMessage(why);
    }

    @Test
    void aWholeClaimIsNone() {
        assertThatThrownBy(() -> TriedClaim.inShort("{typeOfBill: \"0341\", lines: []}"))
                .isInstanceOf(TriedClaim.UnreadableException.class)
                .hasMessage("an example is not a whole claim, which may be somebody's");
    }
}
