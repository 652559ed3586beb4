package org.hearth.facts.claim;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.ContextFact;
import org.hearth.claim.PayerBefore;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Bill;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * A payer before Medicare on file, on days on which a claim bills services. As a subject it is the claim.
 *
 * @param bill the claim's header
 * @param carried what the claim carries
 * @param payer the payer
 * @param dates the days, each once, in order; at least one
 */
@InWords("payer before Medicare")
public record PayerOnFile(Bill bill, Carried carried, PayerBefore payer, List<LocalDate> dates) implements Subject {

    public PayerOnFile {
        dates = List.copyOf(dates);
    }

    /** {@code 32X} or {@code 34X}, as {@link Bill#kind()}. */
    public String kind() {
        return bill.kind();
    }

    /** The kind of insurance, such as {@code 12}. */
    public String insurance() {
        return payer.kind();
    }

    /** The first day on which it pays first. */
    public LocalDate since() {
        return payer.span().from();
    }

    /** In what turn the payer that the claim is sent to pays, {@code P} first; {@code null} if not known. */
    public String responsibility() {
        return bill.claim().payer() == null ? null : bill.claim().payer().responsibility();
    }

    /** Whether the claim has none of these, as {@link Carried#none}. */
    public boolean lacks(String... items) {
        return carried.none(items);
    }

    /** The first of the days, as {@link Day}. */
    @DayNumber
    public int on() {
        return Day.of(dates.get(0));
    }

    /** Who told it, as {@link Bill#asTold}. */
    public String asTold() {
        return bill.asTold(ContextFact.PAYERS_BEFORE);
    }

    @Override
    public String pointer() {
        return bill.pointer();
    }
}
