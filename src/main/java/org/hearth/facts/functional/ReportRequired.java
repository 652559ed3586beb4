package org.hearth.facts.functional;

import java.util.ArrayList;
import java.util.List;
import org.hearth.codes.FunctionalRole;
import org.hearth.facts.line.Line;
import org.hearth.finding.FromRow;
import org.hearth.finding.InWords;

/**
 * The report that a row of the decision table {@code functional-reporting} asks for on a treatment day, beside what the
 * day reports (Pub. 100-04 ch. 5 s. 10.6).
 *
 * @param row table and key
 * @param day the day
 * @param due why: {@code outset}, {@code progress}, {@code evaluation}, {@code discharge} and so on
 * @param occasion the same as a sentence begins with it, such as {@code outset of}
 * @param roles the roles that the report needs
 * @param orRoles the roles that do as well; empty where none do
 * @param ofOpen whether the report has to be of the limitation that is open, where one is
 * @param finding the finding where the day reports nothing of what is due
 */
@InWords("functional report that is due")
public record ReportRequired(
        String row,
        TreatmentDay day,
        String due,
        String occasion,
        List<FunctionalRole> roles,
        List<FunctionalRole> orRoles,
        boolean ofOpen,
        String finding)
        implements FromRow {

    public ReportRequired {
        roles = List.copyOf(roles);
        orRoles = List.copyOf(orRoles);
    }

    /** The line to point at: where the day reports a part of what is due its first, else the treatment's first. */
    public Line line() {
        LimitationReport nearest = nearest();
        return nearest == null ? day.line() : nearest.line();
    }

    /** What the day reports that could be the report due. */
    public List<LimitationReport> reports() {
        if (!ofOpen || day.episode().open().isEmpty()) {
            return day.reports();
        }
        return day.reports().stream().filter(LimitationReport::wasOpen).toList();
    }

    /** The limitations of the day whose report cannot be read as the one that is due, ascending. */
    public List<String> outOfOrder() {
        return day.order().outOfOrder();
    }

    /** The one of {@link #reports()} that comes nearest to what is due, or {@code null} where there is none. */
    public LimitationReport nearest() {
        LimitationReport nearest = null;
        int least = Integer.MAX_VALUE;
        // in the order of their names, so that of two as near the first by name is the nearest
        for (LimitationReport report : reports()) {
            int missing = missing(report).size();
            if (missing < least) {
                nearest = report;
                least = missing;
            }
        }
        return nearest;
    }

    /** The roles that are due and not reported. */
    public List<FunctionalRole> missing() {
        LimitationReport nearest = nearest();
        return nearest == null ? roles : missing(nearest);
    }

    /** {@link #missing()} in words. */
    public String missingWords() {
        return FunctionalRole.words(missing());
    }

    /** {@link #roles()} in words. */
    public String roleWords() {
        return FunctionalRole.words(roles);
    }

    /** The codes that are due and not reported; empty where no limitation says which. */
    public List<String> missingCodes() {
        LimitationReport nearest = nearest();
        return nearest == null ? List.of() : nearest.codes(missing(nearest));
    }

    private List<FunctionalRole> missing(LimitationReport report) {
        List<FunctionalRole> missing = without(roles, report);
        List<FunctionalRole> others = without(orRoles, report);
        return !orRoles.isEmpty() && others.size() < missing.size() ? others : missing;
    }

    private static List<FunctionalRole> without(List<FunctionalRole> roles, LimitationReport report) {
        List<FunctionalRole> missing = new ArrayList<>(roles);
        report.codes().forEach(code -> missing.remove(code.role()));
        return missing;
    }
}
