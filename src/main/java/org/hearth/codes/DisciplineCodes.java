package org.hearth.codes;

import org.hearth.claim.AmountBucket;
import org.hearth.finding.InWords;

/**
 * What stands for a therapy discipline on an outpatient claim: a row of {@code codes/disciplines.xlsx} (Pub. 100-04 ch. 5
 * s. 10.3 and 20).
 *
 * @param row table and key
 * @param code {@code PT}, {@code OT} or {@code SLP}
 * @param planDateCode the occurrence code of the day the plan of care was established or last reviewed
 * @param startDateCode the occurrence code of the day treatment started
 * @param therapyAmount the yearly amount towards which it counts
 * @param from first day
 * @param through last day
 */
@InWords("discipline")
public record DisciplineCodes(
        String row,
        String code,
        String planDateCode,
        String startDateCode,
        AmountBucket therapyAmount,
        int from,
        int through)
        implements CodeRow {

    /** Stands for a discipline without a row on the day. */
    public static final DisciplineCodes NONE = new DisciplineCodes(null, "", "none", "none", null, Day.FIRST, Day.LAST);
}
