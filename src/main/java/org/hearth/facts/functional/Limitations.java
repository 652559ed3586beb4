package org.hearth.facts.functional;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hearth.claim.Discipline;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.FunctionalRole;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;

/** The functional limitations with their codes, and the disciplines' modifiers, looked up once a claim. */
final class Limitations {

    private final Codes codes;
    private final Map<String, String> modifiers = new HashMap<>();

    Limitations(Codes codes) {
        this.codes = codes;
        for (ModifierCode modifier : codes.modifierCodes().all()) {
            if (modifier.kind() == ModifierKind.DISCIPLINE) {
                modifiers.put(modifier.discipline(), modifier.code());
            }
        }
    }

    /** The modifier that stands for a discipline. */
    String modifier(Discipline discipline) {
        return modifiers.get(discipline.name());
    }

    /** What a day reports, a limitation each, in the order of their names. */
    List<LimitationReport> reports(DisciplineDay at, BilledDay billed, EpisodeDay episode, DayOrder order) {
        return billed.reports().stream()
                .map(report -> new LimitationReport(
                        at,
                        episode,
                        order,
                        report.set(),
                        List.copyOf(report.codes()),
                        others(report, billed, episode),
                        !report.lines().isEmpty(),
                        report.lines().isEmpty() ? List.of(billed.firstLine()) : report.lines(),
                        codes(report.set(), Day.of(at.date()))))
                .toList();
    }

    private static List<String> others(ReportedLimitation report, BilledDay billed, EpisodeDay episode) {
        Set<String> others = new TreeSet<>(episode.open());
        billed.reports().forEach(other -> others.add(other.set()));
        others.remove(report.set());
        return List.copyOf(others);
    }

    private Map<FunctionalRole, FunctionalCode> codes(String set, int on) {
        Map<FunctionalRole, FunctionalCode> ofSet = new EnumMap<>(FunctionalRole.class);
        for (FunctionalCode code : codes.functionalCodes().all()) {
            if (code.set().equals(set) && code.holdsOn(on)) {
                ofSet.put(code.role(), code);
            }
        }
        return ofSet;
    }
}
