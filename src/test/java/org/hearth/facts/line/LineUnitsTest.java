package org.hearth.facts.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.facts.ClaimFacts;
import org.hearth.facts.units.UnitClaims;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineUnitsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3, 3",
        "3.00, 3",
        "9999999, 9999999",
        "10000000,",
        "9999999999,",
        "999999999999999999,",
        "-1,",
        "1.5,"
    })
    void unitsAreWholeUpToTheSevenDigitsOfTheForm(String billed, Integer whole) {
        ClaimFacts facts =
                UnitClaims.facts("0341", UnitClaims.pt("97110", null, null).units(billed));

        assertThat(facts.all())
                .filteredOn(Line.class::isInstance)
                .extracting(fact -> ((Line) fact).wholeUnits())
                .containsExactly(whole);
    }
}
