package org.hearth.facts.claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.codes.Day;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.LineRole;

/**
 * The visits of a 32X in sum, and its HIPPS lines beside them. Of a notice, which has no visits, all is 0 or unknown.
 */
public final class VisitTotals {

    private final Bill bill;
    private final List<DateSpan> elections;
    private final List<DateSpan> handledByPlan;
    private final List<DateSpan> handledOtherwise;
    private Line hippsLine;
    private final List<Integer> hippsLines = new ArrayList<>(1);
    private int visits;
    private int covered;
    private int skilled;
    private final List<String> inHospice = new ArrayList<>(0);
    private final List<String> inAnsweredHospice = new ArrayList<>(0);
    private final List<String> inMedicareAdvantage = new ArrayList<>(0);
    private final List<String> inOtherEnrolment = new ArrayList<>(0);
    private int first = Day.LAST;
    private int firstCovered = Day.LAST;

    private VisitTotals(Bill bill) {
        this.bill = bill;
        this.elections = OtherCoverage.elections(bill);
        this.handledByPlan = OtherCoverage.handledByPlan(bill);
        this.handledOtherwise = OtherCoverage.handledOtherwise(bill);
    }

    static VisitTotals of(Bill bill, List<Line> lines) {
        VisitTotals totals = new VisitTotals(bill);
        for (Line line : lines) {
            if (line.is(LineRole.HIPPS)) {
                totals.hippsLines.add(line.lineNumber());
                totals.hippsLine = totals.hippsLine == null ? line : totals.hippsLine;
            } else if (line.is(LineRole.VISIT)) {
                totals.add(line);
            }
        }
        return totals;
    }

    private void add(Line visit) {
        boolean paid = !visit.homeHealthUse().nonCovered();
        visits++;
        covered += paid ? 1 : 0;
        skilled += visit.skilledVisit() ? 1 : 0;
        if (visit.dated()) {
            first = Math.min(first, visit.on());
            firstCovered = paid ? Math.min(firstCovered, visit.on()) : firstCovered;
            addIfInside(elections, visit, bill.isAnswered(ContextFact.HOSPICE_PERIODS) ? inAnsweredHospice : inHospice);
            if (!addIfInside(handledByPlan, visit, inMedicareAdvantage)) {
                addIfInside(handledOtherwise, visit, inOtherEnrolment);
            }
        }
    }

    private static boolean addIfInside(List<DateSpan> spans, Line visit, List<String> inside) {
        return !spans.isEmpty()
                && spans.stream().anyMatch(span -> span.contains(visit.serviceDate()))
                && inside.add(visit.serviceDate() + " (line " + visit.lineNumber() + ")");
    }

    /** The first HIPPS line, or {@code null}. */
    Line hippsLine() {
        return hippsLine;
    }

    /** How many HIPPS lines there are. */
    public int hippsLines() {
        return hippsLines.size();
    }

    /** Their line numbers, in the claim's order. */
    public List<Integer> hippsLineNumbers() {
        return List.copyOf(hippsLines);
    }

    /**
     * What day the HIPPS line is dated on: the {@code first visit}, {@code another day} or {@code no day}; {@code unknown}
     * where there is no such line or no dated visit.
     */
    public String hippsDated() {
        int day = dayOfFirst();
        if (hippsLine == null || day == Day.LAST) {
            return "unknown";
        }
        return !hippsLine.dated() ? "no day" : hippsLine.on() == day ? "first visit" : "another day";
    }

    /** Modifiers of the first HIPPS line; empty where there is none. */
    public List<String> hippsModifiers() {
        return hippsLine == null ? List.of() : hippsLine.modifiers();
    }

    /** How many visits there are. */
    public int all() {
        return visits;
    }

    /** How many of them are billed as covered, wholly or in part. */
    public int covered() {
        return covered;
    }

    /** How many of them are visits by a nurse or therapist; one whose code no list has counts as one. */
    public int skilled() {
        return skilled;
    }

    /** How many of them fall into a hospice election that the sender tells. */
    public int inHospice() {
        return inHospice.size();
    }

    /** Those visits by date and line, such as {@code 2025-03-04 (line 2)}, for a finding's text. */
    public List<String> hospiceVisits() {
        return List.copyOf(inHospice);
    }

    /** How many of them fall into a hospice election that Medicare's eligibility answer tells. */
    public int inAnsweredHospice() {
        return inAnsweredHospice.size();
    }

    /** Those visits by date and line, as {@link #hospiceVisits()}. */
    public List<String> answeredHospiceVisits() {
        return List.copyOf(inAnsweredHospice);
    }

    /** How many of them fall into an enrolment in Medicare Advantage whose plan handles all claims, as far as told. */
    public int inMedicareAdvantage() {
        return inMedicareAdvantage.size();
    }

    /** Those visits by date and line, as {@link #hospiceVisits()}. */
    public List<String> medicareAdvantageVisits() {
        return List.copyOf(inMedicareAdvantage);
    }

    /** How many of them fall into another enrolment: Medicare's contractor handles claims, or the answer does not say. */
    public int inOtherEnrolment() {
        return inOtherEnrolment.size();
    }

    /** Those visits by date and line, as {@link #hospiceVisits()}. */
    public List<String> otherEnrolmentVisits() {
        return List.copyOf(inOtherEnrolment);
    }

    /** Of the first period of an admission, days from its first day to the first visit; 0 where that is not known. */
    public int daysToFirst() {
        return first == Day.LAST || !bill.period().equals("first")
                ? 0
                : (int) Math.max(0, ChronoUnit.DAYS.between(bill.statementFrom(), Day.date(first)));
    }

    /** The first visit; in the first period of an admission the first that is covered, if one is. Or {@code null}. */
    public LocalDate firstVisit() {
        int day = dayOfFirst();
        return day == Day.LAST ? null : Day.date(day);
    }

    /**
     * The first visit, where the statement covers it and the HIPPS line has no date or a single later one; else {@code
     * null}. A HIPPS line dated before the first visit may tell of a visit that is missing.
     */
    public LocalDate firstVisitBeforeHipps() {
        int day = dayOfFirst();
        return hippsLine == null
                        || hippsLine.ranged()
                        || hippsLine.dated() && hippsLine.on() <= day
                        || day < bill.from()
                        || day > bill.through()
                ? null
                : Day.date(day);
    }

    private int dayOfFirst() {
        return bill.period().equals("first") && firstCovered != Day.LAST ? firstCovered : first;
    }
}
