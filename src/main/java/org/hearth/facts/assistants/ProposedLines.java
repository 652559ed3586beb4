package org.hearth.facts.assistants;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.facts.line.Line;
import org.hearth.facts.units.ProposedLine;
import org.hearth.facts.units.UnitAllowance;
import org.hearth.facts.units.UnitShare;

/**
 * What to bill for the lines that were sent with minutes and without units. The one place where such lines are made.
 */
public final class ProposedLines {

    private ProposedLines() {}

    /**
     * The lines to bill, by the line that they answer and their code; of one code, those without an assistant modifier
     * first.
     *
     * @param assisted the services whose minutes are told apart by therapist and assistant
     */
    public static List<ProposedLine> of(
            Collection<? extends UnitAllowance> allowances, Collection<AssistedService> assisted) {
        Map<Line, AssistedService> services = new HashMap<>();
        assisted.forEach(service -> service.lines().forEach(line -> services.put(line, service)));
        List<ProposedLine> lines = new ArrayList<>();
        Map<AssistedService, List<UnitShare>> shares = new LinkedHashMap<>();
        for (UnitAllowance allowance : allowances) {
            for (UnitShare share : allowance.shares()) {
                AssistedService service = services.get(share.line());
                if (service == null) {
                    lines.add(share.propose(share.units(), share.line().modifiers()));
                } else {
                    shares.computeIfAbsent(service, unseen -> new ArrayList<>()).add(share);
                }
            }
        }
        shares.forEach((service, own) -> lines.addAll(service.propose(own)));
        lines.sort(Comparator.comparingInt(ProposedLine::from).thenComparing(ProposedLine::hcpcs));
        return List.copyOf(lines);
    }
}
