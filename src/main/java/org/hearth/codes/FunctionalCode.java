package org.hearth.codes;

import java.util.List;
import org.hearth.finding.InWords;

/**
 * What a functional reporting G-code is: a row of {@code codes/functional-codes.xlsx} (Pub. 100-04 ch. 5 s. 10.6).
 *
 * @param row table and key
 * @param code HCPCS code
 * @param set the limitation's name, shared by three codes
 * @param role what it reports of the limitation; {@code null} for {@link #NONE}
 * @param pair the roles of which one has to be reported with it, the one that is asked for first
 * @param after the set that must have been reported before this one, or {@code none}
 * @param disciplines who usually reports it; descriptive, no edit
 * @param from first day
 * @param through last day
 */
@InWords("functional code")
public record FunctionalCode(
        String row,
        String code,
        String set,
        FunctionalRole role,
        List<FunctionalRole> pair,
        String after,
        List<String> disciplines,
        int from,
        int through)
        implements CodeRow {

    /** Stands for a code without a row on the day. */
    public static final FunctionalCode NONE =
            new FunctionalCode(null, "", "none", null, List.of(), "none", List.of(), Day.FIRST, Day.LAST);
}
