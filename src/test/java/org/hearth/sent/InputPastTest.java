package org.hearth.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.history.Earlier;
import org.junit.jupiter.api.Test;

/** Synthetic claims only. */
class InputPastTest {

    private static final String AGENCY = "1234567893";

    private static Claim claim(String number, String member, int day) {
        return Claim.builder()
                .claimId(number)
                .typeOfBill(TypeOfBill.of("0341"))
                .beneficiaryId(member)
                .billingProviderNpi(AGENCY)
                .statementFrom(LocalDate.of(2025, 1, 1).plusDays(day))
                .statementThrough(LocalDate.of(2025, 1, 1).plusDays(day))
                .add(new ServiceLine(
                        1,
                        null,
                        "0420",
                        "HC",
                        "97110",
                        List.of("GP"),
                        LocalDate.of(2025, 1, 1).plusDays(day),
                        null,
                        null,
                        null,
                        null,
                        null,
                        30,
                        null))
                .build();
    }

    private static List<String> numbers(InputPast.Before before) {
        return before.claims().stream().map(one -> one.claim().claimId()).toList();
    }

    @Test
    void whatWasReadBeforeOfTheSameBeneficiaryAndAgencyIsBefore() {
        try (InputPast past = new InputPast(false)) {
            assertThat(numbers(past.before(claim("A", "M1", 30)))).isEmpty();
            assertThat(numbers(past.before(claim("B", "M2", 31)))).isEmpty();
            assertThat(numbers(past.before(claim("C", "M1", 0)))).containsExactly("A");
            Claim others = claim("D", "M1", 1).toBuilder()
                    .billingProviderNpi("1999999984")
                    .build();
            assertThat(numbers(past.before(others))).isEmpty();
            assertThat(numbers(past.before(claim("E", "M1", 2)))).containsExactly("A", "C");
        }
    }

    @Test
    void aClaimThatDoesNotSayWhoseItIsHasNoPastAndIsNone() {
        try (InputPast past = new InputPast(false)) {
            Claim nobodys = claim("A", null, 1);
            assertThat(past.before(nobodys)).isEqualTo(InputPast.Before.NONE);
            assertThat(past.before(nobodys)).isEqualTo(InputPast.Before.NONE);
        }
    }

    @Test
    void readTwiceWhatBeginsBeforeIsBeforeAndOfOneDayWhatStandsBefore() {
        List<Claim> claims = List.of(
                claim("MARCH", "M1", 60), claim("JANUARY", "M1", 0), claim("AGAIN", "M1", 60), claim("X", "M2", 1));
        try (InputPast past = new InputPast(true)) {
            claims.forEach(past::collect);
            assertThat(claims.stream().map(past::before).map(InputPastTest::numbers))
                    .containsExactly(List.of("JANUARY"), List.of(), List.of("MARCH", "JANUARY"), List.of());
        }
    }

    @Test
    void whatIsKeptIsTheLeastThatRulesAsk() {
        try (InputPast past = new InputPast(false)) {
            past.before(claim("A", "M1", 1));
            Earlier earlier = past.before(claim("B", "M1", 2)).claims().get(0);
            assertThat(earlier.source()).isEqualTo(Earlier.Source.FILE);
            assertThat(earlier.claim().beneficiaryId()).isNull();
            assertThat(earlier.claim().billingProviderNpi()).isEqualTo(AGENCY);
            assertThat(earlier.claim().lines().get(0).minutes()).isNull();
            assertThat(earlier.claim().lines().get(0).hcpcs()).isEqualTo("97110");
        }
    }

    @Test
    void manyClaimsGoToAFileAndComeBack() {
        int beneficiaries = 40_000;
        try (InputPast past = new InputPast(false)) {
            for (int month = 0; month < 3; month++) {
                for (int member = 0; member < beneficiaries; member++) {
                    InputPast.Before before = past.before(claim("C" + month, "M" + member, 30 * month));
                    if (member % 1_000 == 0) {
                        assertThat(numbers(before))
                                .isEqualTo(List.of("C0", "C1", "C2").subList(0, month));
                    }
                }
            }
        }
    }

    @Test
    void ofVeryManyOfOneBeneficiaryTheLastAreKnownAndThatIsSaid() {
        try (InputPast past = new InputPast(false)) {
            for (int claim = 0; claim < 256; claim++) {
                assertThat(past.before(claim("C" + claim, "M", claim)).whole()).isTrue();
            }
            past.collect(claim("C256", "M", 256));
            InputPast.Before before = past.before(claim("C257", "M", 257));
            assertThat(before.whole()).isFalse();
            assertThat(numbers(before)).hasSize(256).startsWith("C1").endsWith("C256");
        }
    }
}
