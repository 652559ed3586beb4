package org.hearth.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hearth.claim.OccurrenceCode;
import org.hearth.finding.Mend;
import org.hearth.finding.PatchOperation;
import org.junit.jupiter.api.Test;

class PatchTemplateTest {

    private static final Map<String, Object> LINE = Map.of(
            "modifier",
            "GP",
            "units",
            2,
            "modifiers",
            List.of("GP", "CQ", "59", "CQ"),
            "assistant",
            List.of("CQ"),
            "none",
            List.of(),
            "zero",
            0,
            "yes",
            true,
            "no",
            false);

    private static final Map<String, Object> CLAIM = Map.of(
            "claim",
            Map.of(
                    "conditionCodes", List.of("54", "47"),
                    "occurrenceCodes", List.of(new OccurrenceCode("62", LocalDate.of(2025, 3, 4)))));

    private static List<PatchOperation> patch(String template) {
        return PatchTemplate.of(template, Mend.ASK).at("/lines/1", List.of(LINE, CLAIM));
    }

    private static PatchOperation only(String template) {
        assertThat(patch(template)).hasSize(1);
        return patch(template).get(0);
    }

    @Test
    void aBareNumberIsANumber() {
        assertThat(only("replace charge 0"))
                .isEqualTo(new PatchOperation("replace", "/lines/1/charge", BigDecimal.ZERO));
        assertThat(only("replace charge 0.01").value()).isEqualTo(new BigDecimal("0.01"));
    }

    @Test
    void aNumberBetweenQuotationMarksIsText() {
        assertThat(only("add modifiers/- \"59\"").value()).isEqualTo("59");
    }

    @Test
    void aValueOfTheFactsKeepsItsType() {
        assertThat(only("add modifiers/- {modifier}").value()).isEqualTo("GP");
        assertThat(only("replace units {units}").value()).isEqualTo(2);
    }

    @Test
    void aRemovalHasNoValue() {
        assertThat(only("remove modifiers/0").value()).isNull();
    }

    @Test
    void aPointIsTheSubjectAndASlashTheClaim() {
        assertThat(patch("remove .; replace /totalCharge 5"))
                .containsExactly(
                        new PatchOperation("remove", "/lines/1", null),
                        new PatchOperation("replace", "/totalCharge", new BigDecimal("5")));
    }

    @Test
    void codesAreTakenFromTheLastToTheFirst() {
        assertThat(patch("take modifiers {assistant}"))
                .containsExactly(
                        new PatchOperation("remove", "/lines/1/modifiers/3", null),
                        new PatchOperation("remove", "/lines/1/modifiers/1", null));
        assertThat(patch("keep modifiers GP, CQ"))
                .containsExactly(new PatchOperation("remove", "/lines/1/modifiers/2", null));
        assertThat(only("take /conditionCodes 54").path()).isEqualTo("/conditionCodes/0");
        assertThat(only("take /occurrenceCodes 62").path()).isEqualTo("/occurrenceCodes/0");
    }

    @Test
    void thereIsNoMendWhereAValueOrACodeIsLacking() {
        assertThat(patch("replace units {allowed}")).isEmpty();
        assertThat(patch("replace {where} 1")).isEmpty();
        assertThat(patch("replace charge 0; replace /totalCharge {total}")).isEmpty();
        assertThat(patch("take modifiers {none}")).isEmpty();
        assertThat(patch("take modifiers CO")).isEmpty();
        assertThat(patch("keep modifiers GP CQ 59")).isEmpty();
    }

    @Test
    void thereIsNoMendWithoutWhatItNeeds() {
        assertThat(patch("needs {yes}; remove .")).hasSize(1);
        assertThat(patch("needs {units}; remove .")).hasSize(1);
        assertThat(patch("needs {assistant}; remove .")).hasSize(1);
        assertThat(patch("needs {no}; remove .")).isEmpty();
        assertThat(patch("needs {zero}; remove .")).isEmpty();
        assertThat(patch("needs {none}; remove .")).isEmpty();
        assertThat(patch("needs {absent}; remove .")).isEmpty();
    }

    @Test
    void whatIsNoStepIsRefused() {
        for (String written : List.of("drop .", "remove", "replace units", "needs", "add modifiers/- GP; units 1")) {
            assertThatThrownBy(() -> PatchTemplate.of(written, Mend.ASK))
                    .as(written)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is no step of a patch");
        }
    }
}
