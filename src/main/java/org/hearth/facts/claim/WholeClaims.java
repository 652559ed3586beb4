package org.hearth.facts.claim;

import java.util.List;
import org.hearth.codes.Codes;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Derives the claim as a whole: a {@link WholeClaim} of each, a {@link HomeHealthClaim} of a 32X or a notice of
 * admission.
 */
public final class WholeClaims implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        Carried carried = Carried.by(bill, lines);
        sink.add(new WholeClaim(bill, lines, carried));
        if (bill.is(BillKind.HOME_HEALTH) || bill.is(BillKind.NOTICE)) {
            sink.add(new HomeHealthClaim(bill, lines, carried, codes));
        }
    }
}
