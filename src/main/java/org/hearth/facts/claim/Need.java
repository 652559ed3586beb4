package org.hearth.facts.claim;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hearth.claim.ContextFact;
import org.hearth.facts.line.Bill;

/** A fact that no claim can prove of itself, and that only its sender knows. */
public enum Need {
    /** What was billed for the beneficiary before, all of it. */
    EARLIER_CLAIMS("earlier claims", bill -> bill.history().complete()),
    /** Whether there is a home health plan of care. */
    HOME_HEALTH_PLAN("home health plan", "the agency's record", ContextFact.UNDER_HOME_HEALTH_PLAN),
    /** Whether the beneficiary is homebound. */
    HOMEBOUND("homebound status", "the agency's record", ContextFact.HOMEBOUND),
    /** Home health admissions and periods that the payer has on file. */
    HOME_HEALTH_PERIODS("home health periods on file", "eligibility", ContextFact.HOME_HEALTH_PERIODS),
    /** The day on which the payer received the notice of admission. */
    NOTICE_OF_ADMISSION("receipt of the notice of admission", "the agency's record", ContextFact.NOTICE_OF_ADMISSION),
    INPATIENT_STAYS("inpatient stays", "eligibility", ContextFact.INPATIENT_STAYS),
    HOSPICE_ELECTIONS("hospice elections", "eligibility", ContextFact.HOSPICE_PERIODS),
    MEDICARE_ADVANTAGE("Medicare Advantage enrolments", "eligibility", ContextFact.MEDICARE_ADVANTAGE_PERIODS),
    /** Whether the beneficiary is entitled to Part A. */
    PART_A("entitlement to Part A", "eligibility", ContextFact.PART_A),
    /** Whether the beneficiary is entitled to Part B. */
    PART_B("entitlement to Part B", "eligibility", ContextFact.PART_B),
    /** Whether the beneficiary has died. */
    DEATH("day of death", "eligibility", ContextFact.DIED_ON),
    /** Whether another payer pays before Medicare. */
    PAYERS_BEFORE("payers before Medicare on file", "eligibility", ContextFact.PAYERS_BEFORE),
    /** When the plan of care was certified. */
    CERTIFICATIONS("certifications", "the agency's record", ContextFact.CERTIFICATIONS),
    /** Planned discharges from therapy. */
    DISCHARGES("planned discharges", "the agency's record", ContextFact.DISCHARGED_ON),
    /** Visits after which no further therapy is planned. */
    ONE_TIME_VISITS("one-time visits", "the agency's record", ContextFact.ONE_TIME_VISITS),
    /** Evaluations under a second plan of care of the same discipline. */
    SECOND_PLANS("second plans of care", "the agency's record", ContextFact.SECOND_PLAN_EVALUATIONS),
    /** The day on which the payer receives the claim. */
    RECEIPT("day of receipt", Bill::receivedKnown),
    /** Whom the claim is sent to. */
    PAYER("payer", bill -> bill.claim().payer() != null);

    private static final Map<String, Need> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Need::toString, Function.identity()));

    private final String word;
    private final String teller;
    private final Predicate<Bill> known;

    Need(String word, Predicate<Bill> known) {
        this.word = word;
        this.teller = word;
        this.known = known;
    }

    Need(String word, String teller, ContextFact fact) {
        this.word = word;
        this.teller = teller;
        this.known = bill -> bill.context().knows(fact);
    }

    /** What tells the fact of a word, several facts by one name: {@code eligibility}; the word itself where nothing else does. */
    public static String teller(String word) {
        Need need = BY_WORD.get(word);
        return need == null ? word : need.teller;
    }

    /**
     * The need of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Need of(String word) {
        Need need = BY_WORD.get(word);
        if (need == null) {
            throw new IllegalArgumentException("`" + word + "` is nothing that a sender can be asked for");
        }
        return need;
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
