package org.hearth.x12.acknowledgement;

import java.math.BigDecimal;

/** How many claims were accepted and rejected, and what they charge. */
final class Totals {

    private int accepted;
    private int rejected;
    private BigDecimal acceptedCharges = BigDecimal.ZERO;
    private BigDecimal rejectedCharges = BigDecimal.ZERO;

    void add(boolean isAccepted, BigDecimal charge) {
        if (isAccepted) {
            accepted++;
            acceptedCharges = acceptedCharges.add(charge);
        } else {
            rejected++;
            rejectedCharges = rejectedCharges.add(charge);
        }
    }

    /** All charges. */
    String charges() {
        return amount(acceptedCharges.add(rejectedCharges));
    }

    /** Writes QTY and AMT, those of nothing left out. */
    void write(SegmentWriter out, String acceptedQualifier, String rejectedQualifier) {
        if (accepted > 0) {
            out.write("QTY", acceptedQualifier, accepted);
        }
        if (rejected > 0) {
            out.write("QTY", rejectedQualifier, rejected);
        }
        if (accepted > 0) {
            out.write("AMT", "YU", amount(acceptedCharges));
        }
        if (rejected > 0) {
            out.write("AMT", "YY", amount(rejectedCharges));
        }
    }

    /** Without the zeros that end a fraction, as X12 has it. */
    static String amount(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
