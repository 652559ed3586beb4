package org.hearth.facts.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.functional.FunctionalFixture.bill;
import static org.hearth.facts.functional.FunctionalFixture.claim;
import static org.hearth.facts.functional.FunctionalFixture.day;
import static org.hearth.facts.functional.FunctionalFixture.days;
import static org.hearth.facts.functional.FunctionalFixture.disorder;
import static org.hearth.facts.functional.FunctionalFixture.due;
import static org.hearth.facts.functional.FunctionalFixture.oneTimeVisit;
import static org.hearth.facts.functional.FunctionalFixture.secondPlan;
import static org.hearth.facts.functional.FunctionalFixture.treated;

import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.codes.FunctionalRole;
import org.junit.jupiter.api.Test;

/** Pub. 100-04 ch. 5 s. 10.6: limitations that begin, are reported and end, as the sources tell of them. */
class FunctionalScenariosTest {

    @Test
    void mobilityForTwentyDaysThenBodyPosition() {
        Claim claim = claim(treated(
                        "2018-05-01",
                        21,
                        "2018-05-01 G8978",
                        "2018-05-01 G8979",
                        "2018-05-10 G8978",
                        "2018-05-10 G8979",
                        "2018-05-20 G8979",
                        "2018-05-20 G8980",
                        "2018-05-21 G8981",
                        "2018-05-21 G8982"))
                .build();
        assertThat(due(claim))
                .containsExactly(
                        "05-01 PT begins", "05-10 PT reaches", "05-20 PT reaches", "05-21 PT begins after end");
        assertThat(disorder(claim)).isEmpty();
        assertThat(day(claim, Discipline.PT, "2018-05-20").episode().open()).containsExactly("walking / mobility");
        assertThat(day(claim, Discipline.PT, "2018-05-21").episode().open()).isEmpty();
    }

    @Test
    void theNextLimitationDoesNotBeginOnTheDayTheFirstEnds() {
        assertThat(disorder(claim(treated(
                                "2018-05-01",
                                2,
                                "2018-05-01 G8978",
                                "2018-05-01 G8979",
                                "2018-05-02 G8979",
                                "2018-05-02 G8980",
                                "2018-05-02 G8981",
                                "2018-05-02 G8982"))
                        .build()))
                .containsExactly("05-02 body position second");
    }

    @Test
    void theSameIsSeenWithoutKnowingTheStart() {
        assertThat(disorder(bill(
                                "A",
                                "0343",
                                treated(
                                        "2018-05-02",
                                        1,
                                        "2018-05-02 G8979",
                                        "2018-05-02 G8980",
                                        "2018-05-02 G8981",
                                        "2018-05-02 G8982"))
                        .build()))
                .containsExactly("05-02 body position second");
    }

    @Test
    void afterAnEndTheNextTreatmentDayBegins() {
        assertThat(due(claim(treated(
                                "2018-05-01",
                                4,
                                "2018-05-01 G8978",
                                "2018-05-01 G8979",
                                "2018-05-02 G8979",
                                "2018-05-02 G8980"))
                        .build()))
                .containsExactly("05-01 PT begins", "05-03 PT begins after end");
    }

    @Test
    void aDischargeCodeBeforeAnythingIsOpenIsOutOfSequence() {
        assertThat(disorder(claim(treated("2018-05-01", 2, "2018-05-02 G8979", "2018-05-02 G8980"))
                        .build()))
                .containsExactly("05-02 walking / mobility out of sequence");
        assertThat(disorder(bill("A", "0343", treated("2018-05-01", 2, "2018-05-02 G8979", "2018-05-02 G8980"))
                        .build()))
                .isEmpty();
    }

    @Test
    void aDischargeCodeOfAnotherLimitationIsOutOfSequence() {
        assertThat(disorder(claim(treated(
                                "2018-05-01",
                                2,
                                "2018-05-01 G8978",
                                "2018-05-01 G8979",
                                "2018-05-02 G8982",
                                "2018-05-02 G8983"))
                        .build()))
                .containsExactly("05-02 body position out of sequence");
    }

    @Test
    void withACurrentStatusTheyAreAWholeReportThatLacksItsGoal() {
        assertThat(disorder(claim(treated(
                                "2018-05-01",
                                2,
                                "2018-05-01 G8978",
                                "2018-05-01 G8979",
                                "2018-05-02 G8981",
                                "2018-05-02 G8983"))
                        .build()))
                .containsExactly("05-02 body position incomplete");
    }

    @Test
    void currentStatusAndDischargeLackTheGoal() {
        Claim claim = claim(treated(
                        "2018-05-01",
                        2,
                        "2018-05-01 G8978",
                        "2018-05-01 G8979",
                        "2018-05-02 G8978",
                        "2018-05-02 G8980"))
                .build();
        assertThat(disorder(claim)).containsExactly("05-02 walking / mobility incomplete");
        LimitationReport report =
                day(claim, Discipline.PT, "2018-05-02").reports().get(0);
        assertThat(report.lackingCodes()).containsExactly("G8979");
        assertThat(report.lackingWords()).isEqualTo("goal");
    }

