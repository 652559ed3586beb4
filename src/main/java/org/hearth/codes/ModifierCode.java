package org.hearth.codes;

import java.util.List;
import org.hearth.finding.InWords;

/**
 * What a modifier is: a row of {@code codes/modifier-codes.xlsx}.
 *
 * @param row table and key
 * @param code two characters
 * @param kind {@code discipline}, {@code assistant}, {@code severity}, {@code liability}, {@code excluded}
 *     (GY: never covered), {@code distinct}, {@code threshold} (KX) or {@code other}
 * @param discipline the discipline it stands for, or {@code any}
 * @param from first day
 * @param through last day
 */
@InWords("modifier code")
public record ModifierCode(String row, String code, String kind, String discipline, int from, int through)
        implements CodeRow {

    /** Whether some modifiers have one of a kind in force on a day. */
    public static boolean any(String kind, List<String> modifiers, int on, Codes codes) {
        for (String modifier : modifiers) {
            ModifierCode row = codes.modifierCodes().on(modifier, on, null);
            if (row != null && row.kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it says who bears the cost of what Medicare does not pay. */
    public boolean ofLiability() {
        return kind.equals("liability") || kind.equals("excluded");
    }

    /** The days of the row in words, such as {@code from 2015-01-01}. */
    public String span() {
        return Day.span(from, through);
    }
}
