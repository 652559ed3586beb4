package org.hearth.facts.assistants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.claim.Discipline;
import org.hearth.codes.Codes;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Gathers the services of a 34X whose minutes are told apart by therapist and assistant; of the others it was not
 * checked whether an assistant's part asks for a modifier.
 */
public final class Assistants implements Derivation {

    private record DisciplineDay(Discipline discipline, int on) {}

    private record Service(Discipline discipline, int on, String hcpcs) {}

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        if (!bill.is(BillKind.OUTPATIENT) || !bill.asksForPayment()) {
            return;
        }
        Map<Service, List<Line>> services = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.therapy() && line.dated() && line.hcpcs() != null) {
                Service service = new Service(line.discipline(), line.on(), line.hcpcs());
                services.computeIfAbsent(service, unseen -> new ArrayList<>(2)).add(line);
            }
        }
        List<Integer> unknown = new ArrayList<>();
        Map<DisciplineDay, Optional<AssistantPolicy>> policies = new HashMap<>();
        services.forEach((service, own) -> {
            Optional<AssistantPolicy> policy = policies.computeIfAbsent(
                    new DisciplineDay(service.discipline(), service.on()),
                    day -> AssistantPolicy.on(codes, day.discipline(), day.on()));
            TherapyCode code = own.get(0).therapyCode();
            if (policy.isPresent() && code.row() != null && code.payable() && !code.assistantExempt()) {
                judge(own, policy.get(), sink, unknown);
            }
        });
        if (!unknown.isEmpty()) {
            sink.notChecked(
                    "assistant modifiers", unknown.stream().sorted().toList(), "minutes by therapist and assistant");
        }
    }

    private static void judge(List<Line> lines, AssistantPolicy policy, FactSink sink, List<Integer> unknown) {
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
        AssistedService service = new AssistedService(lines, policy);
        sink.add(service);
        if (!service.pooled()) {
            lines.forEach(line -> sink.add(service.share(line)));
        }
    }
}
