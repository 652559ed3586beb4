package org.hearth.facts.plan;

import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Bill;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * An occurrence code of the claim as a fact.
 *
 * @param bill the claim
 * @param index its place among the claim's occurrence codes, from 0
 * @param code two characters
 * @param on its date, as {@link Day}
 */
@InWords("occurrence code")
public record OccurrenceDate(Bill bill, int index, String code, @DayNumber int on) implements Subject {

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return bill.kind();
    }

    /** Its date in ISO form. */
    public String date() {
        return Day.date(on).toString();
    }

    /** Whether it lies after each date that the claim has for some codes, and the claim has one of them. */
    public boolean laterThan(String... codes) {
        int latest = 0;
        for (String other : codes) {
            latest = Math.max(latest, bill.latest(other));
        }
        return latest != 0 && on > latest;
    }

    /** Whether it lies after the statement period. */
    public boolean afterStatement() {
        return on > bill.through();
    }

    /** The day of receipt, as {@link Bill#received()}. */
    @DayNumber
    public int received() {
        return bill.received();
    }

    @Override
    public String pointer() {
        return "/occurrenceCodes/" + index;
    }
}
