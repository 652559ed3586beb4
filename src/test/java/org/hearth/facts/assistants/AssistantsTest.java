package org.hearth.facts.assistants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.assistants.AssistantBooks.LineOf.line;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.hearth.claim.ClaimContext;
import org.hearth.facts.assistants.AssistantBooks.LineOf;
import org.hearth.facts.assistants.AssistantBooks.Said;
import org.hearth.facts.line.NotChecked;
import org.junit.jupiter.api.Test;

class AssistantsTest {

    private static Said derive(LineOf... lines) {
        return AssistantBooks.derive(new Assistants(), "0341", ClaimContext.UNKNOWN, lines);
    }

    /** What the only service of the lines says, were its units so many. */
    private static List<AssistantShare> shares(int least, int most, LineOf... lines) {
        List<AssistedService> services = derive(lines).of(AssistedService.class);
        assertThat(services).hasSize(1);
        AssistedService service = services.get(0);
        return service.lines().stream()
                .map(line -> service.share(line, least, most))
                .filter(share -> share.over() != 0)
                .toList();
    }

    private static Tuple share(int over, boolean split, int line, int with, int without, int billedWith) {
        return Tuple.tuple(over, split, line, with, without, billedWith);
    }

    private static Tuple[] told(List<AssistantShare> shares) {
        return shares.stream()
                .filter(share -> share.over() != 0)
                .map(share -> share(
                        share.over(),
                        share.split(),
                        share.lineNumber(),
                        share.unitsWith(),
                        share.unitsWithout(),
                        share.billedWith()))
                .toArray(Tuple[]::new);
    }

    @Test
    void saysThatALineWithoutMinutesByTherapistAndAssistantWasNotChecked() {
        assertThat(derive(line("2022-01-03 0420 97110 GP")))
                .isEqualTo(new Said(
                        List.of(),
                        List.of(new NotChecked(
                                "assistant modifiers", List.of(1), "minutes by therapist and assistant"))));
    }

    @Test
    void saysItOfAServiceOfWhichOneLineHasSuchMinutes() {
        assertThat(derive(
                                line("2022-01-03 0420 97110 GP"),
                                line("2022-01-03 0420 97140 GP CQ"),
                                line("2022-01-03 0430 97110 GO").minutes(15, 0, 0),
                                line("2022-01-03 0430 97110 GO"))
                        .notChecked())
                .containsExactly(
                        new NotChecked("assistant modifiers", List.of(1, 2, 4), "minutes by therapist and assistant"));
    }

    @Test
    void saysNothingBefore2020OnA32XOfSpeechOrOfACodeThatIsExempt() {
        Said nothing = new Said(List.of(), List.of());
        assertThat(derive(line("2019-12-31 0420 97110 GP").minutes(0, 15, 0))).isEqualTo(nothing);
        assertThat(derive(line("2022-01-03 0440 97110 GN").minutes(0, 15, 0))).isEqualTo(nothing);
        assertThat(derive(line("2022-01-03 0420 98976 GP CQ"))).isEqualTo(nothing);
        assertThat(derive(line("2022-01-03 0420 99999 GP CQ"))).isEqualTo(nothing);
        assertThat(AssistantBooks.derive(
                        new Assistants(),
                        "0329",
                        ClaimContext.UNKNOWN,
                        line("2022-01-03 0420 97110 GP").minutes(0, 15, 0)))
                .isEqualTo(nothing);
    }

    @Test
    void findsALineThatLacksTheModifier() {
        assertThat(told(shares(1, 1, line("2020-01-01 0420 97110 GP").minutes(5, 10, 0))))
                .containsExactly(share(-1, false, 1, 1, 0, 0));
        assertThat(shares(1, 1, line("2020-01-01 0420 97110 GP CQ").minutes(5, 10, 0)))
                .isEmpty();
    }

    @Test
    void findsALineThatShouldNotHaveTheModifier() {
        assertThat(told(shares(1, 1, line("2022-01-01 0420 97110 GP CQ").minutes(8, 6, 0))))
                .containsExactly(share(1, false, 1, 0, 1, 1));
        assertThat(shares(1, 1, line("2021-12-31 0420 97110 GP CQ").minutes(8, 6, 0)))
                .isEmpty();
    }

