package org.hearth.tables;

import org.hearth.finding.Shown;

/**
 * Something wrong with a workbook, for the analyst who can mend it.
 *
 * @param workbook the file, relative to the folder of workbooks
 * @param sheet the sheet, or {@code null} for the whole workbook
 * @param cell the cell, such as {@code B10}, or a block of them, or {@code null} for the whole sheet
 * @param message what is wrong
 * @param fix what to write instead
 */
public record TableProblem(String workbook, String sheet, String cell, String message, String fix) {

    private static final int LONGEST = 600;

    /** What a stranger's sheet is called, or holds, may be meant for the terminal that shows it. */
    public TableProblem {
        workbook = shown(workbook);
        sheet = shown(sheet);
        message = shown(message);
        fix = shown(fix);
    }

    private static String shown(String text) {
        if (text == null || text.length() <= LONGEST) {
            return text == null ? null : Shown.escaped(text);
        }
        return Shown.escaped(text.substring(0, LONGEST)) + "...";
    }

    @Override
    public String toString() {
        String where = workbook + (sheet == null ? "" : ", sheet " + sheet) + (cell == null ? "" : ", cell " + cell);
        return where + ": " + message + "; " + fix;
    }
}
