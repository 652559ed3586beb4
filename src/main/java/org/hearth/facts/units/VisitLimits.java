package org.hearth.facts.units;

import java.util.List;
import org.hearth.codes.Codes;
import org.hearth.codes.ParameterName;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Puts the parameters that bound the minutes and units of a 32X line into the session, for its rules to compare with.
 */
public final class VisitLimits implements Derivation {

    private static final List<ParameterName> NAMES = List.of(
            ParameterName.MINIMUM_VISIT_MINUTES,
            ParameterName.VISIT_UNITS_SANITY,
            ParameterName.TELEHEALTH_SERVICE_UNITS);

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (bill.is(BillKind.HOME_HEALTH) && bill.asksForPayment()) {
            NAMES.forEach(name -> codes.parameters().of(name.toString()).forEach(sink::add));
        }
    }
}
