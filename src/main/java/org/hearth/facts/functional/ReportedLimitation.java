package org.hearth.facts.functional;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.FunctionalRole;
import org.hearth.facts.line.Line;

/** What one day reports of one functional limitation, while claims are gathered. */
final class ReportedLimitation {

    private final String set;
    private final Map<FunctionalRole, FunctionalCode> codes = new EnumMap<>(FunctionalRole.class);
    private final List<Line> lines = new ArrayList<>(3);

    ReportedLimitation(String set) {
        this.set = set;
    }

    /** The codes that are reported with one of their pair. */
    static List<FunctionalCode> paired(Collection<FunctionalCode> codes) {
        List<FunctionalCode> paired = new ArrayList<>(codes.size());
        for (FunctionalCode code : codes) {
            for (FunctionalCode other : codes) {
                if (code.pair().contains(other.role())) {
                    paired.add(code);
                    break;
                }
            }
        }
        return paired;
    }

    /** @param own the line that reports it where it is the claim's own, else {@code null} */
    void add(FunctionalCode code, Line own) {
        codes.put(code.role(), code);
        if (own != null) {
            lines.add(own);
            lines.sort(Comparator.comparing(Line::lineNumber));
        }
    }

    /** The limitation's name. */
    String set() {
        return set;
    }

    /** The codes reported, by role. */
    Collection<FunctionalCode> codes() {
        return codes.values();
    }

    /** The roles reported. */
    Set<FunctionalRole> roles() {
        return codes.keySet();
    }

    /** The claim's own lines that report it, by line number. */
    List<Line> lines() {
        return lines;
    }

    /** Whether it is a report that can stand: some code has its pair. */
    boolean complete() {
        return !paired(codes()).isEmpty();
    }

    /** Whether it says that the limitation goes on, or begins. */
    boolean current() {
        return codes.containsKey(FunctionalRole.CURRENT);
    }

    /** Whether it says that the limitation ends. */
    boolean discharge() {
        return codes.containsKey(FunctionalRole.DISCHARGE);
    }

    /** Whether it begins a limitation and ends it, as at a one-time visit. */
    boolean whole() {
        return complete() && current() && discharge();
    }
}
