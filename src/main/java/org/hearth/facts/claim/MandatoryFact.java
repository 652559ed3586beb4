package org.hearth.facts.claim;

import org.hearth.claim.HeaderFact;
import org.hearth.finding.FromRow;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * A fact that a row of the decision table {@code mandatory-facts} asks of a claim, and that it does not have as far as
 * anybody knows.
 *
 * @param row table and key
 * @param claim the claim
 * @param fact the field's own term, as {@link HeaderFact}
 * @param finding the finding where the claim is without it
 */
@InWords("mandatory fact")
public record MandatoryFact(String row, WholeClaim claim, String fact, String finding) implements FromRow, Subject {

    /** Whether the claim is known to be without it; if not, nobody says. */
    public boolean absent() {
        return claim.isWithout(fact);
    }

    /** Where its sender would say it: the member of the claim's JSON form. */
    public String field() {
        return HeaderFact.of(fact).field();
    }

    /** Type of bill as billed, four characters. */
    public String typeOfBill() {
        return claim.bill().typeOfBill();
    }

    @Override
    public String pointer() {
        return claim.pointer();
    }
}
