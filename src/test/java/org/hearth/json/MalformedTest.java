package org.hearth.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.claim.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"claimId\": \"A\" \"lines\": []} |/claimId| a comma or a closing bracket is missing at line 1, column 17",
                "{\"claimId\": \"A\",} |/claimId| a field name in double quotes is missing at line 1, column 17",
                "{\"claimId\" \"A\"} |/claimId| a colon is missing at line 1, column 12",
                "{\"lines\": [{\"units\": SECRET}]} |/lines/0/units| the text is not JSON at line 1, column 22",
                "{\"lines\": [{\"units\": NaN}]} |/lines/0/units| the text is not JSON at line 1, column 25",
                "{\"a\": 1, \"a\": 2} |/a| the field stands twice at line 1, column 13",
                "{\"lines\": [{\"units\": 1, \"units\": 2}]} |/lines/0/units| the field stands twice at line 1, column 32",
                "{\"a\": 1 |/a|the JSON ends too early at line 1, column 8",
                "{} {} ||more text follows after the claim at line 1, column 4",
            })
    void saysWhereAndWhyATextIsNotJson(String json, String pointer, String message) {
        InvalidClaimException why = ClaimTexts.invalid(json);

        assertThat(why.wellFormed()).isFalse();
        assertThat(why.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.pointer()).isEqualTo(pointer == null ? "" : pointer);
        });
        assertThat(why.getMessage()).doesNotContain("SECRET");
    }

    @Test
    void boundsWhatAHostileTextCosts() {
        String deep = "{\"lines\": " + "[".repeat(100_000);
        String longName = "{\"" + "n".repeat(100_000) + "\": 1}";
        String longNumber = "{\"totalCharge\": 1" + "0".repeat(100_000) + "}";

        for (String hostile : new String[] {deep, longName, longNumber}) {
            assertThat(ClaimTexts.problems(hostile))
                    .extracting(Problem::message)
                    .singleElement()
                    .asString()
                    .startsWith("the JSON is nested too deep, or a name, number or text in it is too long");
        }
    }

    @Test
    void refusesAClaimThatIsTooLarge() {
        byte[] large = new byte[ClaimReader.MAX_BYTES + 1];

        InvalidClaimException why = org.junit.jupiter.api.Assertions.assertThrows(
                InvalidClaimException.class, () -> ClaimReader.read(large, Origin.NONE));

        assertThat(why.problems())
                .containsExactly(new Problem(
                        "", null, "the claim has more than 16777216 bytes", "send fewer claims in its history"));
    }
}
