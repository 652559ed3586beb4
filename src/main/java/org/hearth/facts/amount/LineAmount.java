package org.hearth.facts.amount;

import java.math.BigDecimal;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.TherapyAmount;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * Where a therapy line stands in the beneficiary's yearly amount (Pub. 100-04 ch. 5 s. 10.3): allowed amounts, not
 * charges, summed by bucket and calendar year in the order of dates and lines. Only for lines at or above the amount,
 * lines that reach the review threshold, and lines that carry KX.
 *
 * @param position {@code crosses} for the line that takes the total above the amount, {@code above} for every later one,
 *     {@code below} for the rest
 * @param line the line
 * @param bucket {@code PT_SLP} or {@code OT}
 * @param attested whether the line carries KX
 * @param entersReview whether the line takes the total above the review threshold
 * @param before US dollars before the line
 * @param after US dollars with the line; as before where its own allowed amount is not known
 * @param limit the amount of the year
 */
@InWords("yearly amount")
public record LineAmount(
        String position,
        Line line,
        String bucket,
        boolean attested,
        boolean entersReview,
        BigDecimal before,
        BigDecimal after,
        TherapyAmount limit) {

    public LineAmount {
        before = cents(before);
        after = cents(after);
    }

    private static BigDecimal cents(BigDecimal dollars) {
        return dollars.scale() < 2 ? dollars.setScale(2) : dollars;
    }

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
        return cents(limit.amount());
    }

    /** The review threshold, US dollars; {@code null} where there is none. */
    public BigDecimal review() {
        return limit.reviewThreshold() == null ? null : cents(limit.reviewThreshold());
    }

    /** The bucket in words. */
    public String services() {
        return bucket.equals("OT") ? "occupational therapy" : "physical therapy and speech-language pathology";
    }

    /** The calendar year. */
    public int year() {
        return line.on() / 10_000;
    }
}
