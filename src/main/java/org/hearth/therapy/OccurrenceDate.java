package org.hearth.therapy;

import org.hearth.finding.Subject;

/**
 * An occurrence code of the claim as a fact.
 *
 * @param bill the claim
 * @param index its place among the claim's occurrence codes, from 0
 * @param code two characters
 * @param on its date, as {@link Day}
 */
public record OccurrenceDate(Bill bill, int index, String code, int on) implements Subject {

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return bill.kind();
    }

    /** Its date in ISO form. */
    public String date() {
        return Day.date(on).toString();
    }

    @Override
    public String pointer() {
        return "/occurrenceCodes/" + index;
    }
}
