package org.hearth.facts.functional;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * @param orEnd whether goal and discharge status do as well, as the limitation may end on the day
 * @param ofOpen whether the report has to be of the limitation that is open, where one is
 */
@InWords("functional report that is due")
public record ReportRequired(
        String row, TreatmentDay day, String due, String occasion, List<String> roles, boolean orEnd, boolean ofOpen)
        implements FromRow {

    private static final List<String> END = List.of(LimitationReport.GOAL, LimitationReport.DISCHARGE);

    public ReportRequired {
        roles = List.copyOf(roles);
    }

    /** The line to point at: where the day reports a part of what is due its first, else the treatment's first. */
    public Line line() {
        return incomplete() ? nearest().line() : day.line();
    }

    /** Whether the day makes the report. */
    public boolean met() {
        for (LimitationReport report : candidates()) {
            if (missing(report).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the day reports nothing of what is due. False where its report is out of order in itself. */
    public boolean absent() {
        return !day.disordered() && candidates().isEmpty();
    }

    /** Whether the day reports a part of what is due. False where its report is out of order in itself. */
    public boolean incomplete() {
        return !day.disordered() && !candidates().isEmpty() && !met();
    }

    /** The report that comes nearest to what is due, or {@code null} where there is none. */
    public LimitationReport nearest() {
        return candidates().stream()
                .min(Comparator.comparingInt(
                                (LimitationReport report) -> missing(report).size())
                        .thenComparing(LimitationReport::set))
                .orElse(null);
    }

    /** The roles that are due and not reported. */
    public List<String> missing() {
        LimitationReport nearest = nearest();
        return nearest == null ? roles : missing(nearest);
    }

    /** {@link #missing()} in words. */
    public String missingWords() {
        return LimitationReport.words(missing());
    }

    /** {@link #roles()} in words. */
    public String roleWords() {
        return LimitationReport.words(roles);
    }

    /** The codes that are due and not reported; empty where no limitation says which. */
    public List<String> missingCodes() {
        LimitationReport nearest = nearest();
        return nearest == null ? List.of() : nearest.codes(missing(nearest));
    }

    private List<LimitationReport> candidates() {
        List<LimitationReport> candidates = new ArrayList<>(day.reports().size());
        for (LimitationReport report : day.reports()) {
            if (!ofOpen || day.open().isEmpty() || report.wasOpen()) {
                candidates.add(report);
            }
        }
        return candidates;
    }

    private List<String> missing(LimitationReport report) {
        List<String> missing = report.lacking(roles);
        List<String> missingToEnd = report.lacking(END);
        return orEnd && missingToEnd.size() < missing.size() ? missingToEnd : missing;
    }
}