    @Test
    void findsALineThatMustBecomeTwo() {
        assertThat(told(shares(2, 2, line("2022-01-01 0420 97110 GP").units("2").minutes(12, 14, 0))))
                .containsExactly(share(-1, true, 1, 1, 1, 0));
        assertThat(told(shares(
                        2, 2, line("2022-01-01 0420 97110 GP CQ").units("2").minutes(12, 14, 0))))
                .containsExactly(share(1, true, 1, 1, 1, 2));
        assertThat(shares(2, 2, line("2021-12-31 0420 97110 GP CQ").units("2").minutes(12, 14, 0)))
                .isEmpty();
    }

    @Test
    void takesTheLinesOfOneCodeTogetherHoweverTheMinutesAreSpreadOverThem() {
        assertThat(shares(
                        2,
                        2,
                        line("2022-01-01 0420 97110 GP").minutes(12, 14, 0),
                        line("2022-01-01 0420 97110 GP CQ").minutes(0, 0, 0)))
                .isEmpty();
        assertThat(told(shares(
                        2,
                        2,
                        line("2022-01-01 0420 97110 GP").minutes(0, 15, 0),
                        line("2022-01-01 0420 97110 GP CQ").minutes(0, 15, 0))))
                .containsExactly(share(-1, false, 1, 2, 0, 1));
    }

    @Test
    void namesEveryLineThatIsWrongWhereAllUnitsAreOfOneKind() {
        assertThat(told(shares(
                        2,
                        2,
                        line("2022-01-01 0420 97110 GP").minutes(0, 15, 0),
                        line("2022-01-01 0420 97110 GP").minutes(0, 15, 0))))
                .containsExactly(share(-2, false, 1, 2, 0, 0), share(-2, false, 2, 2, 0, 0));
    }

    @Test
    void acceptsEveryNumberOfUnitsThatATieLeavesOpen() {
        LineOf one = line("2022-01-01 0420 97110 GP CQ").units("1").minutes(5, 15, 0);
        LineOf two = line("2022-01-01 0420 97110 GP CQ").units("2").minutes(5, 15, 0);
        assertThat(shares(1, 2, one)).isEmpty();
        assertThat(told(shares(1, 2, two))).containsExactly(share(1, true, 1, 1, 1, 2));
    }

    @Test
    void judgesWrongUnitsOnlyByWhatEveryRightNumberAgreesOn() {
        assertThat(shares(1, 1, line("2022-01-01 0420 97110 GP CQ").units("3").minutes(5, 15, 0)))
                .isEmpty();
        assertThat(told(shares(
                        1, 1, line("2022-01-01 0420 97110 GP CQ").units("3").minutes(15, 0, 0))))
                .containsExactly(share(3, false, 1, 0, 3, 3));
        assertThat(told(shares(1, 1, line("2022-01-01 0420 97110 GP").units("3").minutes(0, 15, 0))))
                .containsExactly(share(-3, false, 1, 3, 0, 0));
        assertThat(shares(0, 0, line("2022-01-01 0420 97110 GP").units("1").minutes(0, 5, 0)))
                .isEmpty();
    }

    @Test
    void judgesAServiceThatIsNotPooledAtOnce() {
        assertThat(told(derive(line("2022-01-01 0430 97150 GO").minutes(26, 4, 0))
                        .of(AssistantShare.class)))
                .containsExactly(share(-1, false, 1, 1, 0, 0));
        assertThat(told(derive(line("2022-01-01 0430 97150 GO").minutes(27, 3, 0))
                        .of(AssistantShare.class)))
                .isEmpty();
        assertThat(told(derive(line("2024-01-01 0430 97551 GO CO").units("2").minutes(20, 15, 0))
                        .of(AssistantShare.class)))
                .containsExactly(share(1, true, 1, 1, 1, 2));
        assertThat(told(derive(line("2022-01-01 0430 96125 GO").units("2").minutes(60, 60, 0))
                        .of(AssistantShare.class)))
                .containsExactly(share(-1, true, 1, 1, 1, 0));
    }

    @Test
    void leavesLinesWithoutWholeUnitsAlone() {
        assertThat(shares(1, 1, line("2022-01-01 0420 97110 GP").units(null).minutes(0, 15, 0)))
                .isEmpty();
        assertThat(shares(1, 1, line("2022-01-01 0420 97110 GP").units("1.5").minutes(0, 15, 0)))
                .isEmpty();
    }
}
