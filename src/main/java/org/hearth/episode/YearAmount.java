package org.hearth.episode;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.hearth.claim.AmountBucket;

/**
 * What was used of a yearly therapy amount, as far as the claims and what their senders say show (Pub. 100-04 ch. 5
 * s. 10.3).
 *
 * @param year the calendar year
 * @param bucket what shares the amount
 * @param services the same in words
 * @param used US dollars of allowed amounts
 * @param amount the amount of the year, US dollars
 * @param regime {@code cap} or {@code threshold}
 * @param passed the day of the line with which it was passed; {@code null} where it was not
 * @param beforeKnown whether a sender says what was used before; if not, {@code used} is what these claims have alone
 * @param unknownLines lines whose allowed amount nobody says, which are not in {@code used}
 */
public record YearAmount(
        int year,
        AmountBucket bucket,
        String services,
        BigDecimal used,
        BigDecimal amount,
        String regime,
        LocalDate passed,
        boolean beforeKnown,
        int unknownLines) {}
