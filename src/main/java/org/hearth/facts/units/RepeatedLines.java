package org.hearth.facts.units;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.OneDay;

/** Derives one {@link RepeatedLine} for each therapy line that is like one before it, whatever the modifiers' order. */
public final class RepeatedLines implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        Map<OneDay, Line> seen = new HashMap<>();
        for (Line line : lines) {
            if (line.therapyCode() != TherapyCode.NONE && line.dated()) {
                Line same = seen.putIfAbsent(likeness(line.hcpcs(), line.on(), line.modifiers()), line);
                if (same != null) {
                    sink.add(new RepeatedLine(line, same));
                }
            }
        }
        if (!seen.isEmpty() && bill.is(BillKind.OUTPATIENT)) {
            billedBefore(bill, seen, codes, sink);
        }
    }

    /** What makes lines alike: the code and the modifiers, each once and in whatever order. */
    private static OneDay likeness(String hcpcs, int on, List<String> modifiers) {
        return new OneDay(
                on,
                hcpcs,
                modifiers.size() < 2
                        ? modifiers
                        : modifiers.stream().distinct().sorted().toList());
    }

    private static void billedBefore(Bill bill, Map<OneDay, Line> lines, Codes codes, FactSink sink) {
        Set<OneDay> told = new HashSet<>();
        bill.history().services((own, before, code) -> {
            if (code == TherapyCode.NONE) {
                return;
            }
            OneDay likeness = likeness(before.hcpcs(), Day.of(before.serviceDate()), before.modifiers());
            Line line = lines.get(likeness);
            if (line != null && codes.billType(own.claim()).asksForPayment() && told.add(likeness)) {
                sink.add(new BilledBefore(line, own));
            }
        });
    }
}
