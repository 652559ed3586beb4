package org.hearth.facts.claim;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.BiPredicate;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.claim.PlanEnrolment;
import org.hearth.claim.PlanEnrolment.ClaimsBy;
import org.hearth.facts.claim.TherapyDuring.OnFile;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Finds the therapy of a 34X that falls into a hospice election, an enrolment in Medicare Advantage or a stay that the
 * sender or Medicare's eligibility answer tells. Vaccines, drugs and equipment are not therapy; a line that is billed as
 * wholly non-covered asks for no payment.
 */
final class OtherCoverage {

    private OtherCoverage() {}

    /** The hospice elections on file. */
    static List<DateSpan> elections(Bill bill) {
        return bill.context().hospicePeriods();
    }

    /**
     * The enrolments whose plan handles all claims: so it is said, or the sender says no more than that there is one. Without the
     * days on which Medicare pays all the same, as the beneficiary has elected hospice: from the election on, and after it to
     * the end of the month (Pub. 100-04 ch. 11 s. 30.4).
     */
    static List<DateSpan> handledByPlan(Bill bill) {
        return enrolments(bill, true);
    }

    /**
     * The other enrolments, without such days: Medicare's contractor handles claims, or the eligibility answer does not say who
     * does.
     */
    static List<DateSpan> handledOtherwise(Bill bill) {
        return enrolments(bill, false);
    }

    /** Whether an enrolment whose plan handles all claims begins on a day, and the plan pays from then on. */
    static boolean planBegins(Bill bill, LocalDate day) {
        return told(bill, true).stream().anyMatch(enrolment -> enrolment.from().equals(day))
                && handledByPlan(bill).stream().anyMatch(span -> span.contains(day));
    }

    private static List<DateSpan> enrolments(Bill bill, boolean byPlan) {
        List<DateSpan> told = told(bill, byPlan);
        return told.isEmpty()
                ? told
                : told.stream()
                        .flatMap(enrolment -> outsideHospice(enrolment, elections(bill)).stream())
                        .toList();
    }

    private static List<DateSpan> told(Bill bill, boolean byPlan) {
        if (bill.context().medicareAdvantagePeriods().isEmpty()) {
            return List.of();
        }
        ClaimsBy untold = bill.isAnswered(ContextFact.MEDICARE_ADVANTAGE_PERIODS) ? null : ClaimsBy.PLAN;
        return bill.context().medicareAdvantagePeriods().stream()
                .filter(enrolment ->
                        byPlan == ((enrolment.claimsBy() == null ? untold : enrolment.claimsBy()) == ClaimsBy.PLAN))
                .map(PlanEnrolment::span)
                .toList();
    }

    private static List<DateSpan> outsideHospice(DateSpan enrolment, List<DateSpan> elections) {
        List<DateSpan> left = List.of(enrolment);
        for (DateSpan election : elections) {
            LocalDate last =
                    election.through() == null ? null : election.through().with(TemporalAdjusters.lastDayOfMonth());
            DateSpan medicares = new DateSpan(election.from(), last);
            left = left.stream()
                    .flatMap(span -> span.without(medicares).stream())
                    .toList();
        }
        return left;
    }

    static void derive(Bill bill, List<Line> lines, Carried carried, FactSink sink) {
        OnFile hospice =
                bill.isAnswered(ContextFact.HOSPICE_PERIODS) ? OnFile.HOSPICE_ANSWERED : OnFile.HOSPICE_ELECTION;
        add(bill, lines, carried, hospice, elections(bill), DateSpan::contains, sink);
        List<DateSpan> byPlan = handledByPlan(bill);
        add(bill, lines, carried, OnFile.MEDICARE_ADVANTAGE, byPlan, DateSpan::contains, sink);
        List<DateSpan> otherwise = handledOtherwise(bill);
        add(
                bill,
                lines,
                carried,
                OnFile.OTHER_ENROLMENT,
                otherwise,
                (span, day) -> span.contains(day) && byPlan.stream().noneMatch(plan -> plan.contains(day)),
                sink);
        add(
                bill,
                lines,
                carried,
                OnFile.INPATIENT_STAY,
                bill.context().inpatientStays(),
                DateSpan::strictlyContains,
                sink);
    }

    private static void add(
            Bill bill,
            List<Line> lines,
            Carried carried,
            OnFile onFile,
            List<DateSpan> spans,
            BiPredicate<DateSpan, LocalDate> holds,
            FactSink sink) {
        if (spans.isEmpty()) {
            return;
        }
        List<Line> during = lines.stream()
                .filter(line -> line.therapy()
                        && line.dated()
                        && !line.billed().notCovered()
                        && spans.stream().anyMatch(span -> holds.test(span, line.serviceDate())))
                .toList();
        if (!during.isEmpty()) {
            sink.add(new TherapyDuring(bill, carried, onFile, during));
        }
    }
}
