package org.hearth.facts.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.functional.FunctionalFixture.bill;
import static org.hearth.facts.functional.FunctionalFixture.claim;
import static org.hearth.facts.functional.FunctionalFixture.day;
import static org.hearth.facts.functional.FunctionalFixture.days;
import static org.hearth.facts.functional.FunctionalFixture.discharged;
import static org.hearth.facts.functional.FunctionalFixture.disorder;
import static org.hearth.facts.functional.FunctionalFixture.due;
import static org.hearth.facts.functional.FunctionalFixture.facts;
import static org.hearth.facts.functional.FunctionalFixture.occurrence;
import static org.hearth.facts.functional.FunctionalFixture.oneTimeVisit;
import static org.hearth.facts.functional.FunctionalFixture.secondPlan;
import static org.hearth.facts.functional.FunctionalFixture.treated;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.facts.line.NotChecked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Pub. 100-04 ch. 5 s. 10.6 and Pub. 100-02 ch. 15 s. 220: windows, triggers, the count and the scenarios found. */
class FunctionalReportingTest {

    @Nested
    class Windows {

        @Test
        void nothingIsAskedForBeforeJuly2013() {
            assertThat(days(claim("2012-12-31 97110").build())).isEmpty();
            assertThat(days(claim("2013-01-01 97110").build())).isEmpty();
            assertThat(days(claim("2013-06-30 97110").build())).isEmpty();
        }

        @Test
        void theFirstAndTheLastDayOnWhichItIs() {
            assertThat(due(claim("2013-07-01 97110").build())).containsExactly("07-01 PT begins");
            assertThat(due(claim("2018-12-31 97110").build())).containsExactly("12-31 PT begins");
        }

        @Test
        void nothingIsAskedForFrom2019() {
            assertThat(days(claim("2019-01-01 97110").build())).isEmpty();
        }

        @Test
        void theDaysAfterItAreStillSeenAndLeftToTheTable() {
            assertThat(due(claim("2018-12-31 97110", "2019-01-01 97161").build()))
                    .containsExactly("12-31 PT begins", "01-01 PT evaluative");
        }

        @Test
        void anEpisodeThatDidNotReportInTheTestingPhaseBeginsOnItsFirstDayFromJuly() {
            Claim claim = claim(treated("2013-06-25", 17)).build();
            assertThat(due(claim))
                    .containsExactly(
                            "06-25 PT begins",
                            "06-26 PT begins",
                            "06-27 PT begins",
                            "06-28 PT begins",
                            "06-29 PT begins",
                            "06-30 PT begins",
                            "07-01 PT begins",
                            "07-10 PT reaches");
            assertThat(day(claim, Discipline.PT, "2013-07-01").dayInPeriod()).isEqualTo(1);
            assertThat(day(claim, Discipline.PT, "2013-07-01").dayOfEpisode()).isEqualTo(7);
        }

        @Test
        void anEpisodeThatReportedInTheTestingPhaseGoesOnToItsNextDuePoint() {
            assertThat(due(claim(treated("2013-06-25", 17, "2013-06-25 G8978", "2013-06-25 G8979"))
                            .build()))
                    .containsExactly("06-25 PT begins", "07-04 PT reaches");
        }

        @Test
        void aPeriodMissedInTheTestingPhaseIsFollowedByTheNext() {
            assertThat(due(claim(treated("2013-06-17", 20, "2013-06-17 G8978", "2013-06-17 G8979"))
                            .build()))
                    .containsExactly("06-17 PT begins", "07-06 PT reaches");
        }
    }

    @Nested
    class Start {

        @Test
        void isKnownByAnEmptyHistory() {
            assertThat(due(bill("A", "0343", "2018-05-01 97110")
                            .history(List.of())
                            .build()))
                    .containsExactly("05-01 PT begins");
        }

        @Test
        void isUnknownOnAnInterimClaimWithoutHistory() {
            Claim claim = bill("A", "0343", treated("2018-05-01", 12))
                    .admissionDate(LocalDate.parse("2018-05-01"))
                    .add(occurrence("35", "2018-05-01"))
                    .build();
            assertThat(due(claim)).isEmpty();
            assertThat(days(claim)).hasSize(12).allSatisfy(day -> {
                assertThat(day.startKnown()).isFalse();
                assertThat(day.dayInPeriod()).isZero();
                assertThat(day.dayOfEpisode()).isZero();
            });
            assertThat(facts(claim).notChecked())
                    .filteredOn(NotChecked::topic, "functional reporting")
                    .containsExactly(new NotChecked(
                            "functional reporting", List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), "history"));
        }

        @Test
        void isKnownOnAFirstBillWhoseTreatmentStartedOnItsFirstDay() {
            assertThat(due(bill("A", "0342", "2018-05-02 97110")
                            .add(occurrence("35", "2018-05-02"))
                            .build()))
                    .containsExactly("05-02 PT begins");
            assertThat(due(bill("A", "0341", "2018-05-02 OT:97110")
                            .add(occurrence("44", "2018-05-02"))
                            .build()))
                    .containsExactly("05-02 OT begins");
            assertThat(due(bill("A", "0341", "2018-05-02 SLP:92507")
                            .add(occurrence("45", "2018-05-02"))
                            .build()))
                    .containsExactly("05-02 SLP begins");
        }

