package org.hearth.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What no claim says and only its sender or the payer's file knows. Everything may be unknown: of a list or map that is
 * empty nobody knows, unless somebody says that there is nothing.
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
 * @param partA days of entitlement to Medicare Part A
 * @param partB days of entitlement to Medicare Part B
 * @param diedOn the day of death; {@code null} if not known
 * @param payersBefore payers before Medicare
 * @param none the parts of which somebody says that there is nothing
 * @param partly the parts of which more stands on file than could be read: what they hold is so, and what they do not hold
 *     nobody knows
 * @param answeredOn of the parts that Medicare's eligibility answer told, the day of the answer; the others are the sender's
 *     own word
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
        List<PlanEnrolment> medicareAdvantagePeriods,
        List<Certification> certifications,
        List<DateSpan> partA,
        List<DateSpan> partB,
        LocalDate diedOn,
        List<PayerBefore> payersBefore,
        Set<ContextFact> none,
        Set<ContextFact> partly,
        Map<ContextFact, LocalDate> answeredOn) {

    /** Nothing known. */
    public static final ClaimContext UNKNOWN = builder().build();

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
        partA = List.copyOf(partA);
        partB = List.copyOf(partB);
        payersBefore = List.copyOf(payersBefore);
        none = Set.copyOf(none);
        partly = Set.copyOf(partly);
        answeredOn = Map.copyOf(answeredOn);
    }

    /** A context to fill in, all unknown. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether a part is known whole, if only that there is nothing. */
    public boolean knows(ContextFact fact) {
        return !partly.contains(fact) && (fact.isHeldBy(this) || none.contains(fact));
    }

    /** This context, and of the parts that it does not know whole what another knows. */
    public ClaimContext orElse(ClaimContext other) {
        if (equals(UNKNOWN) || other.equals(UNKNOWN)) {
            return equals(UNKNOWN) ? other : this;
        }
        Builder both = builder();
        for (ContextFact fact : ContextFact.values()) {
            boolean more = !knows(fact) && (other.knows(fact) || !partly.contains(fact));
            both.take(fact, more ? other : this);
        }
        return both.build();
    }

    /** This context without what it says of a part. */
    public ClaimContext without(ContextFact fact) {
        Builder left = builder();
        for (ContextFact other : ContextFact.values()) {
            if (other != fact) {
                left.take(other, this);
            }
        }
        return left.build();
    }

    /** Fills in a context part by part. Not safe for use by several threads. */
    public static final class Builder {
        private Boolean underHomeHealthPlan;
        private Boolean homebound;
        private List<HomeHealthPeriod> homeHealthPeriods = List.of();
        private Map<AmountBucket, BigDecimal> therapyAmountBefore = Map.of();
        private Map<Discipline, LocalDate> dischargedOn = Map.of();
        private Map<Discipline, LocalDate> oneTimeVisits = Map.of();
        private Map<Discipline, LocalDate> secondPlanEvaluations = Map.of();
        private LocalDate noticeOfAdmissionReceived;
        private List<DateSpan> inpatientStays = List.of();
        private List<DateSpan> hospicePeriods = List.of();
        private List<PlanEnrolment> medicareAdvantagePeriods = List.of();
        private List<Certification> certifications = List.of();
        private List<DateSpan> partA = List.of();
        private List<DateSpan> partB = List.of();
        private LocalDate diedOn;
        private List<PayerBefore> payersBefore = List.of();
        private final Set<ContextFact> spokenOf = EnumSet.noneOf(ContextFact.class);
        private final Set<ContextFact> partly = EnumSet.noneOf(ContextFact.class);
        private final Map<ContextFact, LocalDate> answeredOn = new EnumMap<>(ContextFact.class);

        private Builder() {}

        /** Sets {@link ClaimContext#underHomeHealthPlan}. */
        public Builder underHomeHealthPlan(Boolean value) {
            underHomeHealthPlan = value;
            return this;
        }

        /** Sets {@link ClaimContext#homebound}. */
        public Builder homebound(Boolean value) {
            homebound = value;
            return this;
        }

        /** Sets {@link ClaimContext#homeHealthPeriods}. */
        public Builder homeHealthPeriods(List<HomeHealthPeriod> value) {
            homeHealthPeriods = value;
            return this;
        }

        /** Sets {@link ClaimContext#therapyAmountBefore}. */
        public Builder therapyAmountBefore(Map<AmountBucket, BigDecimal> value) {
            therapyAmountBefore = value;
            return this;
        }

        /** Sets {@link ClaimContext#dischargedOn}. */
        public Builder dischargedOn(Map<Discipline, LocalDate> value) {
            dischargedOn = value;
            return this;
        }

        /** Sets {@link ClaimContext#oneTimeVisits}. */
        public Builder oneTimeVisits(Map<Discipline, LocalDate> value) {
            oneTimeVisits = value;
            return this;
        }

        /** Sets {@link ClaimContext#secondPlanEvaluations}. */
        public Builder secondPlanEvaluations(Map<Discipline, LocalDate> value) {
            secondPlanEvaluations = value;
            return this;
        }

        /** Sets {@link ClaimContext#noticeOfAdmissionReceived}. */
        public Builder noticeOfAdmissionReceived(LocalDate value) {
            noticeOfAdmissionReceived = value;
            return this;
        }

        /** Sets {@link ClaimContext#inpatientStays}. */
        public Builder inpatientStays(List<DateSpan> value) {
            inpatientStays = value;
            return this;
        }

        /** Sets {@link ClaimContext#hospicePeriods}. */
        public Builder hospicePeriods(List<DateSpan> value) {
            hospicePeriods = value;
            return this;
        }

        /** Sets {@link ClaimContext#medicareAdvantagePeriods}. */
        public Builder medicareAdvantagePeriods(List<PlanEnrolment> value) {
            medicareAdvantagePeriods = value;
            return this;
        }

        /** Sets {@link ClaimContext#certifications}. */
        public Builder certifications(List<Certification> value) {
            certifications = value;
            return this;
        }

        /** Sets {@link ClaimContext#partA}. */
        public Builder partA(List<DateSpan> value) {
            partA = value;
            return this;
        }

        /** Sets {@link ClaimContext#partB}. */
        public Builder partB(List<DateSpan> value) {
            partB = value;
            return this;
        }

        /** Sets {@link ClaimContext#diedOn}. */
        public Builder diedOn(LocalDate value) {
            diedOn = value;
            return this;
        }

        /** Sets {@link ClaimContext#payersBefore}. */
        public Builder payersBefore(List<PayerBefore> value) {
            payersBefore = value;
            return this;
        }

        /** Says that somebody speaks of a part: if it holds nothing, there is nothing. */
        public Builder speakingOf(ContextFact fact) {
            spokenOf.add(fact);
            return this;
        }

        /** Says that Medicare's eligibility answer of a day speaks of a part. */
        public Builder answeredOn(ContextFact fact, LocalDate day) {
            spokenOf.add(fact);
            answeredOn.put(fact, day);
            return this;
        }

        /** Says that Medicare's eligibility answer of a day speaks of a part, and that not all of it could be read. */
        public Builder partlyAnsweredOn(ContextFact fact, LocalDate day) {
            partly.add(fact);
            answeredOn.put(fact, day);
            return this;
        }

        /** Takes a part over from another context, and who told it. */
        private void take(ContextFact fact, ClaimContext from) {
            fact.copy(from, this);
            if (from.knows(fact)) {
                spokenOf.add(fact);
            }
            if (from.partly.contains(fact)) {
                partly.add(fact);
            }
            LocalDate answered = from.answeredOn.get(fact);
            if (answered != null) {
                answeredOn.put(fact, answered);
            }
        }

        /** The context. */
        public ClaimContext build() {
            ClaimContext held = build(Collections.emptySet());
            Set<ContextFact> none = EnumSet.noneOf(ContextFact.class);
            for (ContextFact fact : spokenOf) {
                if (!fact.isHeldBy(held)) {
                    none.add(fact);
                }
            }
            // of a part of which nothing could be read nobody told anything
            Set<ContextFact> unread = EnumSet.copyOf(partly);
            unread.removeIf(fact -> fact.isHeldBy(held));
            partly.removeAll(unread);
            answeredOn.keySet().removeAll(unread);
            return none.isEmpty() && unread.isEmpty() ? held : build(none);
        }

        private ClaimContext build(Set<ContextFact> none) {
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
                    partA,
                    partB,
                    diedOn,
                    payersBefore,
                    none,
                    partly,
                    answeredOn);
        }
    }
}
