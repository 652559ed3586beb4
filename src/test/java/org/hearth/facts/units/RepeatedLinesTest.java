package org.hearth.facts.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.assistants.AssistantBooks.LineOf.line;

import org.hearth.claim.ClaimContext;
import org.hearth.facts.assistants.AssistantBooks;
import org.junit.jupiter.api.Test;

/** Lines of a claim that are alike. */
class RepeatedLinesTest {

    private static String repeated(String... lines) {
        AssistantBooks.LineOf[] all = new AssistantBooks.LineOf[lines.length];
        for (int index = 0; index < lines.length; index++) {
            all[index] = line(lines[index]);
        }
        return AssistantBooks.derive(new RepeatedLines(), "0341", ClaimContext.UNKNOWN, all)
                .of(RepeatedLine.class)
                .stream()
                .map(repeated -> repeated.line().lineNumber() + " as " + repeated.sameLine())
                .toList()
                .toString();
    }

    @Test
    void findsEachLaterLine() {
        assertThat(repeated(
                        "2022-03-07 0420 97110 GP",
                        "2022-03-07 0420 97110 GP KX",
                        "2022-03-07 0420 97110 GP",
                        "2022-03-07 0420 97110 GP"))
                .isEqualTo("[3 as 1, 4 as 1]");
    }

    @Test
    void theOrderOfModifiersDoesNotMatter() {
        assertThat(repeated("2022-03-07 0420 97110 GP KX", "2022-03-07 0420 97110 KX GP"))
                .isEqualTo("[2 as 1]");
    }

    @Test
    void anotherDayCodeOrModifierIsAnotherLine() {
        assertThat(repeated(
                        "2022-03-07 0420 97110 GP",
                        "2022-03-08 0420 97110 GP",
                        "2022-03-07 0420 97140 GP",
                        "2022-03-07 0420 97110 GP CQ"))
                .isEqualTo("[]");
    }

    @Test
    void codesOffTheTherapyListAreLeftAlone() {
        assertThat(repeated("2022-03-07 0420 99999 GP", "2022-03-07 0420 99999 GP"))
                .isEqualTo("[]");
    }
}
