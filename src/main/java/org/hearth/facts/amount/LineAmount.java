package org.hearth.facts.amount;

import java.math.BigDecimal;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.ContextFact;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.TherapyAmount;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * Where a therapy line stands in the beneficiary's yearly amount (Pub. 100-04 ch. 5 s. 10.3): allowed amounts, not
 * charges, summed by bucket and calendar year in the order of dates and lines. Only for lines with which the total lies
 * above the amount or its review threshold, and lines that carry KX.
 *
 * @param line the line, which has a date of service
 * @param bucket what shares the amount
 * @param services the same in words
 * @param attested whether the line carries KX
 * @param before US dollars before the line
 * @param after US dollars with the line; as before where its own allowed amount is not known
 * @param limit the amount of the year
 */
@InWords("yearly amount")
public record LineAmount(
        Line line,
        AmountBucket bucket,
        String services,
        boolean attested,
        BigDecimal before,
        BigDecimal after,
        TherapyAmount limit) {

    /** Date of service, as {@link Day}. */
    @DayNumber
    public int on() {
        return line.on();
    }

    /** {@code cap} until 2017, {@code threshold} since. */
    public String regime() {
        return limit.regime();
    }

    /** The amount of the year, US dollars. */
    public BigDecimal amount() {
        return limit.amount();
    }

    /** US dollars by which the total with the line lies above the amount of the year; 0 and less where it does not. */
    public BigDecimal over() {
        return after.subtract(amount());
    }

    /** The review threshold, US dollars; {@code null} where there is none. */
    public BigDecimal review() {
        return limit.reviewThreshold();
    }

    /** Whether Medicare's eligibility answer, of what was processed by then, told the amount before the claim. */
    public boolean answered() {
        return line.bill().isAnswered(ContextFact.THERAPY_AMOUNT_BEFORE);
    }

    /** Who told it, as {@link org.hearth.facts.line.Bill#asTold}. */
    public String asTold() {
        return line.bill().asTold(ContextFact.THERAPY_AMOUNT_BEFORE);
    }

    /** The calendar year. */
    public int year() {
        return line.serviceDate().getYear();
    }
}
