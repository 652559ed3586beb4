package org.hearth.finding;

/**
 * A row of a decision table or code list.
 *
 * @param table the table's name
 * @param row the row's key, given by hand
 * @param workbook the file, relative to the folder of workbooks
 * @param sheet the sheet
 * @param cell the cell that holds the row's key, such as {@code B10}
 */
public record RowReference(String table, String row, String workbook, String sheet, String cell) {}
