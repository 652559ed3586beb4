package org.hearth.tables.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Two columns that bound a row, both ends in it: {@code from} and {@code through}, with the same word before or after
 * them ({@code received from}, {@code received through}; {@code from minutes}, {@code through minutes}) or none.
 *
 * @param from the column of the first day or least number
 * @param through the column of the last day or greatest number
 * @param name what is bounded, such as {@code received} or {@code minutes}; empty for the dates of the row itself
 */
public record Span(Column from, Column through, String name) {

    /** The spans of a table's columns, left to right; a column without its other end has none. */
    public static List<Span> of(List<Column> columns) {
        List<Span> spans = new ArrayList<>();
        for (Column from : columns) {
            if (!from.type().kind().measured() || "ACTION".equals(from.role())) {
                continue;
            }
            String heading = from.heading();
            String name = heading.startsWith("from ")
                    ? heading.substring(5)
                    : heading.endsWith(" from") ? heading.substring(0, heading.length() - 5) : "";
            String other = heading.equals("from")
                    ? "through"
                    : heading.startsWith("from ") ? "through " + name : name.isEmpty() ? null : name + " through";
            columns.stream()
                    .filter(column -> column.heading().equals(other)
                            && column.type().kind() == from.type().kind())
                    .findFirst()
                    .ifPresent(through -> spans.add(new Span(from, through, name)));
        }
        return spans;
    }
}
