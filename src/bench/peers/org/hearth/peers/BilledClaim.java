package org.hearth.peers;

import java.util.ArrayList;
import java.util.List;
import org.hearth.finding.Subject;
import peers.Claim;
import peers.Line;
import peers.Occurrence;

/** A claim of the workload as a fact. */
public final class BilledClaim implements Subject {

    private final String kind;
    private final List<String> families = new ArrayList<>();
    private final List<String> occurrenceCodes;

    BilledClaim(Claim claim) {
        this.kind = claim.isOutpatient() ? "34X" : "32X";
        for (Line line : claim.getLines()) {
            if (!families.contains(line.getRevenueFamily())) {
                families.add(line.getRevenueFamily());
            }
        }
        this.occurrenceCodes = new ArrayList<>(claim.getOccurrenceCodes().size());
        for (Occurrence occurrence : claim.getOccurrenceCodes()) {
            occurrenceCodes.add(occurrence.getCode());
        }
    }

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return kind;
    }

    /** First three digits of the revenue codes of its lines, each once. */
    public List<String> families() {
        return families;
    }

    /** Its occurrence codes. */
    public List<String> occurrenceCodes() {
        return occurrenceCodes;
    }

    @Override
    public String pointer() {
        return "";
    }
}
