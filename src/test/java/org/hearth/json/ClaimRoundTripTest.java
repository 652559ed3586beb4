package org.hearth.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.junit.jupiter.api.Test;

class ClaimRoundTripTest {

    @Property(tries = 300)
    void whatIsWrittenIsReadAsItWas(@ForAll("claims") Claim claim) {
        String line = ClaimWriter.line(claim);

        assertThat(line).doesNotContain("\n");
        assertThat(read(line)).isEqualTo(claim);
        assertThat(read(ClaimWriter.indented(claim))).isEqualTo(claim);
        assertThat(ClaimWriter.line(read(line))).isEqualTo(line);
    }

    @Test
    void writesWhatIsKnown() {
        assertThat(ClaimWriter.line(ClaimTexts.read(ClaimTexts.LEAST)))
                .isEqualTo("{\"claimId\":\"A-1\",\"typeOfBill\":\"0329\",\"statementFrom\":\"2022-01-01\","
                        + "\"statementThrough\":\"2022-01-30\",\"conditionCodes\":[],\"occurrenceCodes\":[],"
                        + "\"occurrenceSpans\":[],\"valueCodes\":[],\"lines\":[{\"lineNumber\":1,"
                        + "\"revenueCode\":\"0421\",\"modifiers\":[]}],\"context\":{}}");
    }

    @Provide
    Arbitrary<Claim> claims() {
        Arbitrary<Claim> claims = Arbitraries.randomValue(random -> new RandomClaim(random).claim());
        Arbitrary<List<Claim>> histories = claims.list().ofMaxSize(3).injectNull(0.5);
        return claims.flatMap(claim ->
                histories.map(history -> claim.toBuilder().history(history).build()));
    }

    private static Claim read(String json) {
        return ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), Origin.NONE);
    }
}
