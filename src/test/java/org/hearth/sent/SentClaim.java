package org.hearth.sent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.claim.Claim;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.Practitioner;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;

/** Synthetic claims to keep. */
final class SentClaim {

    static final String MEMBER = "1EG4TE5MK73";
    static final String NPI = "1234567893";

    /** What version 1 of the kept form made of {@code monthly(1)}. */
    static final String MONTHLY_1_IN_VERSION_1 =
            "0296b402370104303334314701010550434e2d31000107415554482d373701023330000101e0030101023037010102333501"
                    + "00020104303432300102484301053937313130020102475001024b580300010401f0010005e65a08090a020b0c0500010401"
                    + "f0010005e65a";

    private SentClaim() {}

    /** The claim of the nth month since January 2024, of one agency and beneficiary. */
    static Claim monthly(int month) {
        LocalDate from = LocalDate.of(2024, 1, 1).plusMonths(month - 1);
        Claim.Builder claim = Claim.builder()
                .claimId("PCN-" + month)
                .typeOfBill(TypeOfBill.of("0341"))
                .receivedDate(from.plusDays(35))
                .statementFrom(from)
                .statementThrough(from.plusDays(27))
                .admissionDate(LocalDate.of(2024, 1, 1))
                .patientStatus("30")
                .beneficiaryId(MEMBER)
                .billingProviderNpi(NPI)
                .referring(new Practitioner("1992739988", "ROE", "JANE"))
                .principalDiagnosis("M6281")
                .remarks("seen at home")
                .treatmentAuthorization("AUTH-77")
                .totalCharge(new BigDecimal("240.00"))
                .addConditionCode("07")
                .add(new OccurrenceCode("35", from));
        IntStream.rangeClosed(1, 2).forEach(line -> claim.add(line(line, from.plusDays(line))));
        return claim.build();
    }

    static List<Claim> monthly(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(SentClaim::monthly).toList();
    }

    private static ServiceLine line(int number, LocalDate day) {
        return new ServiceLine(
                number,
                "L" + number,
                "0420",
                "HC",
                "97110",
                List.of("GP", "KX"),
                day,
                null,
                BigDecimal.valueOf(2),
                new BigDecimal("120.00"),
                null,
                new BigDecimal("58.11"),
                30,
                null);
    }
}
