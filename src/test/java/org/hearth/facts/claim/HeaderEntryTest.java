package org.hearth.facts.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.DateSpan;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.OccurrenceSpan;
import org.hearth.claim.TypeOfBill;
import org.hearth.claim.ValueCode;
import org.hearth.codes.BillTypes;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.HeaderCode;
import org.hearth.codes.HeaderCode.Amount;
import org.hearth.codes.HeaderCode.StatementDay;
import org.hearth.codes.HeaderStanding;
import org.hearth.facts.ClaimFacts;
import org.junit.jupiter.api.Test;

class HeaderEntryTest {

    private static final Codes CODES = new Codes(
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            BillTypes.SOME,
            new CodeIndex<>(List.of(
                    row("CC 47", StatementDay.FROM, Amount.NO_AMOUNT, 2025_03_02, Day.LAST),
                    row("OC 55", StatementDay.THROUGH, Amount.NO_AMOUNT, 2025_03_02, Day.LAST),
                    row("origin 7", StatementDay.FROM, Amount.NO_AMOUNT, Day.FIRST, 2010_06_30),
                    row("VC 12", StatementDay.FROM, Amount.MONEY, Day.FIRST, Day.LAST),
                    row("VC 61", StatementDay.FROM, Amount.NUMBER, Day.FIRST, Day.LAST))),
            new CodeIndex<>(List.of()));

    private static HeaderCode row(String code, StatementDay decides, Amount amount, int from, int through) {
        return new HeaderCode(
                "header-codes/" + code,
                code,
                "a label",
                decides,
                amount,
                HeaderStanding.MAY_STAND,
                HeaderStanding.NO_PLACE,
                HeaderStanding.PAYERS,
                from,
                through);
    }

    private static List<HeaderEntry> entries(String bill, Claim.Builder claim) {
        Claim built = claim.typeOfBill(TypeOfBill.of(bill))
                .statementFrom(LocalDate.of(2025, 3, 1))
                .statementThrough(LocalDate.of(2025, 3, 30))
                .build();
        return ClaimFacts.of(built, CODES).all().stream()
                .filter(HeaderEntry.class::isInstance)
                .map(HeaderEntry.class::cast)
                .toList();
    }

    private static HeaderEntry only(Claim.Builder claim) {
        return entries("0329", claim).get(0);
    }

    private static OccurrenceCode occurrence(String code, int day) {
        return new OccurrenceCode(code, LocalDate.of(2025, 3, day));
    }

    @Test
    void itsOwnDayDecidesWhetherItIsInForce() {
        assertThat(only(Claim.builder().addConditionCode("47")).listed()).isEqualTo("not yet");
        assertThat(only(Claim.builder().add(occurrence("55", 30))).listed()).isEqualTo("in force");
        assertThat(only(Claim.builder().pointOfOrigin("7")).listed()).isEqualTo("no longer");
        assertThat(only(Claim.builder().priority("6")).listed()).isEqualTo("not listed");
    }

    @Test
    void itStandsAsTheListSaysOfTheKindOfBill() {
        Claim.Builder claim = Claim.builder().add(new ValueCode("61", "25420"));
        assertThat(entries("0329", claim).get(0).standing()).isEqualTo("may stand");
        assertThat(entries("0341", claim).get(0).standing()).isEqualTo("no place");
        assertThat(entries("032A", claim).get(0).standing()).isEqualTo("payer's");
        assertThat(only(Claim.builder().patientStatus("20")).standing()).isEqualTo("none");
    }

    @Test
    void theSameCodeBeforeItIsAlikeWithTheSameDateOrAmount() {
        List<HeaderEntry> entries = entries(
                "0329",
                Claim.builder()
                        .addConditionCode("47")
                        .addConditionCode("47")
                        .add(occurrence("50", 1))
                        .add(occurrence("50", 2))
                        .add(occurrence("50", 1))
                        .add(occurrence("47", 1)));
        assertThat(entries)
                .extracting(HeaderEntry::place, HeaderEntry::sameBefore)
                .containsExactly(
                        tuple("conditionCodes/0", "none"),
                        tuple("conditionCodes/1", "alike"),
                        tuple("occurrenceCodes/0", "none"),
                        tuple("occurrenceCodes/1", "unlike"),
                        tuple("occurrenceCodes/2", "alike"),
                        tuple("occurrenceCodes/3", "none"));
    }

    @Test
    void anAmountIsComparedWithOtherPayersAndWithTheTotal() {
        HeaderEntry own = only(Claim.builder()
                .add(new ValueCode("44", "60.00"))
                .add(new ValueCode("12", "40"))
                .add(new ValueCode("47", "20.01"))
                .totalCharge(new BigDecimal("60")));
        assertThat(own.belowSumOf("VC 12")).isFalse();
        assertThat(own.belowSumOf("VC 12", "VC 47")).isTrue();
        assertThat(own.besideTotal()).isEqualTo("equal");
        assertThat(only(Claim.builder().add(new ValueCode("44", "60"))).besideTotal())
                .isEqualTo("unknown");
        assertThat(only(Claim.builder().addConditionCode("47").totalCharge(BigDecimal.TEN))
                        .besideTotal())
                .isEqualTo("unknown");
    }

    @Test
    void digitsAreFiveWithALostZeroRestored() {
        assertThat(only(Claim.builder().add(new ValueCode("61", "8019"))).digits())
                .isEqualTo("08019");
        assertThat(only(Claim.builder().add(new ValueCode("61", "42043.00"))).digits())
                .isEqualTo("42043");
        assertThat(only(Claim.builder().add(new ValueCode("61", "42043.50"))).digits())
                .isEmpty();
        assertThat(only(Claim.builder().add(new ValueCode("61", "8019"))).digitsBeginOtherThan("08", "9"))
                .isFalse();
        assertThat(only(Claim.builder().add(new ValueCode("61", "8019"))).digitsBeginOtherThan("80"))
                .isTrue();
        assertThat(only(Claim.builder().add(new ValueCode("61", "1"))).digitsBeginOtherThan("80"))
                .isFalse();
    }

    @Test
    void whatStandsBesideItIsSaidInWords() {
        assertThat(only(Claim.builder().addConditionCode("47")).besideIt()).isEmpty();
        assertThat(only(Claim.builder().add(occurrence("50", 1))).besideIt()).isEqualTo("2025-03-01");
        assertThat(only(Claim.builder()
                                .add(new OccurrenceSpan(
                                        "76", new DateSpan(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 4)))))
                        .besideIt())
                .isEqualTo("from 2025-03-01 through 2025-03-04");
        assertThat(only(Claim.builder().add(new ValueCode("12", "40.00"))).besideIt())
                .isEqualTo("$40.00");
        assertThat(only(Claim.builder().add(new ValueCode("61", "25420"))).besideIt())
                .isEqualTo("25420");
    }

    @Test
    void daysFromTheEndAreCountedOnEitherSide() {
        assertThat(only(Claim.builder().add(occurrence("55", 28))).daysFromEnd())
                .isEqualTo(2);
        assertThat(only(Claim.builder().add(new OccurrenceCode("55", LocalDate.of(2025, 4, 1))))
                        .daysFromEnd())
                .isEqualTo(2);
        assertThat(only(Claim.builder().addConditionCode("47")).daysFromEnd()).isZero();
    }
}
