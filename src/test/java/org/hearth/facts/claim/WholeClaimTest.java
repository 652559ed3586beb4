package org.hearth.facts.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.claim.ValueCode;
import org.hearth.codes.BillTypes;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.Codes;
import org.hearth.facts.ClaimFacts;
import org.junit.jupiter.api.Test;

class WholeClaimTest {

    private static final Codes NO_CODES = new Codes(
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            BillTypes.SOME,
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()));

    private static WholeClaim whole(Claim.Builder claim) {
        return of(WholeClaim.class, claim);
    }

    private static HomeHealthClaim homeHealth(Claim.Builder claim) {
        return of(HomeHealthClaim.class, claim);
    }

    private static <T> T of(Class<T> kind, Claim.Builder claim) {
        Claim built = claim.statementFrom(LocalDate.of(2025, 3, 1))
                .statementThrough(LocalDate.of(2025, 3, 30))
                .add(new ServiceLine(
                        1,
                        null,
                        "0421",
                        "HC",
                        "G0151",
                        List.of(),
                        null,
                        null,
                        null,
                        new BigDecimal("90"),
                        null,
                        null,
                        null,
                        null))
                .build();
        return ClaimFacts.of(built, NO_CODES).all().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Claim.Builder finalClaim() {
        return Claim.builder().typeOfBill(TypeOfBill.of("0329"));
    }

    @Test
    void carriesWhatTheHeaderSays() {
        WholeClaim claim = whole(finalClaim()
                .patientStatus("20")
                .pointOfOrigin("1")
                .addConditionCode("47")
                .add(new OccurrenceCode("50", LocalDate.of(2025, 3, 1)))
                .add(new ValueCode("61", "254")));
        assertThat(claim.carries("status 20", "origin 1", "CC 47", "OC 50", "VC 61"))
                .isTrue();
        assertThat(claim.carries("CC 47", "CC 07")).isFalse();
        assertThat(claim.lacks("CC 07", "VC 85", "remarks", "attending")).isTrue();
        assertThat(claim.lacks("CC 07", "CC 47")).isFalse();
    }

    @Test
    void refusesToBeAskedForNothingThatExists() {
        WholeClaim claim = whole(finalClaim());
        for (String item : List.of("0C 50", "OC50", "vist", "OC 61 off", "status")) {
            assertThatThrownBy(() -> claim.lacks(item))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("`" + item + "` is nothing that a claim can be asked for");
        }
    }

    @Test
    void aTotalIsComparedWhereItIsKnown() {
        assertThat(whole(finalClaim()).total()).isEqualTo("unknown");
        assertThat(whole(finalClaim().totalCharge(new BigDecimal("90.00"))).total())
                .isEqualTo("the sum");
        assertThat(whole(finalClaim().totalCharge(new BigDecimal("89.99"))).total())
                .isEqualTo("below the sum");
        WholeClaim above = whole(finalClaim().totalCharge(new BigDecimal("90.5")));
        assertThat(above.total()).isEqualTo("above the sum");
        assertThat(above.billedTotal()).isEqualTo(new BigDecimal("90.50"));
        assertThat(above.lineTotal()).isEqualTo(new BigDecimal("90.00"));
    }

    @Test
    void anAmountThatStandsForACodeHasFiveDigitsOrHasLostAZero() {
        assertThat(homeHealth(finalClaim()
                                .add(new ValueCode("61", "254"))
                                .add(new ValueCode("85", "1001.00"))
                                .add(new ValueCode("80", "420431")))
                        .otherThanFiveDigits())
                .containsExactly("61", "80");
    }

    @Test
    void theStatementAndTheAdmissionAreSoManyDaysApart() {
        assertThat(homeHealth(finalClaim()).daysApart()).isEqualTo(29);
        assertThat(homeHealth(finalClaim().admissionDate(LocalDate.of(2025, 2, 27)))
                        .daysApart())
                .isEqualTo(31);
        assertThat(homeHealth(finalClaim().admissionDate(LocalDate.of(2025, 3, 2)))
                        .daysApart())
                .isEqualTo(29);
        assertThat(homeHealth(finalClaim().admissionDate(LocalDate.of(2025, 4, 2)))
                        .daysApart())
                .isEqualTo(32);
    }

    @Test
    void aNoticeIsAKindOfItsOwn() {
        for (String notice : List.of("032A", "032D")) {
            assertThat(whole(Claim.builder().typeOfBill(TypeOfBill.of(notice))).kind())
                    .isEqualTo("notice");
        }
        assertThat(whole(Claim.builder().typeOfBill(TypeOfBill.of("034D"))).kind())
                .isEqualTo("34X");
    }
}
