package org.hearth.facts.units;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.codes.Codes;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/** Derives one {@link RepeatedLine} for each therapy line that is like one before it, whatever the modifiers' order. */
public final class RepeatedLines implements Derivation {

    private record Likeness(String hcpcs, int on, Set<String> modifiers) {}

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        Map<Likeness, Line> seen = new HashMap<>();
        for (Line line : lines) {
            if (line.therapyCode() != TherapyCode.NONE && line.dated()) {
                Set<String> modifiers = Set.copyOf(line.modifiers());
                Line same = seen.putIfAbsent(new Likeness(line.hcpcs(), line.on(), modifiers), line);
                if (same != null) {
                    sink.add(new RepeatedLine(line, same));
                }
            }
        }
    }
}
