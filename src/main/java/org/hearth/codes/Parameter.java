package org.hearth.codes;

import java.math.BigDecimal;
import org.hearth.finding.InWords;

/**
 * A number that is policy: a row of {@code codes/parameters.xlsx}.
 *
 * @param row table and key
 * @param code its name, such as {@code functional report interval}
 * @param value the number
 * @param unit what it counts, such as {@code treatment days}
 * @param from first day
 * @param through last day
 */
@InWords("parameter")
public record Parameter(String row, String code, BigDecimal value, String unit, int from, int through)
        implements CodeRow {}
