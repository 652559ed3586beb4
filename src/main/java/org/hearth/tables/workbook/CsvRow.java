package org.hearth.tables.workbook;

import java.util.List;
import java.util.stream.Collectors;
import org.hearth.finding.Shown;

/** A row of a CSV file (RFC 4180: commas, CRLF) that no spreadsheet program takes for more than text. */
public final class CsvRow {

    private static final String BEGINS_FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    private CsvRow() {}

    /** The row with its end; {@code null} is an empty cell. */
    public static String of(List<?> values) {
        return values.stream().map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Whether a spreadsheet program would take a text for a formula: an apostrophe goes before it. */
    public static boolean isFormula(String text) {
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** The text of a cell without an apostrophe that only keeps it from being taken for a formula. */
    public static String unguarded(String text) {
        return text.startsWith("'") && isFormula(text.substring(1)) ? text.substring(1) : text;
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = Shown.escaped(value.toString());
        if (isFormula(text)) {
            text = "'" + text;
        }
        return text.contains("\"") || text.contains(",") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
