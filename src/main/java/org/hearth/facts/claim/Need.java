package org.hearth.facts.claim;

import java.util.function.Predicate;
import org.hearth.claim.ContextFact;
import org.hearth.facts.line.Bill;

/** A fact that no claim can prove of itself, and that only its sender knows. */
public enum Need {
    /** What was billed for the beneficiary before, all of it. */
    EARLIER_CLAIMS("earlier claims", bill -> bill.history().complete()),
    /** Whether there is a home health plan of care. */
    HOME_HEALTH_PLAN("home health plan", ContextFact.UNDER_HOME_HEALTH_PLAN),
    /** Whether the beneficiary is homebound. */
    HOMEBOUND("homebound status", ContextFact.HOMEBOUND),
    /** Home health admissions and periods that the payer has on file. */
    HOME_HEALTH_PERIODS("home health periods on file", ContextFact.HOME_HEALTH_PERIODS),
    /** The day on which the payer received the notice of admission. */
    NOTICE_OF_ADMISSION("receipt of the notice of admission", ContextFact.NOTICE_OF_ADMISSION),
    INPATIENT_STAYS("inpatient stays", ContextFact.INPATIENT_STAYS),
    HOSPICE_ELECTIONS("hospice elections", ContextFact.HOSPICE_PERIODS),
    MEDICARE_ADVANTAGE("Medicare Advantage enrolments", ContextFact.MEDICARE_ADVANTAGE_PERIODS),
    /** When the plan of care was certified. */
    CERTIFICATIONS("certifications", ContextFact.CERTIFICATIONS),
    /** Planned discharges from therapy. */
    DISCHARGES("planned discharges", ContextFact.DISCHARGED_ON),
    /** Visits after which no further therapy is planned. */
    ONE_TIME_VISITS("one-time visits", ContextFact.ONE_TIME_VISITS),
    /** Evaluations under a second plan of care of the same discipline. */
    SECOND_PLANS("second plans of care", ContextFact.SECOND_PLAN_EVALUATIONS),
    /** The day on which the payer receives the claim. */
    RECEIPT("day of receipt", Bill::receivedKnown),
    /** Whom the claim is sent to. */
    PAYER("payer", bill -> bill.claim().payer() != null);

    private final String word;
    private final Predicate<Bill> known;

    Need(String word, Predicate<Bill> known) {
        this.word = word;
        this.known = known;
    }

    Need(String word, ContextFact fact) {
        this(word, bill -> bill.context().knows(fact));
    }

    /**
     * The need of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Need of(String word) {
        for (Need need : values()) {
            if (need.word.equals(word)) {
                return need;
            }
        }
        throw new IllegalArgumentException("`" + word + "` is nothing that a sender can be asked for");
    }

    /** Whether its sender says it. */
    boolean isMetBy(Bill bill) {
        return known.test(bill);
    }

    /** As a row says it and an answer does, such as {@code earlier claims}. */
    @Override
    public String toString() {
        return word;
    }
}
