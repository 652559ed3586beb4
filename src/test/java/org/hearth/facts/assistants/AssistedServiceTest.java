package org.hearth.facts.assistants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.assistants.AssistantBooks.LineOf.line;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hearth.claim.ClaimContext;
import org.hearth.facts.assistants.AssistantBooks.LineOf;
import org.hearth.facts.units.UnitShare;
import org.junit.jupiter.api.Test;

/** What is proposed for lines that were sent without units, told apart by the assistant modifier. */
class AssistedServiceTest {

    private static AssistedService service(LineOf... lines) {
        return AssistantBooks.derive(new Assistants(), "0341", ClaimContext.UNKNOWN, lines)
                .of(AssistedService.class)
                .get(0);
    }

    /** The proposals for a service whose lines earn so many units each; 0 for a line that has its own. */
    private static List<String> proposed(List<Integer> units, LineOf... lines) {
        AssistedService service = service(lines);
        List<UnitShare> shares = new ArrayList<>();
        for (int place = 0; place < lines.length; place++) {
            if (units.get(place) > 0) {
                shares.add(new UnitShare(service.lines().get(place), service.hcpcs(), units.get(place)));
            }
        }
        return service.propose(shares).stream()
                .map(line -> line.from() + " " + String.join(" ", line.modifiers()) + " x" + line.units())
                .toList();
    }

    @Test
    void splitsOneLineIntoUnitsWithoutAndWith() {
        assertThat(proposed(
                        List.of(3), line("2022-01-01 0420 97110 GP").units(null).minutes(15, 25, 0)))
                .containsExactly("1 GP x1", "1 GP CQ x2");
    }

    @Test
    void proposesOneAndOneOfTwoUnitsLeftSince2022() {
        assertThat(proposed(
                        List.of(2), line("2021-12-31 0430 97110 GO").units(null).minutes(12, 14, 0)))
                .containsExactly("1 GO CO x2");
        assertThat(proposed(
                        List.of(2), line("2022-01-01 0430 97110 GO").units(null).minutes(12, 14, 0)))
                .containsExactly("1 GO x1", "1 GO CO x1");
    }

    @Test
    void putsTheModifierAfterTheDisciplineAndTakesAWrongOneOff() {
        assertThat(proposed(
                        List.of(1),
                        line("2022-01-01 0420 97110 KX GP 59").units(null).minutes(0, 15, 0)))
                .containsExactly("1 KX GP CQ 59 x1");
        assertThat(proposed(
                        List.of(1),
                        line("2022-01-01 0420 97110 GP CQ").units(null).minutes(15, 0, 0)))
                .containsExactly("1 GP x1");
        assertThat(proposed(
                        List.of(1), line("2022-01-01 0420 97110").units(null).minutes(0, 15, 0)))
                .containsExactly("1 CQ x1");
    }

    @Test
    void marksTheLineWithMostOfTheAssistantsMinutesFirst() {
        assertThat(proposed(
                        List.of(1, 1),
                        line("2022-01-01 0420 97110 GP").units(null).minutes(15, 0, 0),
                        line("2022-01-01 0420 97110 GP").units(null).minutes(0, 15, 0)))
                .containsExactly("2 GP CQ x1", "1 GP x1");
    }

    @Test
    void countsWhatIsBilledAlready() {
        assertThat(proposed(
                        List.of(0, 1),
                        line("2022-01-01 0420 97110 GP CQ").units("1").minutes(0, 15, 0),
                        line("2022-01-01 0420 97110 GP").units(null).minutes(15, 0, 0)))
                .containsExactly("2 GP x1");
    }

    private static int units(List<String> proposed, boolean marked) {
        return proposed.stream()
                .filter(line -> line.contains("CQ") == marked)
                .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf('x') + 1)))
                .sum();
    }

    @Property
    void proposesEveryUnitOnceAndWhatItProposesIsRight(
            @ForAll @IntRange(max = 120) int therapist,
            @ForAll @IntRange(max = 120) int assistant,
            @ForAll boolean since) {
        int units = (therapist + assistant + 7) / 15;
        if (therapist + assistant < 8) {
            return;
        }
        String day = since ? "2022-01-01" : "2021-12-31";
        List<String> proposed = proposed(
                List.of(units), line(day + " 0420 97110 GP").units(null).minutes(therapist, assistant, 0));
        int with = units(proposed, true);
        int without = units(proposed, false);
        assertThat(with + without).isEqualTo(units);
        AssistedService billed = service(
                line(day + " 0420 97110 GP CQ").units(String.valueOf(with)).minutes(therapist, assistant, 0),
                line(day + " 0420 97110 GP").units(String.valueOf(without)).minutes(0, 0, 0));
        assertThat(billed.lines())
                .allSatisfy(line ->
                        assertThat(billed.share(line, units, units).over()).isZero());
    }
}
