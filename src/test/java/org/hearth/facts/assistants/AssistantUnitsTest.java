package org.hearth.facts.assistants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.Discipline;
import org.hearth.codes.ModifierCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistantUnitsTest {

    private static ModifierCode modifier(Discipline discipline, int day) {
        return AssistantPolicy.modifier(
                AssistantPolicy.modifiers(AssistantBooks.CODES), discipline, day, AssistantBooks.CODES);
    }

    private static AssistantPolicy on(int day) {
        return AssistantPolicy.of(modifier(Discipline.PT, day), day, AssistantBooks.CODES);
    }

    private static final AssistantPolicy BEFORE = on(2021_12_31);
    private static final AssistantPolicy SINCE = on(2022_01_01);

    /** Units of a single 15-minute code alone that day: 8 to 22 minutes are one, 23 to 37 two. */
    private static int units(int minutes) {
        return minutes < 8 ? 0 : (minutes + 7) / 15;
    }

    @Test
    void asksForAModifierFromTheFirstDayOf2020InPhysicalAndOccupationalTherapyOnly() {
        assertThat(modifier(Discipline.PT, 2019_12_31)).isNull();
        assertThat(modifier(Discipline.PT, 2020_01_01).code()).isEqualTo("CQ");
        assertThat(modifier(Discipline.OT, 2020_01_01).code()).isEqualTo("CO");
        assertThat(modifier(Discipline.SLP, 2022_01_01)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // therapist, assistant, units, marked until 2021, marked since 2022
        "30,  0, 2, 0, 0", // no assistant
        " 0, 30, 2, 2, 2", // no therapist
        "15, 15, 2, 1, 1", // a whole block each
        " 8,  6, 1, 1, 0", // last unit, 8 minutes of the therapist alone
        " 7,  7, 1, 1, 1", // last unit, 7 minutes
        "20, 25, 3, 2, 2", // blocks 1 and 1, then 5 and 10 of the last
        "23, 14, 2, 1, 0", // block 1, then 8 and 14 of the last
        "22, 15, 2, 1, 1", // blocks 1 and 1
        "12, 14, 2, 2, 1", // two units left, 9 to 14 minutes by each
        " 9, 14, 2, 2, 1",
        "14,  9, 2, 2, 1",
        "14, 14, 2, 2, 1",
        " 8, 15, 2, 1, 1", // no longer two units left
        "29, 27, 4, 3, 2", // blocks 1 and 1, then 14 and 12: two units left
        "14,  1, 1, 0, 0", // 1 of 15 is not more than a tenth
        "15,  1, 1, 0, 0"
    })
    void marksUnitsOfATimedCodeByTheDay(int therapist, int assistant, int units, int before, int since) {
        assertThat(AssistantUnits.pooled(therapist, assistant, units, 15, BEFORE))
                .isEqualTo(new AssistantUnits(units, before, before));
        assertThat(AssistantUnits.pooled(therapist, assistant, units, 15, SINCE))
                .isEqualTo(new AssistantUnits(units, since, since));
    }

    @ParameterizedTest
    @CsvSource({
        // minutes of the service, assistant's, marked exactly, marked by the rounded share
        "30, 3, 0, 0",
        "30, 4, 1, 1",
        "20, 2, 0, 0",
        "20, 3, 1, 1",
        "40, 4, 0, 0",
        "40, 5, 1, 1",
        "45, 4, 0, 0",
        "45, 5, 1, 0",
        "45, 6, 1, 1",
        "44, 4, 0, 0",
        "44, 5, 1, 1",
        "10, 0, 0, 0"
    })
    void judgesAnUntimedServiceAsAWholeAndTakesEitherWayOfReckoningATenth(
            int minutes, int assistant, int exactly, int rounded) {
        assertThat(AssistantUnits.wholeService(minutes - assistant, assistant, 1, SINCE))
                .isEqualTo(AssistantUnits.wholeService(minutes - assistant, assistant, 1, BEFORE))
                .isEqualTo(new AssistantUnits(1, rounded, exactly));
    }

    @Test
    void leavesThePairOfUnitsOpenThatTheRuleDoesNotDescribe() {
        assertThat(AssistantUnits.pooled(14, 5, 2, 15, SINCE)).isEqualTo(new AssistantUnits(2, 1, 2));
        assertThat(AssistantUnits.pooled(10, 10, 2, 15, SINCE)).isEqualTo(new AssistantUnits(2, 1, 1));
        assertThat(AssistantUnits.pooled(14, 5, 2, 15, BEFORE)).isEqualTo(new AssistantUnits(2, 2, 2));
    }

    @Test
    void leavesOpenWhoseBlockACodeWithFewerUnitsThanBlocksCarries() {
        assertThat(AssistantUnits.pooled(15, 15, 1, 15, SINCE)).isEqualTo(new AssistantUnits(1, 0, 1));
        assertThat(AssistantUnits.pooled(0, 30, 1, 15, SINCE)).isEqualTo(new AssistantUnits(1, 1, 1));
    }

    @Test
    void leavesOpenWhoseTheUnitsAreThatTheMinutesDoNotEarn() {
        assertThat(AssistantUnits.pooled(0, 0, 2, 15, SINCE)).isEqualTo(new AssistantUnits(2, 0, 2));
        assertThat(AssistantUnits.pooled(15, 16, 4, 15, SINCE)).isEqualTo(new AssistantUnits(4, 1, 3));
        assertThat(AssistantUnits.pooled(15, 15, 3, 15, SINCE)).isEqualTo(new AssistantUnits(3, 1, 2));
        assertThat(AssistantUnits.pooled(30, 0, 9, 15, SINCE)).isEqualTo(new AssistantUnits(9, 0, 0));
        assertThat(AssistantUnits.pooled(0, 30, 9, 15, SINCE)).isEqualTo(new AssistantUnits(9, 9, 9));
    }

    @Test
    void knowsNoLastUnitExceptionOutsideTheFifteenMinuteCodes() {
        assertThat(AssistantUnits.timed(40, 20, 1, 60, SINCE)).isEqualTo(new AssistantUnits(1, 1, 1));
        assertThat(AssistantUnits.timed(60, 60, 2, 60, SINCE)).isEqualTo(new AssistantUnits(2, 1, 1));
        assertThat(AssistantUnits.timed(57, 3, 1, 60, SINCE)).isEqualTo(new AssistantUnits(1, 0, 0));
    }

    @Test
    void refusesACountThatTheUnitsCannotHold() {
        assertThatThrownBy(() -> new AssistantUnits(1, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("of 1 units, 0 to 2 cannot carry the modifier");
    }

    @Property
    void neverMarksMoreUnitsThanThereAre(
            @ForAll @IntRange(max = 240) int therapist,
            @ForAll @IntRange(max = 240) int assistant,
            @ForAll @IntRange(max = 20) int units,
            @ForAll boolean since) {
        AssistantUnits found = AssistantUnits.pooled(therapist, assistant, units, 15, since ? SINCE : BEFORE);
        assertThat(found.units()).isEqualTo(units);
        assertThat(found.fewest()).isBetween(0, found.most());
        assertThat(found.most()).isLessThanOrEqualTo(units);
    }

    @Property
    void marksEveryBlockOfTheAssistantAndNoneOfTheTherapist(
            @ForAll @IntRange(max = 240) int therapist,
            @ForAll @IntRange(max = 240) int assistant,
            @ForAll boolean since) {
        int units = units(therapist + assistant);
        AssistantUnits found = AssistantUnits.pooled(therapist, assistant, units, 15, since ? SINCE : BEFORE);
        assertThat(found.fewest()).isGreaterThanOrEqualTo(assistant / 15);
        assertThat(units - found.most()).isGreaterThanOrEqualTo(therapist / 15);
    }

    @Property
    void moreMinutesOfTheAssistantNeverLowerTheCountSince2022(
            @ForAll @IntRange(max = 240) int therapist, @ForAll @IntRange(max = 240) int assistant) {
        AssistantUnits less = AssistantUnits.pooled(therapist, assistant, units(therapist + assistant), 15, SINCE);
        AssistantUnits more =
                AssistantUnits.pooled(therapist, assistant + 1, units(therapist + assistant + 1), 15, SINCE);
        assertThat(more.fewest()).isGreaterThanOrEqualTo(less.fewest());
        assertThat(more.most()).isGreaterThanOrEqualTo(less.most());
    }

    @Property
    void moreMinutesOfTheAssistantNeverLowerTheCountBeforeUnlessTwoUnitsWereLeft(
            @ForAll @IntRange(max = 240) int therapist, @ForAll @IntRange(max = 240) int assistant) {
        int units = units(therapist + assistant);
        AssistantUnits less = AssistantUnits.pooled(therapist, assistant, units, 15, BEFORE);
        AssistantUnits more =
                AssistantUnits.pooled(therapist, assistant + 1, units(therapist + assistant + 1), 15, BEFORE);
        boolean twoLeft = units - therapist / 15 - assistant / 15 == 2;
        assertThat(more.fewest()).isGreaterThanOrEqualTo(less.fewest() - (twoLeft ? 1 : 0));
    }

    @Property
    void timeTogetherCountsAsTheTherapists(
            @ForAll @IntRange(max = 120) int assistant, @ForAll @IntRange(max = 120) int together) {
        AssistedService alone = service(together, assistant, 0);
        AssistedService joint = service(0, assistant, together);
        int units = units(assistant + together);
        assertThat(joint.of(units)).isEqualTo(alone.of(units));
    }

    private static AssistedService service(int therapist, int assistant, int together) {
        return AssistantBooks.derive(
                        new Assistants(),
                        "0341",
                        ClaimContext.UNKNOWN,
                        AssistantBooks.LineOf.line("2022-01-01 0420 97110 GP").minutes(therapist, assistant, together))
                .of(AssistedService.class)
                .get(0);
    }
}
