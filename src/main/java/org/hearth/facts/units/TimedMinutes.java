package org.hearth.facts.units;

import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.ServiceUnit;
import org.hearth.finding.InWords;

/**
 * Treatment minutes that a row of the table {@code unit-brackets} answers with units: a {@link UnitPool} or one
 * {@link LineMinutes}. How many units the minutes allow is never computed: the row says it.
 */
@InWords("timed minutes")
public sealed interface TimedMinutes permits UnitPool, LineMinutes {

    /** {@code 32X} or {@code 34X}. */
    String kind();

    /** What one unit is, in the word of {@link ServiceUnit}. */
    String unitKind();

    /** Minutes of a unit; {@code null} where it is no time. */
    Integer unitMinutes();

    /** Minutes, from 0 to 1,440. */
    int minutes();

    /** Day of service, as {@link Day}. */
    @DayNumber
    int on();

    /**
     * The answer of a row.
     *
     * @param units the units that the minutes allow in all
     * @param row the row as {@code table/key}
     */
    UnitAllowance allow(int units, String row);
}
