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
import org.hearth.codes.CodeIndex;
import org.hearth.codes.Codes;
import org.hearth.facts.ClaimFacts;
import org.junit.jupiter.api.Test;

class ClaimProfileTest {

    private static final Codes NO_CODES = new Codes(
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()));

    private static ClaimProfile profile(Claim.Builder claim) {
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
        return (ClaimProfile) ClaimFacts.of(built, NO_CODES).all().stream()
                .filter(ClaimProfile.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static Claim.Builder finalClaim() {
        return Claim.builder().typeOfBill(TypeOfBill.of("0329"));
    }

    @Test
    void carriesWhatTheHeaderSays() {
        ClaimProfile profile = profile(finalClaim()
                .patientStatus("20")
                .pointOfOrigin("1")
                .addConditionCode("47")
                .add(new OccurrenceCode("50", LocalDate.of(2025, 3, 1)))
                .add(new ValueCode("61", "254")));
        assertThat(profile.carries("status 20", "origin 1", "CC 47", "OC 50", "VC 61", "VC 61 odd"))
                .isTrue();
        assertThat(profile.carries("CC 47", "CC 07")).isFalse();
        assertThat(profile.lacks("CC 07", "VC 85", "remarks", "attending")).isTrue();
        assertThat(profile.lacks("CC 07", "CC 47")).isFalse();
    }

    @Test
    void refusesToBeAskedForNothingThatExists() {
        ClaimProfile profile = profile(finalClaim());
        for (String mark : List.of("0C 50", "OC50", "vist", "OC 61 off", "status")) {
            assertThatThrownBy(() -> profile.lacks(mark))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("`" + mark + "` is nothing that a claim can be asked for");
        }
    }

    @Test
    void aTotalIsComparedWhereItIsKnown() {
        assertThat(profile(finalClaim()).lacks("total differs")).isTrue();
        assertThat(profile(finalClaim().totalCharge(new BigDecimal("90.00"))).lacks("total differs"))
                .isTrue();
        ClaimProfile differs = profile(finalClaim().totalCharge(new BigDecimal("90.5")));
        assertThat(differs.carries("total differs")).isTrue();
        assertThat(differs.billedTotal()).isEqualTo(new BigDecimal("90.50"));
        assertThat(differs.lineTotal()).isEqualTo(new BigDecimal("90.00"));
    }

    @Test
    void aNoticeIsAKindOfItsOwn() {
        for (String notice : List.of("032A", "032D")) {
            assertThat(profile(Claim.builder().typeOfBill(TypeOfBill.of(notice)))
                            .kind())
                    .isEqualTo("notice");
        }
        assertThat(profile(Claim.builder().typeOfBill(TypeOfBill.of("034D"))).kind())
                .isEqualTo("34X");
    }
}
