package org.hearth.facts.functional;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Line;

/** What was billed in one discipline on one calendar day, while claims are gathered: treatment and reports. */
final class BilledDay {

    private boolean carriesReport;
    private boolean treatment;
    private boolean evaluative;
    private final SortedMap<String, ReportedLimitation> reports = new TreeMap<>();
    private final List<Line> treatmentLines = new ArrayList<>();

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
                reports.computeIfAbsent(code.set(), ReportedLimitation::new).add(code, own);
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

    /** What is reported, by limitation. */
    Collection<ReportedLimitation> reports() {
        return reports.values();
    }

    /** The first line of the claim's own, treatment before report; {@code null} where none is. */
    Line firstLine() {
        Stream<Line> lines = treatmentLines.isEmpty()
                ? reports.values().stream().flatMap(report -> report.lines().stream())
                : treatmentLines.stream();
        return lines.min(Comparator.comparing(Line::lineNumber)).orElse(null);
    }
}
