package org.hearth.draft;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.hearth.tables.content.ColumnType.Kind;

/**
 * What an analyst types, as a spreadsheet program would store it in a cell of a column's kind: what is no date or number stays a
 * text there, for the check to complain of.
 */
final class TypedValue {

    private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,12}|\\d{1,3}(,\\d{3}){1,3})(\\.\\d{1,6})?");
    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** Spreadsheet programs count from then on. */
    private static final int EARLIEST_YEAR = 1900;

    /** A later year is a slip, and so the check has it. */
    private static final int LATEST_YEAR = 2199;

    private TypedValue() {}

    /** A {@code LocalDate}, a {@code BigDecimal} or the text as it was typed; {@code null} of nothing. */
    static Object of(Kind kind, String typed) {
        if (typed == null || typed.isEmpty()) {
            return null;
        }
        String text = typed.strip();
        if (kind == Kind.DATE) {
            LocalDate date = date(text);
            return date == null ? typed : date;
        }
        if ((kind == Kind.NUMBER || kind == Kind.AMOUNT) && NUMBER.matcher(text).matches()) {
            return new BigDecimal(text.replace(",", ""));
        }
        return typed;
    }

    /** A day of 1900 to 2199, {@code 2025-01-31} or {@code 1/31/2025}; {@code null} of anything else. */
    static LocalDate date(String text) {
        try {
            LocalDate date = text.indexOf('/') < 0 ? LocalDate.parse(text) : LocalDate.parse(text, AMERICAN);
            return date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
