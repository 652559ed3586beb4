package org.hearth.facts.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hearth.facts.units.UnitClaims.DAY;
import static org.hearth.facts.units.UnitClaims.pt;

import java.util.List;
import org.hearth.facts.units.UnitClaims.Billed;
import org.junit.jupiter.api.Test;

class DailyUnitsTest {

    private static List<CodeDay> days(String typeOfBill, Billed... lines) {
        return UnitClaims.derived(UnitClaims.facts(typeOfBill, lines)).stream()
                .filter(CodeDay.class::isInstance)
                .map(CodeDay.class::cast)
                .toList();
    }

    @Test
    void unitsOfACodeWithAMaximumAreSummedByDisciplineAndDay() {
        assertThat(days(
                        "0341",
                        pt("G0283", null, 1),
                        pt("97110", null, 4),
                        pt("G0283", null, 2),
                        pt("G0283", null, 1).revenue("0430"),
                        pt("G0283", null, 1).dated(DAY.plusDays(1))))
                .extracting(CodeDay::hcpcs, CodeDay::units, CodeDay::maxPerDay, CodeDay::pointer, CodeDay::row)
                .containsExactlyInAnyOrder(
                        tuple("G0283", 3, 1, "/lines/2", "therapy-codes/G0283"),
                        tuple("G0283", 1, 1, "/lines/3", "therapy-codes/G0283"),
                        tuple("G0283", 1, 1, "/lines/4", "therapy-codes/G0283"));
    }

    @Test
    void theLineThatPassesTheMaximumIsShown() {
        assertThat(days("0341", pt("G0283", null, 2), pt("G0283", null, 1)))
                .extracting(CodeDay::lineNumber)
                .containsExactly(1);
    }

    @Test
    void linesWithoutWholeUnitsOrADateAreLeftOut() {
        assertThat(days(
                        "0341",
                        pt("G0283", 20, null),
                        pt("G0283", null, 1).units("1.5"),
                        pt("G0283", null, 2).dated(null)))
                .isEmpty();
    }

    @Test
    void a32xHasNone() {
        assertThat(days("0329", pt("G0283", null, 2))).isEmpty();
    }
}
