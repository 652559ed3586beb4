package org.hearth.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What no claim says and only its sender knows. Everything may be unknown: of a list or map that is empty
 * nobody knows, unless the sender says that there is nothing.
 *
 * @param underHomeHealthPlan whether the beneficiary is under a home health plan of care; {@code null} if not known
 * @param homebound whether the beneficiary is homebound; {@code null} if not known
 * @param homeHealthPeriods home health admissions or periods on file
 * @param therapyAmountBefore allowed amounts in US dollars incurred earlier in the calendar year, by what shares
 *     the yearly amount
 * @param dischargedOn the day of a planned discharge from therapy
 * @param oneTimeVisits the day of a visit after which no further therapy is planned
 * @param secondPlanEvaluations the day of an evaluation under a second plan of care of the same discipline
 * @param noticeOfAdmissionReceived the day the payer received the notice of admission; {@code null} if not known
 * @param inpatientStays inpatient and skilled nursing stays
 * @param hospicePeriods hospice elections
 * @param medicareAdvantagePeriods Medicare Advantage enrolments
 * @param certifications certifications of therapy plans
 * @param none the parts of which the sender says that there is nothing
 */
public record ClaimContext(
        Boolean underHomeHealthPlan,
        Boolean homebound,
        List<HomeHealthPeriod> homeHealthPeriods,
        Map<AmountBucket, BigDecimal> therapyAmountBefore,
        Map<Discipline, LocalDate> dischargedOn,
        Map<Discipline, LocalDate> oneTimeVisits,
        Map<Discipline, LocalDate> secondPlanEvaluations,
        LocalDate noticeOfAdmissionReceived,
        List<DateSpan> inpatientStays,
        List<DateSpan> hospicePeriods,
        List<DateSpan> medicareAdvantagePeriods,
        List<Certification> certifications,
        Set<ContextFact> none) {

    /** Nothing known. */
    public static final ClaimContext UNKNOWN = new ClaimContext(
            null, null, List.of(), Map.of(), Map.of(), Map.of(), Map.of(), null, List.of(), List.of(), List.of(),
            List.of());

    /** A context whose sender speaks only of what there is. */
    public ClaimContext(
            Boolean underHomeHealthPlan,
            Boolean homebound,
            List<HomeHealthPeriod> homeHealthPeriods,
            Map<AmountBucket, BigDecimal> therapyAmountBefore,
            Map<Discipline, LocalDate> dischargedOn,
            Map<Discipline, LocalDate> oneTimeVisits,
            Map<Discipline, LocalDate> secondPlanEvaluations,
            LocalDate noticeOfAdmissionReceived,
            List<DateSpan> inpatientStays,
            List<DateSpan> hospicePeriods,
            List<DateSpan> medicareAdvantagePeriods,
            List<Certification> certifications) {
        this(
                underHomeHealthPlan,
                homebound,
                homeHealthPeriods,
                therapyAmountBefore,
                dischargedOn,
                oneTimeVisits,
                secondPlanEvaluations,
                noticeOfAdmissionReceived,
                inpatientStays,
                hospicePeriods,
                medicareAdvantagePeriods,
                certifications,
                Set.of());
    }

    public ClaimContext {
        homeHealthPeriods = List.copyOf(homeHealthPeriods);
        therapyAmountBefore = Map.copyOf(therapyAmountBefore);
        dischargedOn = Map.copyOf(dischargedOn);
        oneTimeVisits = Map.copyOf(oneTimeVisits);
        secondPlanEvaluations = Map.copyOf(secondPlanEvaluations);
        inpatientStays = List.copyOf(inpatientStays);
        hospicePeriods = List.copyOf(hospicePeriods);
        medicareAdvantagePeriods = List.copyOf(medicareAdvantagePeriods);
        certifications = List.copyOf(certifications);
        none = Set.copyOf(none);
    }

    /** This context, of a sender who speaks of some parts: of those that hold nothing there is nothing. */
    public ClaimContext speakingOf(Set<ContextFact> parts) {
        Set<ContextFact> empty = EnumSet.noneOf(ContextFact.class);
        for (ContextFact part : parts) {
            if (!part.isHeldBy(this)) {
                empty.add(part);
            }
        }
        return new ClaimContext(
                underHomeHealthPlan,
                homebound,
                homeHealthPeriods,
                therapyAmountBefore,
                dischargedOn,
                oneTimeVisits,
                secondPlanEvaluations,
                noticeOfAdmissionReceived,
                inpatientStays,
                hospicePeriods,
                medicareAdvantagePeriods,
                certifications,
                empty);
    }

    /** Whether something is known of a part, if only that there is nothing. */
    public boolean knows(ContextFact fact) {
        return fact.isHeldBy(this) || none.contains(fact);
    }
}
