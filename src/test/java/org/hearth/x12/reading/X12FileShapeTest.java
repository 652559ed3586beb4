package org.hearth.x12.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearth.claim.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files may look like around their claims. */
class X12FileShapeTest {

    private static final String SAMPLE = Reading.sample("home-health-0329.edi");
    private static final String OUTPATIENT = Reading.sample("outpatient-therapy-0341.edi");
    private static final Claim CLAIM = Reading.of(SAMPLE).bareClaims().get(0);

    @ParameterizedTest
    @CsvSource({"|,>,!", "*,:,'\n'", "'\u001D','\u001F','\u001C'", "+,&,'\r'", "\u00A6,\u00A4,\u00A7"})
    void anyDelimiters(String element, String component, String segment) {
        assertThat(readLatin(delimited(SAMPLE, element, component, segment)).bareClaims())
                .containsExactly(CLAIM);
    }

    @Test
    void interchangesWithDelimitersOfTheirOwn() {
        String file = SAMPLE
                + delimited(OUTPATIENT, "|", ">", "!")
                + "\r\n \u00EF\u00BB\u00BF"
                + delimited(SAMPLE, "+", "&", "\r");
        Reading reading = readLatin(file);

        assertThat(reading.end()).isEqualTo(new X12Item.End(5, 0, List.of(), 0, List.of()));
        assertThat(reading.claimIds())
                .containsExactly("PCN-32X-0001", "PCN-34X-0002", "PCN-34X-0001", "PCN-34X-0003", "PCN-32X-0001");
        assertThat(reading.claims())
                .extracting(claim -> claim.origin().at("/claimId").interchange())
                .containsExactly(1, 2, 2, 2, 3);
        assertThat(reading.bareClaims().get(4)).isEqualTo(CLAIM);
    }

    @Test
    void groupsAndTransactionsInOneInterchange() {
        String groups = SAMPLE.substring(SAMPLE.indexOf("GS*"), SAMPLE.indexOf("IEA*"));
        Reading reading = Reading.of(SAMPLE.replace(groups, groups + groups).replace("IEA*1", "IEA*2"));

        assertThat(reading.end().whole()).isTrue();
        assertThat(reading.bareClaims()).containsExactly(CLAIM, CLAIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\n\n  ", "\uFEFF \r\n", " \uFEFF"})
    void marksAndBlanksBeforeTheInterchange(String before) {
        assertThat(Reading.onlyClaimOf(before + SAMPLE).lines()).isEqualTo(CLAIM.lines());
    }

    @Test
    void offsetsCountWhatStandsBeforeTheInterchange() {
        X12Problem problem = Reading.of("\uFEFF \n" + SAMPLE.replace("SE*55", "SE*54"))
                .end()
                .problems()
                .get(0);

        assertThat(problem.offset()).isEqualTo(5 + SAMPLE.indexOf("SE*55"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\n\n"})
    void whateverStandsBetweenSegments(String lineEnd) {
        assertThat(Reading.onlyClaimOf(SAMPLE.replace("\n", lineEnd)).lines()).isEqualTo(CLAIM.lines());
    }

    @Test
    void linesWrappedAtEightyCharacters() {
        String wrapped = SAMPLE.replace("\n", "").replaceAll("(.{80})", "$1\r\n");

        assertThat(Reading.of(wrapped).bareClaims()).containsExactly(CLAIM);
    }

    @Test
    void blanksAfterTheLastInterchange() {
        assertThat(Reading.of(SAMPLE + " \n".repeat(50_000) + "\u001A").end().whole())
                .isTrue();
    }

    @Test
    void controlNumbersWithAndWithoutLeadingZeros() {
        assertThat(Reading.of(SAMPLE.replace("IEA*1*000000101", "IEA*1*101").replace("GE*1*101", "GE*1*0101"))
                        .end()
                        .whole())
                .isTrue();
    }

    @Test
    void theEndStaysTheEnd() {
        X12Reader reader = new X12Reader(new ByteArrayInputStream(SAMPLE.getBytes(StandardCharsets.US_ASCII)), "a.edi");
        reader.next();

        assertThat(reader.next()).isInstanceOf(X12Item.End.class).isSameAs(reader.next());
    }

    @Test
    void textFormHidesTheMemberId() {
        X12Reader reader = new X12Reader(new ByteArrayInputStream(SAMPLE.getBytes(StandardCharsets.US_ASCII)), "a.edi");

        assertThat(reader.next()).hasToString("LocatedClaim[PCN-32X-0001]");
    }

    private static String delimited(String text, String element, String component, String segment) {
        return text.replace("\n", "")
                .replace("*", element)
                .replace(":", component)
                .replace("~", segment);
    }

    private static Reading readLatin(String text) {
        return Reading.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
