package org.hearth.codes;

import java.math.BigDecimal;
import org.hearth.claim.AmountBucket;
import org.hearth.finding.InWords;

/**
 * The yearly therapy amount of a bucket: a row of {@code codes/therapy-amounts.xlsx} (Pub. 100-04 ch. 5 s. 10.3).
 *
 * @param row table and key
 * @param code the name of an {@link AmountBucket}
 * @param amount US dollars of allowed amounts in the calendar year
 * @param regime {@code cap} until 2017, {@code threshold} since
 * @param reviewThreshold US dollars from which claims may be reviewed; {@code null} where there is none
 * @param from first day
 * @param through last day
 */
@InWords("therapy amount")
public record TherapyAmount(
        String row, String code, BigDecimal amount, String regime, BigDecimal reviewThreshold, int from, int through)
        implements CodeRow {}
