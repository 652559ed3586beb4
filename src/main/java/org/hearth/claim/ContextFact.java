package org.hearth.claim;

import java.util.function.Predicate;

/** A part of the context of a claim that its sender may not speak of. */
public enum ContextFact {
    UNDER_HOME_HEALTH_PLAN("underHomeHealthPlan", context -> context.underHomeHealthPlan() != null),
    HOMEBOUND("homebound", context -> context.homebound() != null),
    HOME_HEALTH_PERIODS(
            "homeHealthPeriods", context -> !context.homeHealthPeriods().isEmpty()),
    THERAPY_AMOUNT_BEFORE(
            "therapyAmountBefore", context -> !context.therapyAmountBefore().isEmpty()),
    DISCHARGED_ON("dischargedOn", context -> !context.dischargedOn().isEmpty()),
    ONE_TIME_VISITS("oneTimeVisits", context -> !context.oneTimeVisits().isEmpty()),
    SECOND_PLAN_EVALUATIONS(
            "secondPlanEvaluations", context -> !context.secondPlanEvaluations().isEmpty()),
    NOTICE_OF_ADMISSION("noticeOfAdmission", context -> context.noticeOfAdmissionReceived() != null),
    INPATIENT_STAYS("inpatientStays", context -> !context.inpatientStays().isEmpty()),
    HOSPICE_PERIODS("hospicePeriods", context -> !context.hospicePeriods().isEmpty()),
    MEDICARE_ADVANTAGE_PERIODS("medicareAdvantagePeriods", context -> !context.medicareAdvantagePeriods()
            .isEmpty()),
    CERTIFICATIONS("certifications", context -> !context.certifications().isEmpty());

    private final String field;
    private final Predicate<ClaimContext> held;

    ContextFact(String field, Predicate<ClaimContext> held) {
        this.field = field;
        this.held = held;
    }

    /** The member of the context's JSON form. */
    public String field() {
        return field;
    }

    /** Whether a context holds something of it. */
    boolean isHeldBy(ClaimContext context) {
        return held.test(context);
    }
}
