package org.hearth.tables.content;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The {@code .rows.csv} mirror of a workbook: its rows as text, so that a change shows in a review. */
public final class RowsMirror {

    private RowsMirror() {}

    /** The mirror's file name beside a workbook. */
    public static String fileName(String workbook) {
        return workbook.replaceFirst("(\\.drl)?\\.xlsx$", ".rows.csv");
    }

    /** The mirror of a table: a heading line, then a line a row, each ended by a line feed (RFC 4180 quoting). */
    public static String of(Table table) {
        StringBuilder out = new StringBuilder();
        out.append(line(table.columns().stream().map(Column::heading).toList()));
        for (Row row : table.rows()) {
            out.append(line(row.values().values().stream().map(RowsMirror::text).toList()));
        }
        return out.toString();
    }

    /** A value as an analyst would write it. */
    public static String text(Object value) {
        if (value instanceof Unbound unbound) {
            return unbound.name().toLowerCase(java.util.Locale.ROOT);
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    /** A line of comma-separated values and its line feed. */
    public static String line(List<String> values) {
        return values.stream().map(RowsMirror::quoted).collect(Collectors.joining(",")) + "\n";
    }

    private static String quoted(String value) {
        if (value.matches("(?s).*[\",\\n\\r].*")) {
            return '"' + value.replace("\"", "\"\"") + '"';
        }
        return value;
    }
}
