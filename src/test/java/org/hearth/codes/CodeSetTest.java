package org.hearth.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CodeSetTest {

    private static CodeSet set(CodeSet.Kind kind, int from, String... codes) {
        return new CodeSet(kind, from, "here", "0", List.of(codes));
    }

    @Test
    void knowsItsCodesAndWhatIsAHeadingOverThem() {
        CodeSet set = set(CodeSet.Kind.ICD10, 20251001, "Z471", "A000", "M62422", "S72001A", "Z4789");

        assertThat(set.codes()).containsExactly("A000", "M62422", "S72001A", "Z471", "Z4789");
        assertThat(set.size()).isEqualTo(5);
        assertThat(List.of("A000", "Z471", "S72001A")).allMatch(set::has);
        assertThat(List.of("A00", "A0000", "M6242", "", "a000", "\u00c1000", "S72001AX9", "ZZZZZZZZZZZZZZZZZ471"))
                .noneMatch(set::has);
        assertThat(List.of("A", "A00", "M6242", "Z47", "S72001")).allMatch(set::heads);
        assertThat(List.of("A000", "Z471", "A001", "", "S72001A", "S72001B", "ZZ"))
                .noneMatch(set::heads);
    }

    /** The packed codes against a set of texts. */
    @Test
    void answersAsASetOfTextsDoes() {
        Random random = new Random(7);
        Set<String> texts = new HashSet<>();
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            StringBuilder code = new StringBuilder();
            for (int length = 1 + random.nextInt(CodeSet.LONGEST); length > 0; length--) {
                code.append("AB019Z".charAt(random.nextInt(6)));
            }
            (random.nextBoolean() ? texts : asked).add(code.toString());
        }
        CodeSet set = new CodeSet(CodeSet.Kind.PDGM, 20200101, "here", "0", texts);
        asked.addAll(texts);

        assertThat(set.codes()).containsExactlyElementsOf(new TreeSet<>(texts));
        for (String code : asked) {
            assertThat(set.has(code)).as(code).isEqualTo(texts.contains(code));
            assertThat(set.heads(code))
                    .as("heading %s", code)
                    .isEqualTo(texts.stream().anyMatch(text -> text.length() > code.length() && text.startsWith(code)));
        }
    }

    @Test
    void theEditionInForceOnADayAnswers() {
        CodeSet october = set(CodeSet.Kind.ICD10, 20241001, "A000");
        CodeSet april = set(CodeSet.Kind.ICD10, 20250401, "A000", "A001");
        CodeSet groups = set(CodeSet.Kind.PDGM, 20250101, "A000");
        CodeSets sets = new CodeSets(List.of(october, groups, april));

        assertThat(sets.on(CodeSet.Kind.ICD10, 20240930)).isNull();
        assertThat(sets.on(CodeSet.Kind.ICD10, 20241001)).isSameAs(october);
        assertThat(sets.on(CodeSet.Kind.ICD10, 20250331)).isSameAs(october);
        assertThat(sets.on(CodeSet.Kind.ICD10, 20250401)).isSameAs(april);
        assertThat(sets.on(CodeSet.Kind.PDGM, 20250401)).isSameAs(groups);
        assertThat(sets.all()).containsExactly(april, october, groups);
        assertThat(CodeSets.NONE.on(CodeSet.Kind.ICD10, 20250401)).isNull();
    }
}
