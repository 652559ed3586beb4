package org.hearth.codes;

import org.hearth.finding.FromRow;

/**
 * A row of a code list: what a code is during a span of days. Components are the columns of the workbook, in camel case.
 */
public interface CodeRow extends FromRow {

    /** The code that the row describes. */
    String code();

    /** First day it holds, as {@link Day}. */
    @DayNumber
    int from();

    /** Last day it holds, as {@link Day}. */
    @DayNumber
    int through();

    /** Whether the row holds on a day. */
    default boolean holdsOn(int day) {
        return from() <= day && day <= through();
    }
}
