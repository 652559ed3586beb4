package org.hearth.facts.assistants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.codes.Codes;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.OneDay;

/**
 * Gathers the services of a 34X whose minutes are told apart by therapist and assistant; of the others it was not
 * checked whether an assistant's part asks for a modifier.
 */
public final class Assistants implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.is(BillKind.OUTPATIENT) || !bill.asksForPayment()) {
            return;
        }
        Map<OneDay, List<Line>> services = new LinkedHashMap<>();
        for (Line line : lines) {
            TherapyCode code = line.therapyCode();
            if (line.therapy() && line.dated() && code.row() != null && code.payable() && !code.assistantExempt()) {
                services.computeIfAbsent(
                                new OneDay(line.on(), line.discipline(), line.hcpcs()), unseen -> new ArrayList<>(2))
                        .add(line);
            }
        }
        List<Integer> unknown = new ArrayList<>();
        List<ModifierCode> modifiers = AssistantPolicy.modifiers(codes);
        services.values().forEach(own -> judge(own, modifiers, codes, sink, unknown));
        if (!unknown.isEmpty()) {
            sink.notChecked(
                    "assistant modifiers", unknown.stream().sorted().toList(), "minutes by therapist and assistant");
        }
    }

    private static void judge(
            List<Line> lines, List<ModifierCode> modifiers, Codes codes, FactSink sink, List<Integer> unknown) {
        Line first = lines.get(0);
        ModifierCode modifier = AssistantPolicy.modifier(modifiers, first.discipline(), first.on(), codes);
        if (modifier == null) {
            return;
        }
        boolean silent = false;
        for (Line line : lines) {
            if (line.billed().minutesBy() == null) {
                unknown.add(line.lineNumber());
                silent = true;
            }
        }
        if (silent) {
            return;
        }
        AssistedService service = new AssistedService(lines, AssistantPolicy.of(modifier, first.on(), codes));
        sink.add(service);
        if (!service.pooled()) {
            lines.forEach(line -> sink.add(service.share(line)));
        }
    }
}
