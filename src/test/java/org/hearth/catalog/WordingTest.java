package org.hearth.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hearth.finding.RowKey;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static String render(String template, Object... facts) {
        return Wording.of(template).render(List.of(facts));
    }

    @Test
    void takesTheFirstFactThatHasTheProperty() {
        assertThat(render("row `{row}`", Map.of("other", 1), new RowKey("table/PT"), new RowKey("table/OT")))
                .isEqualTo("row `table/PT`");
    }

    @Test
    void aListBetweenBackticksBecomesItemsBetweenBackticks() {
        assertThat(render("has `{codes}`, that is {codes}", Map.of("codes", List.of("GP", "GO"))))
                .isEqualTo("has `GP`, `GO`, that is GP, GO");
    }

    @Test
    void goesOnIntoAValue() {
        assertThat(render("{key.row.length} characters", Map.of("key", new RowKey("abc"))))
                .isEqualTo("3 characters");
    }

    @Test
    void anAmountIsNeverWrittenWithAnExponent() {
        assertThat(render("{amount}", Map.of("amount", new BigDecimal("1E+3")))).isEqualTo("1000");
    }

    @Test
    void anAmountAfterADollarSignHasTwoDecimals() {
        assertThat(render("${amount}", Map.of("amount", new BigDecimal("50.0"))))
                .isEqualTo("$50.00");
        assertThat(render("${amount}", Map.of("amount", new BigDecimal("1E+3"))))
                .isEqualTo("$1000.00");
        assertThat(render("${amount}", Map.of("amount", new BigDecimal("0.015"))))
                .isEqualTo("$0.015");
        assertThat(render("{amount}", Map.of("amount", new BigDecimal("50.0")))).isEqualTo("50.0");
    }

    @Test
    void aNumberTakesTheNounThatItCounts() {
        String template = "the {minutes|minute allows|minutes allow} {units|unit|units}";
        assertThat(render(template, Map.of("minutes", 1, "units", 0))).isEqualTo("the 1 minute allows 0 units");
        assertThat(render(template, Map.of("minutes", 23, "units", new BigDecimal("1"))))
                .isEqualTo("the 23 minutes allow 1 unit");
        assertThat(render("{units|unit|units}", Map.of("units", "1.5"))).isEqualTo("1.5 units");
        assertThat(Wording.of(template).names()).containsExactly("minutes", "units");
    }

    @Test
    void aNameThatNoFactHasStaysAsItStandsAndIsTold() {
        assertThat(render("no {such} thing")).isEqualTo("no {such} thing");
        assertThat(Wording.of("no {such} thing").unresolved(List.of())).containsExactly("such");
    }

    @Test
    void aBraceThatIsNeverClosedIsText() {
        assertThat(render("a { brace")).isEqualTo("a { brace");
    }

    @Test
    void aValueThatStandsAloneKeepsItsKind() {
        assertThat(Wording.of("{units}").value(List.of(Map.of("units", 3)))).isEqualTo(3);
        assertThat(Wording.of("{units} units").value(List.of(Map.of("units", 3))))
                .isEqualTo("3 units");
    }
}
