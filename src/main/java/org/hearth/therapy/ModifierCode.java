package org.hearth.therapy;

/**
 * What a modifier is: a row of {@code codes/modifier-codes.xlsx}.
 *
 * @param row table and key
 * @param code two characters
 * @param kind {@code discipline}, {@code assistant}, {@code severity}, {@code liability}, {@code distinct},
 *     {@code threshold} (KX) or {@code other}
 * @param discipline the discipline it stands for, or {@code any}
 * @param from first day
 * @param through last day
 */
public record ModifierCode(String row, String code, String kind, String discipline, int from, int through)
        implements CodeRow {

    /** The days of the row in words, such as {@code from 2015-01-01}. */
    public String span() {
        return Day.span(from, through);
    }
}
