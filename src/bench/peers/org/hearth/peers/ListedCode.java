package org.hearth.peers;

import org.hearth.codes.CodeRow;
import org.hearth.codes.Day;

/**
 * What a code is during a span of days: a row of the workload's code list.
 *
 * @param row table and key
 * @param code HCPCS code
 * @param discipline {@code PT}, {@code OT} or {@code SLP}
 * @param timed whether its units are minutes
 * @param from first day, as {@link Day}
 * @param through last day, as {@link Day}
 */
public record ListedCode(String row, String code, String discipline, boolean timed, int from, int through)
        implements CodeRow {

    /** Stands for a code without a row on the day. */
    static final ListedCode NONE = new ListedCode(null, "", "none", false, Day.FIRST, Day.LAST);
}
