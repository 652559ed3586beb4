package org.hearth.facts.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.codes.Codes;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.OneDay;

/** Sums what is billed of a code that has a maximum a day, by discipline and day, on a 34X. */
public final class DailyUnits implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.is(BillKind.OUTPATIENT) || !bill.asksForPayment()) {
            return;
        }
        Map<OneDay, List<Line>> days = new HashMap<>();
        for (Line line : lines) {
            if (line.therapyCode().maxPerDay() < Integer.MAX_VALUE
                    && line.therapy()
                    && line.dated()
                    && line.wholeUnits() != null) {
                days.computeIfAbsent(new OneDay(line.on(), line.hcpcs(), line.family()), unseen -> new ArrayList<>(1))
                        .add(line);
            }
        }
        for (List<Line> day : days.values()) {
            sink.add(new CodeDay(day));
        }
    }
}