        @Test
        void isUnknownWhereTreatmentStartedBefore() {
            assertThat(due(bill("A", "0341", "2018-05-02 97110")
                            .admissionDate(LocalDate.parse("2018-05-02"))
                            .add(occurrence("35", "2018-05-01"))
                            .build()))
                    .isEmpty();
        }

        @Test
        void isTakenFromTheAdmissionDateWithoutTheOccurrenceCode() {
            Claim.Builder claim = bill("A", "0341", "2018-05-02 97110").add(occurrence("44", "2018-05-01"));
            assertThat(due(claim.admissionDate(LocalDate.parse("2018-05-02")).build()))
                    .containsExactly("05-02 PT begins");
            assertThat(due(claim.admissionDate(LocalDate.parse("2018-05-01")).build()))
                    .isEmpty();
            assertThat(due(claim.admissionDate(null).build())).isEmpty();
        }

        @Test
        void isJudgedByDiscipline() {
            assertThat(due(bill("A", "0341", "2018-05-02 97110", "2018-05-04 OT:97530")
                            .add(occurrence("35", "2018-05-02"))
                            .add(occurrence("44", "2018-04-04"))
                            .build()))
                    .containsExactly("05-02 PT begins");
        }

        @Test
        void doesNotMatterToAnEvaluation() {
            assertThat(due(bill("A", "0343", "2018-05-02 97161").build())).containsExactly("05-02 PT evaluative");
        }

