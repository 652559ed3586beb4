package org.hearth.facts.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.codes.Codes;
import org.hearth.codes.ParameterName;
import org.hearth.codes.TherapyCode.Over;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;
import org.hearth.facts.units.CountedService.Counted;

/** Finds the services of a 34X that are counted over more than themselves, and what is counted with each. */
public final class CountedServices implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.is(BillKind.OUTPATIENT) || !bill.asksForPayment()) {
            return;
        }
        List<Line> counted = lines.stream()
                .filter(line -> line.therapyCode().countedOver() != Over.NONE
                        && line.therapy()
                        && line.dated()
                        && !line.billed().notCovered()
                        && line.wholeUnits() != null
                        && line.wholeUnits() > 0)
                .sorted(Comparator.comparingInt(Line::on).thenComparingInt(Line::index))
                .toList();
        if (counted.isEmpty()) {
            return;
        }
        Map<String, List<Counted>> before = past(bill);
        LocalDate admission = bill.claim().admissionDate();
        for (Line line : counted) {
            List<Counted> same = before.computeIfAbsent(line.therapyCode().countedWith(), unseen -> new ArrayList<>());
            List<Counted> upToIt = same.stream()
                    .filter(one -> !one.on().isAfter(line.serviceDate()))
                    .toList();
            sink.add(new CountedService(
                    line,
                    upToIt,
                    codes.parameter(ParameterName.MONITORING_WINDOW_DAYS, line.on())
                            .orElse(0)));
            same.add(new Counted(line.serviceDate(), admission, line.wholeUnits()));
        }
    }

    private static Map<String, List<Counted>> past(Bill bill) {
        Map<String, List<Counted>> past = new HashMap<>();
        bill.history().services((other, line, code) -> {
            Integer units = line.wholeUnits();
            if (code.countedOver() != Over.NONE && !line.notCovered() && units != null && units > 0) {
                past.computeIfAbsent(code.countedWith(), unseen -> new ArrayList<>())
                        .add(new Counted(line.serviceDate(), other.claim().admissionDate(), units));
            }
        });
        return past;
    }
}
