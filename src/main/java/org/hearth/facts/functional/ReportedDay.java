package org.hearth.facts.functional;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Line;

/** A calendar day of one discipline while claims are gathered: what was furnished and what was reported. */
final class ReportedDay {

    private static final Comparator<Line> BY_NUMBER = Comparator.comparing(Line::lineNumber);

    private boolean carriesReport;
    private boolean treatment;
    private boolean evaluative;
    private final Map<String, Set<String>> rolesOf = new TreeMap<>();
    private final List<Line> treatmentLines = new ArrayList<>();
    private final Map<String, List<Line>> linesOf = new TreeMap<>();

    /** The discipline of a line: of its revenue code; of a functional G-code under any other, of its modifier. */
    static Discipline discipline(ServiceLine line, int on, Codes codes) {
        Discipline discipline = codes.revenueCodes()
                .on(line.revenueCode(), on, RevenueCode.NONE)
                .discipline();
        if (discipline != null || !codes.functionalCodes().lists(line.hcpcs())) {
            return discipline;
        }
        for (String modifier : line.modifiers()) {
            ModifierCode row = codes.modifierCodes().on(modifier, on, null);
            if (row != null && row.kind() == ModifierKind.DISCIPLINE) {
                return Discipline.valueOf(row.discipline());
            }
        }
        return null;
    }

    /**
     * Adds a line of the day.
     *
     * @param own the same line as a fact where it is the claim's own, or {@code null} where an earlier claim has it
     * @param homeHealth whether the patient is under a home health plan of care on the day
     */
    void add(ServiceLine line, int on, Codes codes, Line own, boolean homeHealth) {
        if (codes.functionalCodes().lists(line.hcpcs())) {
            FunctionalCode code = codes.functionalCodes().on(line.hcpcs(), on, FunctionalCode.NONE);
            if (code != FunctionalCode.NONE) {
                rolesOf.computeIfAbsent(code.set(), set -> new HashSet<>()).add(code.role());
                if (own != null) {
                    linesOf.computeIfAbsent(code.set(), set -> new ArrayList<>(3))
                            .add(own);
                }
            }
            return;
        }
        TherapyCode code = codes.therapyCodes().on(line.hcpcs(), on, TherapyCode.NONE);
        // a code that no list has may well be paid: only one that is known not to be cannot carry a report
        if ((code != TherapyCode.NONE && !code.payable()) || notCovered(line, on, codes)) {
            return;
        }
        carriesReport = true;
        if (!homeHealth) {
            treatment = true;
            evaluative |= code.evaluative();
            if (own != null) {
                treatmentLines.add(own);
            }
        }
    }

    private static boolean notCovered(ServiceLine line, int on, Codes codes) {
        return line.notCovered() || ModifierCode.any(ModifierKind.EXCLUDED, line.modifiers(), on, codes);
    }

    /** Whether anything separately payable was billed as covered, so that a report can stand beside it. */
    boolean carriesReport() {
        return carriesReport;
    }

    /** Whether any of it was furnished to a patient who was under no home health plan of care. */
    boolean treatment() {
        return treatment;
    }

    /** Whether an evaluation that calls for a report was furnished. */
    boolean evaluative() {
        return evaluative;
    }

    /** The roles reported, by limitation. */
    Map<String, Set<String>> rolesOf() {
        return rolesOf;
    }

    /** The claim's own treatment lines, by line number. */
    List<Line> treatmentLines() {
        treatmentLines.sort(BY_NUMBER);
        return treatmentLines;
    }

    /** The claim's own lines that report a limitation, by line number. */
    List<Line> linesOf(String set) {
        List<Line> lines = linesOf.getOrDefault(set, new ArrayList<>());
        lines.sort(BY_NUMBER);
        return lines;
    }

    /** The first line of the claim's own, treatment before report; {@code null} where none is. */
    Line firstLine() {
        if (!treatmentLines.isEmpty()) {
            return treatmentLines().get(0);
        }
        return linesOf.values().stream().flatMap(List::stream).min(BY_NUMBER).orElse(null);
    }
}
