package org.hearth.facts.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.functional.FunctionalFixture.bill;
import static org.hearth.facts.functional.FunctionalFixture.claim;
import static org.hearth.facts.functional.FunctionalFixture.day;
import static org.hearth.facts.functional.FunctionalFixture.days;
import static org.hearth.facts.functional.FunctionalFixture.due;
import static org.hearth.facts.functional.FunctionalFixture.facts;
import static org.hearth.facts.functional.FunctionalFixture.occurrence;
import static org.hearth.facts.functional.FunctionalFixture.treated;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.facts.line.NotChecked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Pub. 100-04 ch. 5 s. 10.6: the days on which reports are asked for, and whether the start of an episode is known. */
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
            assertThat(day(claim, Discipline.PT, "2013-07-01").episode().dayOfEpisode())
                    .isEqualTo(7);
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
                assertThat(day.episode().startKnown()).isFalse();
                assertThat(day.dayInPeriod()).isZero();
                assertThat(day.episode().dayOfEpisode()).isZero();
            });
            assertThat(facts(claim).notChecked())
                    .filteredOn(NotChecked::topic, "functional reporting")
                    .containsExactly(new NotChecked(
                            "functional reporting", List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), "earlier claims"));
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
}
