package org.hearth.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What no claim says and only its sender knows. Everything may be unknown.
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
        List<Certification> certifications) {

    /** Nothing known. */
    public static final ClaimContext UNKNOWN = new ClaimContext(
            null, null, List.of(), Map.of(), Map.of(), Map.of(), Map.of(), null, List.of(), List.of(), List.of(),
            List.of());

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
    }
}
