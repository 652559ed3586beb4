package org.hearth.tables.content;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What makes sense in a column of numbers, as the sheet Notes declares it beside the column's meaning.
 *
 * @param least the least number that makes sense, or {@code null}
 * @param most the greatest, or {@code null}
 * @param mostChange by how many percent of it a number may differ from the one of the row before it of the same codes, or
 *     {@code null} where rows are not compared; a change of exactly so many is none too many
 * @param by the heading of the column whose values have limits of their own, such as {@code unit}, or {@code null}
 * @param each those limits, by that value
 */
public record Bounds(BigDecimal least, BigDecimal most, BigDecimal mostChange, String by, Map<String, Bounds> each) {

    /** Nothing declared: every number makes sense. */
    public static final Bounds NONE = new Bounds(null, null, null, null, Map.of());

    public Bounds {
        each = Map.copyOf(each);
    }

    /** The least and the greatest number alone. */
    static Bounds of(BigDecimal least, BigDecimal most) {
        return new Bounds(least, most, null, null, Map.of());
    }

    /** With limits for the values of another column. */
    Bounds with(String heading, Map<String, Bounds> limits) {
        return new Bounds(least, most, mostChange, heading, limits);
    }

    /** The limits of a row: those of its value in the column {@link #by}, else those of the column. */
    public Bounds of(Row row) {
        return by == null
                ? this
                : each.getOrDefault(RowsMirror.text(row.values().get(by)), this);
    }

    /** Whether a number makes sense. */
    public boolean hold(BigDecimal number) {
        return (least == null || number.compareTo(least) >= 0) && (most == null || number.compareTo(most) <= 0);
    }

    /** The numbers that make sense in words, such as {@code 0 to 96}; empty where all do. */
    public String words() {
        if (least == null) {
            return most == null ? "" : "at most " + most.toPlainString();
        }
        return most == null
                ? "at least " + least.toPlainString()
                : least.toPlainString() + " to " + most.toPlainString();
    }
}
