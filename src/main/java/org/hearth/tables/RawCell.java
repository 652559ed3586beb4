package org.hearth.tables;

import java.time.LocalDate;

/**
 * A cell as it stands in the sheet, before anybody says what it should hold.
 *
 * @param kind what the spreadsheet program stored
 * @param text its text: of a number the plain decimal, of a date the ISO form, of a formula its source
 * @param date the day, of a date cell only
 */
record RawCell(Kind kind, String text, LocalDate date) {

    enum Kind {
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

    static final RawCell BLANK = new RawCell(Kind.BLANK, "", null);

    boolean blank() {
        return kind == Kind.BLANK;
    }
}
