package org.hearth.tables.workbook;

import java.time.LocalDate;

/**
 * A cell as it stands in the sheet, before anybody says what it should hold.
 *
 * @param kind what the spreadsheet program stored
 * @param text its text: of a number the plain decimal, of a date the ISO form, of a formula its source
 * @param date the day, of a date cell only
 */
public record RawCell(Kind kind, String text, LocalDate date) {

    /** What the spreadsheet program stored. */
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        /** A number shown as a percentage: what is seen is a hundred times what is stored. */
        PERCENTAGE,
        DATE,
        BOOLEAN,
        FORMULA,
        ERROR
    }

    /** A cell that holds nothing. */
    public static final RawCell BLANK = new RawCell(Kind.BLANK, "", null);

    /** Whether it holds nothing. */
    public boolean blank() {
        return kind == Kind.BLANK;
    }

    /** A text without the blanks of any width at its ends. */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
