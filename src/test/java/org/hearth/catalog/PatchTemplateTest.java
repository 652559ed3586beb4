package org.hearth.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hearth.finding.PatchOperation;
import org.junit.jupiter.api.Test;

class PatchTemplateTest {

    private static PatchOperation patch(String template) {
        return PatchTemplate.of(template).at("/lines/1", List.of(Map.of("modifier", "GP", "units", 2)));
    }

    @Test
    void aBareNumberIsANumber() {
        assertThat(patch("replace charge 0"))
                .isEqualTo(new PatchOperation("replace", "/lines/1/charge", BigDecimal.ZERO));
        assertThat(patch("replace charge 0.01").value()).isEqualTo(new BigDecimal("0.01"));
    }

    @Test
    void aNumberBetweenQuotationMarksIsText() {
        assertThat(patch("add modifiers/- \"59\"").value()).isEqualTo("59");
    }

    @Test
    void aValueOfTheFactsKeepsItsType() {
        assertThat(patch("add modifiers/- {modifier}").value()).isEqualTo("GP");
        assertThat(patch("replace units {units}").value()).isEqualTo(2);
    }

    @Test
    void aRemovalHasNoValue() {
        assertThat(patch("remove modifiers/0").value()).isNull();
    }
}
