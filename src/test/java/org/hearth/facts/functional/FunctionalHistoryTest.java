package org.hearth.facts.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.functional.FunctionalFixture.bill;
import static org.hearth.facts.functional.FunctionalFixture.day;
import static org.hearth.facts.functional.FunctionalFixture.days;
import static org.hearth.facts.functional.FunctionalFixture.due;
import static org.hearth.facts.functional.FunctionalFixture.treated;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.junit.jupiter.api.Test;

/** Which earlier claims an episode is walked over: those of the agency that nothing has replaced or voided. */
class FunctionalHistoryTest {

    private static final String[] OUTSET = {"2018-04-01 G8978", "2018-04-01 G8979"};

    /** Five treatment days with the outset, so that treatment from 1 May is day 6 and on. */
    private static Claim.Builder april() {
        return bill("APRIL", "0342", treated("2018-04-01", 5, OUTSET));
    }

    private static Claim may(Claim... history) {
        return bill("MAY", "0343", treated("2018-05-01", 5))
                .history(List.of(history))
                .build();
    }

    private static int dayInPeriod(Claim... history) {
        return day(may(history), Discipline.PT, "2018-05-01").dayInPeriod();
    }

    @Test
    void anEarlierClaimCounts() {
        assertThat(due(may(april().build()))).containsExactly("05-05 PT reaches");
        assertThat(dayInPeriod(april().build())).isEqualTo(6);
    }

    @Test
    void theSameClaimTwiceCountsOnce() {
        assertThat(dayInPeriod(april().build(), april().build())).isEqualTo(6);
    }

    @Test
    void theClaimItselfInItsHistoryCountsOnce() {
        Claim may = may(april().build());
        assertThat(due(may.toBuilder()
                        .history(List.of(
                                april().build(), may.toBuilder().history(null).build()))
                        .build()))
                .containsExactly("05-05 PT reaches");
    }

    @Test
    void anotherAgencysClaimDoesNot() {
        assertThat(dayInPeriod(april().billingProviderNpi("1003000126").build()))
                .isEqualTo(1);
    }

    @Test
    void aHomeHealthClaimDoesNot() {
        assertThat(dayInPeriod(april().typeOfBill(org.hearth.claim.TypeOfBill.of("0329"))
                        .build()))
                .isEqualTo(1);
    }

    @Test
    void anotherDisciplinesDaysDoNot() {
        assertThat(dayInPeriod(bill("E", "0342", "2018-04-01 OT:97530").build()))
                .isEqualTo(1);
    }

    @Test
    void aNonPaymentClaimDoesNot() {
        assertThat(dayInPeriod(april().typeOfBill(org.hearth.claim.TypeOfBill.of("0340"))
                        .build()))
                .isEqualTo(1);
    }

    @Test
    void aVoidedClaimDoesNotWhateverNumberTheVoidHas() {
        Claim voiding = bill("VOID", "0348", treated("2018-04-01", 5, OUTSET))
                .originalClaimNumber("2180100012345")
                .build();
        assertThat(dayInPeriod(april().build(), voiding)).isEqualTo(1);
        assertThat(dayInPeriod(voiding, april().build())).isEqualTo(1);
        Claim sameNumber = voiding.toBuilder().claimId("APRIL").build();
        assertThat(dayInPeriod(april().build(), sameNumber)).isEqualTo(1);
    }

    @Test
    void aVoidNamesItsClaimBeforeItsDaysDo() {
        Claim other = bill("OTHER", "0342", treated("2018-04-01", 5)).build();
        Claim voiding = bill("OTHER", "0348", treated("2018-04-01", 5))
                .receivedDate(LocalDate.parse("2018-06-01"))
                .build();
        assertThat(dayInPeriod(april().build(), other, voiding)).isEqualTo(6);
    }

    @Test
    void aReplacementStandsForTheClaimItReplaces() {
        Claim replacement = bill("NEW", "0347", treated("2018-04-01", 3, OUTSET))
                .originalClaimNumber("APRIL")
                .build();
        assertThat(dayInPeriod(april().build(), replacement)).isEqualTo(4);
        assertThat(dayInPeriod(replacement, april().build())).isEqualTo(4);
    }

    @Test
    void aClaimBilledAgainAfterItsVoidCounts() {
        Claim first = april().receivedDate(LocalDate.parse("2018-05-02")).build();
        Claim voiding = april().typeOfBill(org.hearth.claim.TypeOfBill.of("0348"))
                .receivedDate(LocalDate.parse("2018-05-10"))
                .build();
        Claim again = april().receivedDate(LocalDate.parse("2018-05-20")).build();
        assertThat(dayInPeriod(first, voiding, again)).isEqualTo(6);
        assertThat(dayInPeriod(again, voiding, first)).isEqualTo(6);
    }

    @Test
    void theClaimThatThisOneReplacesDoesNotCount() {
        Claim wrong = bill("MAY-1", "0343", treated("2018-05-01", 5, "2018-05-02 G8978", "2018-05-02 G8979"))
                .build();
        Claim replacing = bill("MAY-2", "0347", treated("2018-05-01", 5))
                .originalClaimNumber("2180100098765")
                .history(List.of(april().build(), wrong))
                .build();
        assertThat(due(replacing)).containsExactly("05-05 PT reaches");
    }

    @Test
    void oneNumberForEveryMonthIsNotOneClaim() {
        assertThat(dayInPeriod(april().claimId("MAY").build())).isEqualTo(6);
    }

    @Test
    void aVoidOrNonPaymentClaimIsAskedForNothing() {
        assertThat(days(bill("A", "0348", "2018-05-01 97161").history(List.of()).build()))
                .isEmpty();
        assertThat(days(bill("A", "0340", "2018-05-01 97161").history(List.of()).build()))
                .isEmpty();
        assertThat(days(bill("A", "0347", "2018-05-01 97161").history(List.of()).build()))
                .hasSize(1);
    }

    @Test
    void twoHundredEarlierClaimsAreWalkedInOrder() {
        List<Claim> history = new java.util.ArrayList<>();
        LocalDate date = LocalDate.parse("2018-04-30");
        for (int i = 0; i < 200; i++) {
            history.add(bill("E" + i, "0343", date.minusDays(2L * i) + " 97110").build());
        }
        Claim claim = bill("A", "0343", "2018-05-01 97110").history(history).build();
        TreatmentDay day = day(claim, Discipline.PT, "2018-05-01");
        assertThat(day.episode().dayOfEpisode()).isEqualTo(201);
        assertThat(day.dayInPeriod()).isEqualTo(1);
    }
}
