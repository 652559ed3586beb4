package org.hearth.sent;

import java.math.BigDecimal;
import org.hearth.claim.Claim;
import org.hearth.claim.Payer;
import org.hearth.claim.Practitioner;
import org.hearth.claim.ServiceLine;
import org.hearth.history.Seal;

/** What of a claim is kept: the least that rules ask of an earlier claim. */
final class KeptForm {

    private static final Practitioner SOMEBODY = new Practitioner(null, null, null);

    private KeptForm() {}

    /**
     * A claim with what is kept of it alone: without the member id and the agency, its numbers sealed, its lines numbered
     * from 1, and of the referring practitioner only that one was named.
     */
    static Claim of(Claim claim, Seal seal) {
        Claim.Builder kept = Claim.builder()
                .claimId(seal.of(claim.claimId()))
                .originalClaimNumber(seal.of(claim.originalClaimNumber()))
                .treatmentAuthorization(seal.of(claim.treatmentAuthorization()))
                .typeOfBill(claim.typeOfBill())
                .receivedDate(claim.receivedDate())
                .statementFrom(claim.statementFrom())
                .statementThrough(claim.statementThrough())
                .admissionDate(claim.admissionDate())
                .patientStatus(claim.patientStatus())
                .totalCharge(plain(claim.totalCharge()))
                .referring(referring(claim.referring() != null))
                .payer(payer(claim.payer() == null ? null : claim.payer().filingIndicator()));
        claim.conditionCodes().forEach(kept::addConditionCode);
        claim.occurrenceCodes().forEach(kept::add);
        claim.occurrenceSpans().forEach(kept::add);
        int number = 0;
        for (ServiceLine line : claim.lines()) {
            kept.add(new ServiceLine(
                    ++number,
                    null,
                    line.revenueCode(),
                    line.procedureQualifier(),
                    line.hcpcs(),
                    line.modifiers(),
                    line.serviceDate(),
                    line.serviceThrough(),
                    plain(line.units()),
                    plain(line.charge()),
                    plain(line.nonCoveredCharge()),
                    plain(line.allowedAmount()),
                    null,
                    null));
        }
        return kept.build();
    }

    /** Without the zeros that end a fraction: a file and JSON may write one amount in two ways. */
    private static BigDecimal plain(BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static Practitioner referring(boolean named) {
        return named ? SOMEBODY : null;
    }

    /** The payer as far as it is kept: whether it is Medicare. */
    static Payer payer(String filingIndicator) {
        return filingIndicator == null ? null : new Payer(filingIndicator, null, null, null);
    }
}