    @Test
    void aOneTimeVisitReportsAllThreeAndClosesTheLimitation() {
        Claim claim = claim("2018-05-01 97161", "2018-05-01 G8978", "2018-05-01 G8979", "2018-05-01 G8980")
                .context(oneTimeVisit(Discipline.PT, "2018-05-01"))
                .build();
        assertThat(disorder(claim)).isEmpty();
        assertThat(days(claim)).singleElement().satisfies(day -> {
            assertThat(day.announced().oneTimeVisit()).isTrue();
            assertThat(day.episode().begins()).isTrue();
        });
        assertThat(due(claim(treated("2018-05-01", 2, "2018-05-01 G8978", "2018-05-01 G8979", "2018-05-01 G8980"))
                        .build()))
                .containsExactly("05-01 PT begins", "05-02 PT begins after end");
    }

    @Test
    void aSecondPlanReportedWholeLeavesTheFirstOpen() {
        Claim claim = claim(treated(
                        "2018-05-01",
                        14,
                        "2018-05-01 G8978",
                        "2018-05-01 G8979",
                        "2018-05-04 97161",
                        "2018-05-04 G8981",
                        "2018-05-04 G8982",
                        "2018-05-04 G8983"))
                .context(secondPlan(Discipline.PT, "2018-05-04"))
                .build();
        assertThat(disorder(claim)).isEmpty();
        assertThat(day(claim, Discipline.PT, "2018-05-04").announced().secondPlan())
                .isTrue();
        assertThat(day(claim, Discipline.PT, "2018-05-05").episode().open()).containsExactly("walking / mobility");
        assertThat(due(claim)).containsExactly("05-01 PT begins", "05-04 PT evaluative", "05-14 PT reaches");
    }

    @Test
    void aSecondPlanThatBecomesPrimaryEndsTheFirst() {
        Claim claim = claim(treated(
                        "2018-05-01",
                        5,
                        "2018-05-01 G8978",
                        "2018-05-01 G8979",
                        "2018-05-04 97161",
                        "2018-05-04 G8979",
                        "2018-05-04 G8980",
                        "2018-05-05 G8981",
                        "2018-05-05 G8982"))
                .build();
        assertThat(disorder(claim)).isEmpty();
        assertThat(due(claim)).containsExactly("05-01 PT begins", "05-04 PT evaluative", "05-05 PT begins after end");
    }

    @Test
    void severalDisciplinesReportTheirOwnOnOneDay() {
        Claim claim = claim(
                        "2018-05-01 97110",
                        "2018-05-01 G8978",
                        "2018-05-01 G8979",
                        "2018-05-01 OT:97530",
                        "2018-05-01 OT:G8984",
                        "2018-05-01 OT:G8985",
                        "2018-05-01 SLP:92507",
                        "2018-05-01 SLP:G8999",
                        "2018-05-01 SLP:G9186")
                .build();
        assertThat(due(claim)).containsExactly("05-01 PT begins", "05-01 OT begins", "05-01 SLP begins");
        assertThat(disorder(claim)).isEmpty();
    }

    @Test
    void theRolesOfMotorSpeechDoNotFollowTheNumbers() {
        Claim claim = claim(
                        "2018-05-01 SLP:92507", "2018-05-01 SLP:G8999", "2018-05-01 SLP:G9186", "2018-05-01 SLP:G9158")
                .build();
        assertThat(day(claim, Discipline.SLP, "2018-05-01").reports())
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.roles()).containsExactly(FunctionalRole.values());
                    assertThat(report.dischargeLine().hcpcs()).isEqualTo("G9158");
                    assertThat(report.currentLine().hcpcs()).isEqualTo("G8999");
                });
    }

    @Test
    void codesOfTwoLimitationsDoNotMakeOneReport() {
        assertThat(disorder(claim("2018-05-01 97110", "2018-05-01 G8978", "2018-05-01 G8982")
                        .build()))
                .containsExactly(
                        "05-01 body position incomplete",
                        "05-01 body position mixed",
                        "05-01 walking / mobility incomplete",
                        "05-01 walking / mobility mixed");
    }

    @Test
    void twoLimitationsOfOneDisciplineDoNotBeginTogether() {
        assertThat(disorder(claim(
                                "2018-05-01 97110",
                                "2018-05-01 G8978",
                                "2018-05-01 G8979",
                                "2018-05-01 G8981",
                                "2018-05-01 G8982")
                        .build()))
                .containsExactly("05-01 walking / mobility second");
    }

    @Test
    void theSubsequentLimitationFollowsThePrimary() {
        String[] subsequent = {"2018-05-01 97110", "2018-05-01 G8993", "2018-05-01 G8994"};
        assertThat(disorder(claim(subsequent).build())).containsExactly("05-01 other PT/OT, subsequent unprepared");
        assertThat(disorder(bill("A", "0343", subsequent).build())).isEmpty();
        assertThat(disorder(claim(treated(
                                "2018-05-01",
                                3,
                                "2018-05-01 G8990",
                                "2018-05-01 G8991",
                                "2018-05-02 G8991",
                                "2018-05-02 G8992",
                                "2018-05-03 G8993",
                                "2018-05-03 G8994"))
                        .build()))
                .isEmpty();
    }
}
