package org.hearth.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.TypeOfBill;
import org.junit.jupiter.api.Test;

/** What is carried to a part of an input is what stands before it; synthetic claims. */
class CarriedPastTest {

    private static Claim claim(String member, int day) {
        return Claim.builder()
                .claimId("SYN-" + day)
                .typeOfBill(new TypeOfBill("0341"))
                .beneficiaryId(member)
                .billingProviderNpi("1234567893")
                .statementFrom(LocalDate.of(2026, 1, day))
                .statementThrough(LocalDate.of(2026, 1, day))
                .build();
    }

    @Test
    void aPartKnowsWhatOnePassKnows() {
        List<Claim> claims =
                List.of(claim("A", 5), claim("B", 2), claim("A", 1), claim("A", 9), claim("B", 1), claim("A", 7));
        for (boolean byDates : new boolean[] {false, true}) {
            byte[] salt = InputPast.newSalt();
            try (InputPast whole = new InputPast(byDates);
                    InputPast carrier = new InputPast(byDates, salt, 0);
                    InputPast part = new InputPast(byDates, salt, 3)) {
                List<InputPast.Before> expected = new ArrayList<>();
                if (byDates) {
                    claims.forEach(whole::collect);
                }
                claims.forEach(claim -> expected.add(whole.before(claim)));
                for (int place = 0; place < (byDates ? 6 : 3); place++) {
                    byte[] sent =
                            carrier.carried(claims.get(place)).orElseThrow().bytes();
                    part.collect(InputPast.Carried.of(sent), place);
                }
                List<InputPast.Before> found = new ArrayList<>();
                claims.subList(3, 6).forEach(claim -> found.add(part.before(claim)));
                assertThat(found).isEqualTo(expected.subList(3, 6));
                assertThat(found.get(0).claims()).hasSize(byDates ? 3 : 2);
            }
        }
    }

    @Test
    void whatIsCarriedNamesNobody() {
        try (InputPast past = new InputPast(false)) {
            InputPast.Carried carried = past.carried(claim("MBRMARK", 5)).orElseThrow();
            assertThat(new String(carried.bytes(), StandardCharsets.UTF_8)).doesNotContain("MBRMARK");
            assertThat(carried).hasToString("Carried[" + carried.content().length + "]");
            assertThat(past.carried(claim(null, 5))).isEmpty();
        }
    }
}
