package org.hearth.codes;

import java.util.List;
import org.hearth.claim.Discipline;
import org.hearth.finding.InWords;

/**
 * What a revenue code is: a row of {@code codes/revenue-codes.xlsx}.
 *
 * @param row table and key
 * @param code four digits
 * @param service what it says was furnished
 * @param bills {@code 32X}, {@code 34X}: the bills on which it has a use; empty where it has none on either
 * @param needs what a line under it cannot be billed without
 * @param qualifier how the code beside it is marked (SV202-1): {@code HP} for a HIPPS code, or {@code any}
 * @param from first day
 * @param through last day
 */
@InWords("revenue code")
public record RevenueCode(
        String row,
        String code,
        Service service,
        List<String> bills,
        List<Need> needs,
        String qualifier,
        int from,
        int through)
        implements CodeRow {

    /** What a line can be billed without or not. */
    public enum Need {
        HCPCS_CODE("HCPCS code"),
        DATE("date"),
        /** A number above zero. */
        UNITS("units"),
        /** An amount above zero. */
        CHARGE("charge");

        private final String word;

        Need(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Stands for a code without a row on the day. */
    public static final RevenueCode NONE =
            new RevenueCode(null, "", Service.NONE, List.of(), List.of(), "any", Day.FIRST, Day.LAST);

    /** The therapy discipline whose services it is for, or {@code null} where it is for none. */
    public Discipline discipline() {
        return service.discipline();
    }
}
