package org.hearth.evaluate;

import org.hearth.claim.Claim;
import org.hearth.claim.Payer;
import org.hearth.codes.Codes;
import org.hearth.finding.Shown;

/**
 * Why Hearth does not judge a claim at all: its rules are those of Original Medicare for home health agencies' bills.
 *
 * @param reason {@code another payer} or {@code another bill}
 * @param detail what on the claim says so, such as {@code filing indicator `16`}
 */
public record OutOfScope(String reason, String detail) {

    /** Why a claim is not judged by these code lists; {@code null} where it is. */
    static OutOfScope of(Claim claim, Codes codes) {
        if (!codes.judgesPayer(claim)) {
            Payer payer = claim.payer();
            return new OutOfScope("another payer", "filing indicator " + Shown.value(payer.filingIndicator()));
        }
        return codes.judgesBill(claim)
                ? null
                : new OutOfScope(
                        "another bill",
                        "type of bill " + Shown.value(claim.typeOfBill().code()));
    }
}
