package org.hearth.tables.workbook;

import java.util.List;
import java.util.Set;

/**
 * A sheet's cells, read once and let go of the spreadsheet library.
 *
 * @param name the sheet's name
 * @param rows its rows from the first, none missing; each is as long as its last filled cell
 * @param hiddenRows the rows that are not shown, from 0
 * @param hiddenColumns the columns that are not shown, from 0
 * @param struckRows the rows whose first cell is struck through, from 0
 * @param filtered whether a filter hides rows
 * @param merged the blocks of merged cells
 */
public record Sheet(
        String name,
        List<List<RawCell>> rows,
        Set<Integer> hiddenRows,
        Set<Integer> hiddenColumns,
        Set<Integer> struckRows,
        boolean filtered,
        List<Block> merged) {

    /** A block of cells, both corners in it, from 0. */
    public record Block(int firstRow, int firstColumn, int lastRow, int lastColumn) {

        /** As spreadsheet programs show it, such as {@code B10:C12}. */
        @Override
        public String toString() {
            return cellName(firstRow, firstColumn) + ":" + cellName(lastRow, lastColumn);
        }
    }

    public Sheet {
        rows = List.copyOf(rows);
        hiddenRows = Set.copyOf(hiddenRows);
        hiddenColumns = Set.copyOf(hiddenColumns);
        struckRows = Set.copyOf(struckRows);
        merged = List.copyOf(merged);
    }

    /** A cell, blank where the sheet has none. */
    public RawCell at(int row, int column) {
        if (row >= rows.size() || column >= rows.get(row).size()) {
            return RawCell.BLANK;
        }
        return rows.get(row).get(column);
    }

    /** Whether a cell is one that a merged block shows the first cell's value for. */
    public boolean swallowed(int row, int column) {
        return merged.stream()
                .anyMatch(block -> row >= block.firstRow()
                        && row <= block.lastRow()
                        && column >= block.firstColumn()
                        && column <= block.lastColumn());
    }

    /** The text of a cell, empty where it is blank. */
    public String text(int row, int column) {
        return at(row, column).text();
    }

    public boolean blankRow(int row) {
        return row >= rows.size() || rows.get(row).stream().allMatch(RawCell::blank);
    }

    /** The first row whose first cell has a text, or -1. */
    public int rowStarting(String firstCell) {
        for (int row = 0; row < rows.size(); row++) {
            if (text(row, 0).equals(firstCell)) {
                return row;
            }
        }
        return -1;
    }

    /** A cell's name as spreadsheet programs show it: row 9, column 1 is {@code B10}. */
    public static String cellName(int row, int column) {
        return columnName(column) + (row + 1);
    }

    /** A column's name as spreadsheet programs show it: 27 is {@code AB}. */
    public static String columnName(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
