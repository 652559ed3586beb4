package org.hearth.codes;

import org.hearth.claim.Discipline;
import org.hearth.finding.InWords;

/**
 * What a revenue code is: a row of {@code codes/revenue-codes.xlsx}.
 *
 * @param row table and key
 * @param code four digits
 * @param service what it says was furnished
 * @param from first day
 * @param through last day
 */
@InWords("revenue code")
public record RevenueCode(String row, String code, Service service, int from, int through) implements CodeRow {

    /** Stands for a code without a row on the day. */
    public static final RevenueCode NONE = new RevenueCode(null, "", Service.NONE, Day.FIRST, Day.LAST);

    /** The therapy discipline whose services it is for, or {@code null} where it is for none. */
    public Discipline discipline() {
        return service.discipline();
    }
}
