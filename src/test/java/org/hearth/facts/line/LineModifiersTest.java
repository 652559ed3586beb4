package org.hearth.facts.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.Day;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;
import org.junit.jupiter.api.Test;

/** What a line's modifiers are on its date. */
class LineModifiersTest {

    private static final CodeIndex<ModifierCode> CODES = new CodeIndex<>(List.of(
            code("GP", ModifierKind.DISCIPLINE, "PT", Day.FIRST, Day.LAST),
            code("GO", ModifierKind.DISCIPLINE, "OT", Day.FIRST, Day.LAST),
            code("CQ", ModifierKind.ASSISTANT, "PT", 2020_01_01, Day.LAST),
            code("CK", ModifierKind.SEVERITY, "any", 2013_01_01, 2019_12_31),
            code("KX", ModifierKind.THRESHOLD, "any", Day.FIRST, Day.LAST),
            code("XS", ModifierKind.DISTINCT, "any", 2015_01_01, Day.LAST),
            code("GY", ModifierKind.LIABILITY, "any", Day.FIRST, Day.LAST)));

    private static ModifierCode code(String code, ModifierKind kind, String discipline, int from, int through) {
        return new ModifierCode("modifier-codes/" + code, code, kind, discipline, false, from, through);
    }

    private static LineModifiers on(int day, String... modifiers) {
        return new LineModifiers(List.of(modifiers), day, CODES);
    }

    @Test
    void sortsThemByKindInTheOrderBilled() {
        LineModifiers modifiers = on(2019_12_31, "GO", "CK", "GP", "KX");
        assertThat(modifiers.ofDiscipline()).containsExactly("GO", "GP");
        assertThat(modifiers.ofSeverity()).containsExactly("CK");
        assertThat(modifiers.ofAssistant()).isEmpty();
        assertThat(modifiers.discipline()).isNull();
        assertThat(modifiers.special()).isFalse();
    }

    @Test
    void theOnlyDisciplineModifierNamesTheDiscipline() {
        assertThat(on(2022_03_07, "GP", "CQ").discipline()).isEqualTo("PT");
        assertThat(on(2022_03_07, "KX").discipline()).isNull();
    }

    @Test
    void aRepeatedModifierCountsOnceAndIsFound() {
        LineModifiers modifiers = on(2022_03_07, "GP", "KX", "GP");
        assertThat(modifiers.ofDiscipline()).containsExactly("GP");
        assertThat(modifiers.discipline()).isEqualTo("PT");
        assertThat(modifiers.repeated()).isEqualTo(2);
        assertThat(on(2022_03_07, "GP", "KX").repeated()).isEqualTo(-1);
    }

    @Test
    void aModifierBeforeItsFirstDayIsUntimelyAndNothingElse() {
        assertThat(on(2014_12_31, "GP", "XS").untimely().code()).isEqualTo("XS");
        assertThat(on(2014_12_31, "GP", "XS").special()).isFalse();
        assertThat(on(2015_01_01, "GP", "XS").untimely()).isNull();
        assertThat(on(2015_01_01, "GP", "XS").special()).isTrue();
    }

    @Test
    void assistantAndSeverityModifiersOutOfForceAreLeftToTheirOwnRules() {
        assertThat(on(2019_12_31, "GP", "CQ").untimely()).isNull();
        assertThat(on(2019_12_31, "GP", "CQ").ofAssistant()).isEmpty();
        assertThat(on(2020_01_01, "GP", "CK").untimely()).isNull();
        assertThat(on(2014_12_31, "CQ", "XS").untimely().code()).isEqualTo("XS");
    }

    @Test
    void anUnknownModifierIsOfNoKind() {
        LineModifiers modifiers = on(2022_03_07, "ZZ");
        assertThat(modifiers.untimely()).isNull();
        assertThat(modifiers.special()).isFalse();
        assertThat(modifiers.ofDiscipline()).isEmpty();
    }
}
