package org.hearth.claim;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A part of the context of a claim of which nobody may speak. */
public enum ContextFact {
    UNDER_HOME_HEALTH_PLAN(
            "underHomeHealthPlan", ClaimContext::underHomeHealthPlan, ClaimContext.Builder::underHomeHealthPlan),
    HOMEBOUND("homebound", ClaimContext::homebound, ClaimContext.Builder::homebound),
    HOME_HEALTH_PERIODS("homeHealthPeriods", ClaimContext::homeHealthPeriods, ClaimContext.Builder::homeHealthPeriods),
    THERAPY_AMOUNT_BEFORE(
            "therapyAmountBefore", ClaimContext::therapyAmountBefore, ClaimContext.Builder::therapyAmountBefore),
    DISCHARGED_ON("dischargedOn", ClaimContext::dischargedOn, ClaimContext.Builder::dischargedOn),
    ONE_TIME_VISITS("oneTimeVisits", ClaimContext::oneTimeVisits, ClaimContext.Builder::oneTimeVisits),
    SECOND_PLAN_EVALUATIONS(
            "secondPlanEvaluations", ClaimContext::secondPlanEvaluations, ClaimContext.Builder::secondPlanEvaluations),
    NOTICE_OF_ADMISSION(
            "noticeOfAdmission",
            ClaimContext::noticeOfAdmissionReceived,
            ClaimContext.Builder::noticeOfAdmissionReceived),
    INPATIENT_STAYS("inpatientStays", ClaimContext::inpatientStays, ClaimContext.Builder::inpatientStays),
    HOSPICE_PERIODS("hospicePeriods", ClaimContext::hospicePeriods, ClaimContext.Builder::hospicePeriods),
    MEDICARE_ADVANTAGE_PERIODS(
            "medicareAdvantagePeriods",
            ClaimContext::medicareAdvantagePeriods,
            ClaimContext.Builder::medicareAdvantagePeriods),
    CERTIFICATIONS("certifications", ClaimContext::certifications, ClaimContext.Builder::certifications),
    PART_A("partA", ClaimContext::partA, ClaimContext.Builder::partA),
    PART_B("partB", ClaimContext::partB, ClaimContext.Builder::partB),
    DIED_ON("diedOn", ClaimContext::diedOn, ClaimContext.Builder::diedOn),
    PAYERS_BEFORE("payersBefore", ClaimContext::payersBefore, ClaimContext.Builder::payersBefore);

    private final String field;
    private final Part<?> part;

    <T> ContextFact(
            String field,
            Function<ClaimContext, T> read,
            BiFunction<ClaimContext.Builder, T, ClaimContext.Builder> write) {
        this.field = field;
        this.part = new Part<>(read, write);
    }

    private record Part<T>(
            Function<ClaimContext, T> read, BiFunction<ClaimContext.Builder, T, ClaimContext.Builder> write) {
        void copy(ClaimContext from, ClaimContext.Builder to) {
            write.apply(to, read.apply(from));
        }
    }

    /** The member of the context's JSON form. */
    public String field() {
        return field;
    }

    /** Whether a context holds something of it. */
    boolean isHeldBy(ClaimContext context) {
        Object value = part.read().apply(context);
        if (value instanceof Collection<?> items) {
            return !items.isEmpty();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : value != null;
    }

    /** Copies it from a context. */
    void copy(ClaimContext from, ClaimContext.Builder to) {
        part.copy(from, to);
    }
}