        @Test
        void isKnownByAHistoryOfClaims() {
            Claim earlier = bill("E", "0342", treated("2018-04-01", 9, "2018-04-01 G8978", "2018-04-01 G8979"))
                    .build();
            assertThat(due(bill("A", "0343", treated("2018-05-01", 2))
                            .history(List.of(earlier))
                            .build()))
                    .containsExactly("05-01 PT reaches");
        }
    }

    @Nested
    class Count {

        private static final String[] OUTSET = {"2018-05-01 G8978", "2018-05-01 G8979"};

        @Test
        void theOutsetIsDayOneAndTheTenthTreatmentDayIsDue() {
            Claim claim = claim(treated("2018-05-01", 11, OUTSET)).build();
            assertThat(due(claim)).containsExactly("05-01 PT begins", "05-10 PT reaches");
            assertThat(day(claim, Discipline.PT, "2018-05-09").dayInPeriod()).isEqualTo(9);
            assertThat(day(claim, Discipline.PT, "2018-05-10").dayInPeriod()).isEqualTo(10);
            assertThat(day(claim, Discipline.PT, "2018-05-11").dayInPeriod()).isEqualTo(1);
            assertThat(day(claim, Discipline.PT, "2018-05-11").dayOfEpisode()).isEqualTo(11);
        }

        @Test
        void eachMissedPeriodIsDueOnce() {
            assertThat(due(claim(treated("2018-05-01", 29)).build()))
                    .containsExactly("05-01 PT begins", "05-10 PT reaches", "05-20 PT reaches");
        }

        @Test
        void aReportMadeEarlyRestartsTheCount() {
            assertThat(due(claim(treated(
                                    "2018-05-01", 20, OUTSET[0], OUTSET[1], "2018-05-07 G8978", "2018-05-07 G8979"))
                            .build()))
                    .containsExactly("05-01 PT begins", "05-17 PT reaches");
        }

        @Test
        void aReportMadeLateRestartsTheCount() {
            assertThat(due(claim(treated(
                                    "2018-05-01", 25, OUTSET[0], OUTSET[1], "2018-05-12 G8978", "2018-05-12 G8979"))
                            .build()))
                    .containsExactly("05-01 PT begins", "05-10 PT reaches", "05-22 PT reaches");
        }

        @Test
        void anOutsetReportedLateRestartsTheCount() {
            assertThat(due(claim(treated("2018-05-01", 13, "2018-05-03 G8978", "2018-05-03 G8979"))
                            .build()))
                    .containsExactly("05-01 PT begins", "05-13 PT reaches");
        }

        @Test
        void aPartOfAReportDoesNotRestartIt() {
            assertThat(due(claim(treated("2018-05-01", 20, OUTSET[0], OUTSET[1], "2018-05-07 G8978"))
                            .build()))
                    .containsExactly("05-01 PT begins", "05-10 PT reaches", "05-20 PT reaches");
        }

        @Test
        void twoVisitsOnOneDayAreOneTreatmentDay() {
            Claim claim = claim("2018-05-01 97110", "2018-05-01 97530", "2018-05-01 97110")
                    .build();
            assertThat(days(claim)).hasSize(1);
            assertThat(days(claim).get(0).line().lineNumber()).isEqualTo(1);
        }

        @Test
        void aBundledLineAloneIsNoTreatmentDay() {
            assertThat(days(claim("2018-05-01 97110", "2018-05-02 97010", "2018-05-03 97110")
                            .build()))
                    .extracting(TreatmentDay::dayInPeriod)
                    .containsExactly(1, 2);
        }

        @Test
        void aCodeOnNoListMayWellBeTreatment() {
            assertThat(days(claim("2018-05-01 97999").build())).hasSize(1);
        }

        @Test
        void functionalCodesAloneAreNoTreatmentDay() {
            assertThat(days(claim("2018-05-01 G8978", "2018-05-01 G8979").build()))
                    .isEmpty();
        }

        @Test
        void disciplinesCountApart() {
            Claim claim = claim(
                            "2018-05-01 97110",
                            "2018-05-01 OT:97530",
                            "2018-05-02 97110",
                            "2018-05-03 97110",
                            "2018-05-03 OT:97530")
                    .build();
            assertThat(day(claim, Discipline.PT, "2018-05-03").dayInPeriod()).isEqualTo(3);
            assertThat(day(claim, Discipline.OT, "2018-05-03").dayInPeriod()).isEqualTo(2);
        }
    }

    @Nested
    class Episodes {

        private Claim returning(String date, String... more) {
            return claim(treated(
                            "2018-01-01",
                            2,
                            concat(new String[] {"2018-01-01 G8978", "2018-01-01 G8979", date + " 97110"}, more)))
                    .build();
        }

        @Test
        void aReturnWithinTheGapGoesOn() {
            assertThat(due(returning("2018-03-02"))).containsExactly("01-01 PT begins");
            assertThat(day(returning("2018-03-02"), Discipline.PT, "2018-03-02").dayInPeriod())
                    .isEqualTo(3);
        }

        @Test
        void aReturnAfterTheGapBeginsAnew() {
            assertThat(due(returning("2018-03-03"))).containsExactly("01-01 PT begins", "03-03 PT begins");
            assertThat(day(returning("2018-03-03"), Discipline.PT, "2018-03-03").dayOfEpisode())
                    .isEqualTo(1);
        }

        @Test
        void aReturnAfterTheGapMayTakeAnotherLimitation() {
            assertThat(disorder(returning("2018-03-03", "2018-03-03 G8981", "2018-03-03 G8982")))
                    .isEmpty();
        }

        @Test
        void aReturnWithinTheGapEndsTheOldLimitationFirst() {
            assertThat(disorder(returning("2018-03-02", "2018-03-02 G8981", "2018-03-02 G8982")))
                    .containsExactly("03-02 body position second");
            Claim right = returning(
                    "2018-03-02",
                    "2018-03-02 G8979",
                    "2018-03-02 G8980",
                    "2018-03-05 97110",
                    "2018-03-05 G8981",
                    "2018-03-05 G8982");
            assertThat(disorder(right)).isEmpty();
            assertThat(due(right)).containsExactly("01-01 PT begins", "03-05 PT begins after end");
        }

        @Test
        void aPlannedDischargeEndsTheEpisode() {
            Claim claim = claim(treated("2018-05-01", 4, "2018-05-01 G8978", "2018-05-01 G8979"))
                    .context(discharged(Discipline.PT, "2018-05-03"))
                    .build();
            assertThat(day(claim, Discipline.PT, "2018-05-03").discharge()).isTrue();
            assertThat(day(claim, Discipline.PT, "2018-05-02").discharge()).isFalse();
            assertThat(due(claim)).containsExactly("05-01 PT begins", "05-04 PT begins");
        }

        @Test
        void anUnplannedStopAsksForNothing() {
            assertThat(due(claim(treated("2018-05-01", 3, "2018-05-01 G8978", "2018-05-01 G8979"))
                            .build()))
                    .containsExactly("05-01 PT begins");
        }
    }

    @Nested
    class Scenarios {

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
            assertThat(day(claim, Discipline.PT, "2018-05-20").open()).containsExactly("walking / mobility");
            assertThat(day(claim, Discipline.PT, "2018-05-21").open()).isEmpty();
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
                assertThat(day.oneTimeVisit()).isTrue();
                assertThat(day.begins()).isTrue();
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
            assertThat(day(claim, Discipline.PT, "2018-05-04").secondPlan()).isTrue();
            assertThat(day(claim, Discipline.PT, "2018-05-05").open()).containsExactly("walking / mobility");
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
            assertThat(due(claim))
                    .containsExactly("05-01 PT begins", "05-04 PT evaluative", "05-05 PT begins after end");
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
                            "2018-05-01 SLP:92507",
                            "2018-05-01 SLP:G8999",
                            "2018-05-01 SLP:G9186",
                            "2018-05-01 SLP:G9158")
                    .build();
            assertThat(day(claim, Discipline.SLP, "2018-05-01").reports())
                    .singleElement()
                    .satisfies(report -> {
                        assertThat(report.roles()).containsExactlyInAnyOrder("current", "goal", "discharge");
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

    private static String[] concat(String[] one, String[] other) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(one), java.util.Arrays.stream(other))
                .toArray(String[]::new);
    }
}
