package org.hearth.facts.assistants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.units.UnitClaims.DAY;
import static org.hearth.facts.units.UnitClaims.allowance;
import static org.hearth.facts.units.UnitClaims.chart;
import static org.hearth.facts.units.UnitClaims.pt;

import java.util.List;
import org.hearth.facts.units.LineAllowance;
import org.hearth.facts.units.LineMinutes;
import org.hearth.facts.units.ProposedLine;
import org.hearth.facts.units.UnitClaims;
import org.hearth.facts.units.UnitClaims.Billed;
import org.hearth.facts.units.UnitsAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProposedLinesTest {

    private static List<String> proposed(Billed... lines) {
        return ProposedLines.of(List.of(allowance(lines)), List.of()).stream()
                .map(line -> line.from() + ": " + line.hcpcs() + " x" + line.units())
                .toList();
    }

    @Test
    void aProposalRepeatsTheLineWithItsUnits() {
        assertThat(ProposedLines.of(List.of(allowance(pt("97110", 33, null))), List.of()))
                .containsExactly(new ProposedLine(1, "97110", "0420", List.of("GP"), DAY, 2));
    }

    @Test
    @DisplayName("manual example 4: the shortest service earns no unit and is not proposed")
    void noUnitNoLine() {
        assertThat(proposed(pt("97110", 18, null), pt("97140", 13, null), pt("97116", 10, null), pt("97035", 8, null)))
                .containsExactly("1: 97110 x1", "2: 97140 x1", "3: 97116 x1");
    }

    @Test
    @DisplayName("manual example 2: of equal remainders the lower code number goes first, in whatever order")
    void ties() {
        assertThat(proposed(pt("97112", 20, null), pt("97110", 20, null)))
                .containsExactly("1: 97112 x1", "2: 97110 x2");
        assertThat(proposed(pt("97110", 20, null), pt("97112", 20, null)))
                .containsExactly("1: 97110 x2", "2: 97112 x1");
    }

    @Test
    void linesOfOneCodeShareItsUnits() {
        assertThat(proposed(pt("97110", 8, null), pt("97110", 30, null))).containsExactly("1: 97110 x1", "2: 97110 x2");
        assertThat(proposed(pt("97110", 8, null), pt("97110", 7, null))).containsExactly("1: 97110 x1");
        assertThat(proposed(pt("97110", 22, null), pt("97110", 22, null), pt("97140", 8, null)))
                .containsExactly("1: 97110 x2", "2: 97110 x1");
    }

    @Test
    @DisplayName("further time of 97129 is proposed as 97130, on its own line or as a new one")
    void addOn() {
        assertThat(proposed(pt("97129", 38, null))).containsExactly("1: 97129 x1", "1: 97130 x2");
        assertThat(proposed(pt("97129", 30, null), pt("97130", 8, null))).containsExactly("1: 97129 x1", "2: 97130 x2");
        assertThat(proposed(pt("97129", 15, null), pt("97129", 15, null)))
                .containsExactly("1: 97129 x1", "2: 97130 x1");
    }

    @Test
    void aLineBilledWithUnitsIsNotProposed() {
        assertThat(proposed(pt("97110", 15, 1), pt("97140", 15, null))).containsExactly("2: 97140 x1");
        assertThat(proposed(pt("97129", 38, 1))).isEmpty();
    }

    @Test
    @DisplayName("a 32X visit and an untimed service are proposed with what their own row allows")
    void alone() {
        assertThat(single("0329", pt("G0151", 45, null), 3))
                .containsExactly(new ProposedLine(1, "G0151", "0420", List.of("GP"), DAY, 3));
        assertThat(single("0329", pt("G0151", 7, null), 0)).isEmpty();
        assertThat(single("0341", pt("97001", 30, null), 1))
                .containsExactly(new ProposedLine(1, "97001", "0420", List.of("GP"), DAY, 1));
    }

    private static List<ProposedLine> single(String typeOfBill, Billed line, int units) {
        return ProposedLines.of(
                UnitClaims.derived(UnitClaims.facts(typeOfBill, line)).stream()
                        .map(fact -> ((LineMinutes) fact).allow(units, "unit-brackets/test"))
                        .toList(),
                List.of());
    }

    @Test
    void theAnswerForAVisit() {
        LineAllowance visit = ((LineMinutes) UnitClaims.derived(UnitClaims.facts("0329", pt("G0151", 45, 2)))
                        .get(0))
                .allow(chart(45), "unit-brackets/3");

        assertThat(visit.row()).isEqualTo("unit-brackets/3");
        assertThat(visit.answer())
                .contains(new UnitsAnswer(
                        DAY,
                        org.hearth.claim.Discipline.PT,
                        45,
                        3,
                        List.of(new UnitsAnswer.LineUnits(1, 2, List.of(3)))));
    }
}
