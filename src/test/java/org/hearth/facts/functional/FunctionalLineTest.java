package org.hearth.facts.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.functional.FunctionalFixture.bill;
import static org.hearth.facts.functional.FunctionalFixture.claim;

import java.math.BigDecimal;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.junit.jupiter.api.Test;

/** A functional G-code line and the therapy beside it: Pub. 100-04 ch. 5 s. 10.6, required claims information. */
class FunctionalLineTest {

    private static List<FunctionalLine> lines(Claim claim) {
        return FunctionalFixture.facts(claim).all().stream()
                .filter(FunctionalLine.class::isInstance)
                .map(FunctionalLine.class::cast)
                .toList();
    }

    private static FunctionalLine only(Claim claim) {
        assertThat(lines(claim)).hasSize(1);
        return lines(claim).get(0);
    }

    private static FunctionalLine with(List<String> modifiers, String revenueCode, String charge, String units) {
        ServiceLine line = FunctionalFixture.line(1, "2018-05-01 G8978");
        return only(claim().add(new ServiceLine(
                        1,
                        null,
                        revenueCode,
                        "HC",
                        "G8978",
                        modifiers,
                        line.serviceDate(),
                        null,
                        units == null ? null : new BigDecimal(units),
                        charge == null ? null : new BigDecimal(charge),
                        null,
                        null,
                        null,
                        null))
                .build());
    }

    @Test
    void therapyOfItsDisciplineAndDateIsItsCompanion() {
        assertThat(only(claim("2018-05-01 97110", "2018-05-01 G8978").build()).companion())
                .isTrue();
        assertThat(only(claim("2018-05-02 97110", "2018-05-01 G8978").build()).companion())
                .isFalse();
        assertThat(only(claim("2018-05-01 OT:97530", "2018-05-01 G8978").build())
                        .companion())
                .isFalse();
    }

    @Test
    void aBundledServiceAloneIsNone() {
        assertThat(only(claim("2018-05-01 97010", "2018-05-01 G8978").build()).companion())
                .isFalse();
    }

    @Test
    void aServiceThatNoListHasMayWellBeOne() {
        assertThat(only(claim("2018-05-01 97999", "2018-05-01 G8978").build()).companion())
                .isTrue();
    }

    @Test
    void theServiceMayStandOnAnotherClaimOfTheDay() {
        assertThat(only(claim("2018-05-01 G8978")
                                .history(List.of(
                                        bill("E", "0343", "2018-05-01 97110").build()))
                                .build())
                        .companion())
                .isTrue();
    }

    @Test
    void itIsSeenOutsideItsDatesAndOnHomeHealthClaims() {
        assertThat(only(claim("2012-12-31 97110", "2012-12-31 G8978").build()).on())
                .isEqualTo(2012_12_31);
        assertThat(only(bill("A", "0329", "2025-03-04 G8978").build()).kind()).isEqualTo("32X");
        assertThat(lines(bill("A", "0329", "2018-05-01 97110").build())).isEmpty();
    }

    @Test
    void itsDisciplineIsItsRevenueCodesElseItsModifiers() {
        assertThat(with(List.of("GO", "CK"), "0420", "0.01", "1").discipline()).isEqualTo(Discipline.PT);
        assertThat(with(List.of("GO", "CK"), "0270", "0.01", "1").discipline()).isEqualTo(Discipline.OT);
        assertThat(with(List.of("CK"), "0270", "0.01", "1").discipline()).isNull();
    }

    @Test
    void severitiesAreCounted() {
        assertThat(with(List.of("GP"), "0420", "0.01", "1").severities()).isEqualTo("none");
        assertThat(with(List.of("GP", "CK"), "0420", "0.01", "1").severities()).isEqualTo("one");
        assertThat(with(List.of("GP", "CK", "CI"), "0420", "0.01", "1").severities())
                .isEqualTo("several");
    }

    @Test
    void chargesAreNoneNominalOrHigher() {
        assertThat(with(List.of(), "0420", null, "1").charged()).isEqualTo("none");
        assertThat(with(List.of(), "0420", "0.00", "1").charged()).isEqualTo("none");
        assertThat(with(List.of(), "0420", "0.01", "1").charged()).isEqualTo("nominal");
        assertThat(with(List.of(), "0420", "1.00", "1").charged()).isEqualTo("nominal");
        assertThat(with(List.of(), "0420", "1.01", "1").charged()).isEqualTo("higher");
    }

    @Test
    void oneUnitIsOneOrUnsaid() {
        assertThat(with(List.of(), "0420", "0.01", null).oneUnit()).isTrue();
        assertThat(with(List.of(), "0420", "0.01", "1.0").oneUnit()).isTrue();
        assertThat(with(List.of(), "0420", "0.01", "2").oneUnit()).isFalse();
    }

    @Test
    void otherModifiersAreSeen() {
        assertThat(with(List.of("GP", "CK", "KX"), "0420", "0.01", "1").carriesAny(List.of("59", "KX")))
                .isTrue();
        assertThat(with(List.of("GP", "CK"), "0420", "0.01", "1").carriesAny(List.of("59", "KX")))
                .isFalse();
    }
}
