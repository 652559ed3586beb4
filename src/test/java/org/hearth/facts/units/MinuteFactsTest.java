package org.hearth.facts.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hearth.facts.units.UnitClaims.DAY;
import static org.hearth.facts.units.UnitClaims.facts;
import static org.hearth.facts.units.UnitClaims.pt;

import java.util.List;
import org.hearth.claim.Discipline;
import org.hearth.facts.ClaimFacts;
import org.hearth.facts.line.NotChecked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MinuteFactsTest {

    @Test
    @DisplayName("each discipline and each day of a 34X is a pool of its own")
    void pools() {
        ClaimFacts facts = facts(
                "0341",
                pt("97110", 8, 1),
                pt("97110", 8, 1).revenue("0430"),
                pt("97110", 8, 1).dated(DAY.plusDays(1)),
                pt("97140", 9, 0),
                pt("G0283", 20, 1),
                pt("97597", 20, 1),
                pt("G8978", 20, 1),
                pt("97110", 20, 1).revenue("0550"));

        assertThat(UnitClaims.derived(facts))
                .filteredOn(UnitPool.class::isInstance)
                .map(UnitPool.class::cast)
                .extracting(UnitPool::serviceDate, UnitPool::discipline, UnitPool::minutes, UnitPool::unitMinutes)
                .containsExactly(
                        tuple(DAY, Discipline.PT, 17, 15),
                        tuple(DAY, Discipline.OT, 8, 15),
                        tuple(DAY.plusDays(1), Discipline.PT, 8, 15));
        assertThat(UnitClaims.notJudged(facts)).isEmpty();
    }

    @Test
    @DisplayName("a pool with one line of unknown minutes is not judged at all, its neighbours are")
    void unknownMinutes() {
        ClaimFacts facts = facts(
                "0341",
                pt("97110", 30, 2),
                pt("97110", 30, 2).revenue("0430"),
                pt("97140", null, 1),
                pt("G0283", null, 1));

        assertThat(UnitClaims.derived(facts))
                .filteredOn(UnitPool.class::isInstance)
                .map(UnitPool.class::cast)
                .extracting(UnitPool::discipline)
                .containsExactly(Discipline.OT);
        assertThat(UnitClaims.notJudged(facts)).containsExactly(new NotChecked("units", List.of(1, 3), "minutes"));
    }

    @Test
    void aTimedLineWithoutADateIsInNoPool() {
        ClaimFacts facts = facts("0341", pt("97110", 30, 2), pt("97110", 30, 2).dated(null));

        assertThat(UnitClaims.derived(facts))
                .map(fact -> ((UnitPool) fact).minutes())
                .containsExactly(30);
        assertThat(UnitClaims.notJudged(facts)).containsExactly(new NotChecked("units", List.of(2), "date of service"));
    }

    @Test
    @DisplayName("a day has 1,440 minutes; a pool of more is not judged")
    void moreThanADay() {
        assertThat(UnitClaims.notJudged(facts("0341", pt("97110", 1000, 1), pt("97140", 440, 1))))
                .isEmpty();

        ClaimFacts beyond = facts("0341", pt("97110", 1000, 1), pt("97140", 441, 1));

        assertThat(UnitClaims.derived(beyond)).isEmpty();
        assertThat(UnitClaims.notJudged(beyond))
                .containsExactly(new NotChecked("units", List.of(1, 2), "minutes that fit into one day"));
    }

    @Test
    @DisplayName("every visit of a 32X is converted alone, whatever its discipline")
    void visits() {
        ClaimFacts facts = facts(
                "0329",
                pt("G0151", 8, 1),
                pt("G0151", 45, 3),
                pt("G0299", 30, 2).revenue("0550"),
                pt("G0320", 30, 1),
                pt("97110", 30, 2),
                pt("G0151", null, 3));

        assertThat(UnitClaims.derived(facts))
                .map(LineMinutes.class::cast)
                .extracting(LineMinutes::kind, LineMinutes::unitMinutes, LineMinutes::minutes, fact -> fact.line()
                        .index())
                .containsExactly(tuple("32X", 15, 8, 0), tuple("32X", 15, 45, 1), tuple("32X", 15, 30, 2));
        assertThat(UnitClaims.notJudged(facts)).containsExactly(new NotChecked("units", List.of(6), "minutes"));
    }

    @Test
    @DisplayName("a visit code on a 34X and a therapy code on a 32X are neither pooled nor a visit")
    void codesOfTheOtherBill() {
        assertThat(UnitClaims.derived(UnitClaims.facts("0341", pt("G0151", 30, 2))))
                .isEmpty();
        assertThat(UnitClaims.derived(UnitClaims.facts("0329", pt("97110", 30, 2))))
                .isEmpty();
    }

    @Test
    @DisplayName("outside the pool: a code of another length is asked about, an untimed one only without units")
    void otherBases() {
        ClaimFacts facts = facts("0341", pt("92607", 60, 1), pt("97001", 30, null), pt("G0283", 30, 1));

        assertThat(UnitClaims.derived(facts))
                .filteredOn(LineMinutes.class::isInstance)
                .map(LineMinutes.class::cast)
                .extracting(LineMinutes::unitKind, LineMinutes::unitMinutes, fact -> fact.line()
                        .index())
                .containsExactly(tuple("own time", 60, 0), tuple("untimed", null, 1));
    }
}
