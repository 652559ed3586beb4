package org.hearth.facts.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.functional.FunctionalFixture.claim;
import static org.hearth.facts.functional.FunctionalFixture.day;
import static org.hearth.facts.functional.FunctionalFixture.days;
import static org.hearth.facts.functional.FunctionalFixture.discharged;
import static org.hearth.facts.functional.FunctionalFixture.disorder;
import static org.hearth.facts.functional.FunctionalFixture.due;
import static org.hearth.facts.functional.FunctionalFixture.treated;

import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Pub. 100-04 ch. 5 s. 10.6 and Pub. 100-02 ch. 15 s. 220: the count of treatment days, and where an episode ends. */
class FunctionalPeriodsTest {

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
            assertThat(day(claim, Discipline.PT, "2018-05-11").episode().dayOfEpisode())
                    .isEqualTo(11);
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
            assertThat(day(returning("2018-03-03"), Discipline.PT, "2018-03-03")
                            .episode()
                            .dayOfEpisode())
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
            assertThat(day(claim, Discipline.PT, "2018-05-03").announced().discharge())
                    .isTrue();
            assertThat(day(claim, Discipline.PT, "2018-05-02").announced().discharge())
                    .isFalse();
            assertThat(due(claim)).containsExactly("05-01 PT begins", "05-04 PT begins");
        }

        @Test
        void anUnplannedStopAsksForNothing() {
            assertThat(due(claim(treated("2018-05-01", 3, "2018-05-01 G8978", "2018-05-01 G8979"))
                            .build()))
                    .containsExactly("05-01 PT begins");
        }
    }

    private static String[] concat(String[] one, String[] other) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(one), java.util.Arrays.stream(other))
                .toArray(String[]::new);
    }
}
