package org.hearth.tables;

/**
 * Something wrong with a workbook, for the analyst who can mend it.
 *
 * @param workbook the file, relative to the folder of workbooks
 * @param sheet the sheet, or {@code null} for the whole workbook
 * @param cell the cell, such as {@code B10}, or {@code null} for the whole sheet
 * @param message what is wrong
 * @param fix what to write instead
 */
public record TableProblem(String workbook, String sheet, String cell, String message, String fix) {

    @Override
    public String toString() {
        String where = workbook + (sheet == null ? "" : ", sheet " + sheet) + (cell == null ? "" : ", cell " + cell);
        return where + ": " + message + "; " + fix;
    }
}
