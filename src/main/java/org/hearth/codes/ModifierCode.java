package org.hearth.codes;

import java.util.List;
import org.hearth.finding.InWords;

/**
 * What a modifier is: a row of {@code codes/modifier-codes.xlsx}.
 *
 * @param row table and key
 * @param code two characters
 * @param kind what it is for
 * @param discipline the discipline it stands for, or {@code any}
 * @param onAVisit whether it can stand on a visit of a 32X; else it belongs on lines of outpatient therapy
 * @param from first day
 * @param through last day
 */
@InWords("modifier code")
public record ModifierCode(
        String row, String code, ModifierKind kind, String discipline, boolean onAVisit, int from, int through)
        implements CodeRow {

    /** Whether some modifiers have one of a kind in force on a day. */
    public static boolean any(ModifierKind kind, List<String> modifiers, int on, Codes codes) {
        for (String modifier : modifiers) {
            ModifierCode row = codes.modifierCodes().on(modifier, on, null);
            if (row != null && row.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** The days of the row in words, such as {@code from 2015-01-01}. */
    public String span() {
        return Day.span(from, through);
    }
}
