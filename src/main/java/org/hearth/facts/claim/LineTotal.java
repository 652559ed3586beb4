package org.hearth.facts.claim;

import java.math.BigDecimal;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.codes.Service;
import org.hearth.facts.line.Line;

/**
 * The total charge of a claim beside the sum of its lines, in US dollars to the cent.
 *
 * @param billed as billed, on a sum line where the claim says none; {@code null} where there is neither
 * @param lines the charges of the lines, without a sum line
 * @param known whether every line has a charge
 */
record LineTotal(BigDecimal billed, BigDecimal lines, boolean known) {

    static LineTotal of(Claim claim, List<Line> lines) {
        BigDecimal billed = claim.totalCharge();
        BigDecimal sum = BigDecimal.ZERO;
        boolean known = true;
        for (Line line : lines) {
            if (line.revenue().service() == Service.TOTAL) {
                billed = billed == null ? line.charge() : billed;
            } else if (line.charge() == null) {
                known = false;
            } else {
                sum = sum.add(line.charge());
            }
        }
        return new LineTotal(billed == null ? null : inCents(billed), inCents(sum), known);
    }

    private static BigDecimal inCents(BigDecimal amount) {
        return amount.scale() < 2 ? amount.setScale(2) : amount;
    }

    /**
     * What the total is: {@code the sum}, {@code above the sum} or {@code below the sum}; {@code unknown} where one
     * is not known.
     */
    String billedIs() {
        if (!known || billed == null) {
            return "unknown";
        }
        int order = billed.compareTo(lines);
        return order == 0 ? "the sum" : order > 0 ? "above the sum" : "below the sum";
    }
}
