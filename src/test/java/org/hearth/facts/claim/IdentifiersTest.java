package org.hearth.facts.claim;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are examples that CMS prints, or made up by its rules. */
class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1245319599", "1993999998"})
    void takesNumbersWhoseCheckDigitFits(String npi) {
        assertThat(Identifiers.npi(npi)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789", "12345678931", "123456789X", "1234567890", "2134567893"})
    void refusesOthers(String npi) {
        assertThat(Identifiers.npi(npi)).isFalse();
    }

    @Property
    void oneWrongDigitAlwaysShows(
            @ForAll @IntRange(max = 9) int place, @ForAll @IntRange(min = 1, max = 9) int difference) {
        char[] digits = "1234567893".toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + difference) % 10);
        assertThat(Identifiers.npi(new String(digits))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1EG4TE5MK73", "1EG4-TE5-MK73", "1eg4te5mk73", "9A00C00DE99", "2YY9YY9YY00"})
    void takesTheFormOfABeneficiaryIdentifier(String id) {
        assertThat(Identifiers.mbi(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456789A",
                "1EG4TE5MK7",
                "1EG4TE5MK733",
                "0EG4TE5MK73",
                "1EGATE5MK73",
                "11G4TE5MK73",
                "1EG4TEEMK73"
            })
    void refusesOtherForms(String id) {
        assertThat(Identifiers.mbi(id)).isFalse();
    }

    @Test
    void sixLettersAreNeverUsed() {
        for (char letter : "SLOIBZ".toCharArray()) {
            for (int place : new int[] {1, 2, 4, 5, 7, 8}) {
                char[] id = "1EG4TE5MK73".toCharArray();
                id[place] = letter;
                assertThat(Identifiers.mbi(new String(id))).as(new String(id)).isFalse();
            }
        }
    }
}
