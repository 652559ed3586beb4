package org.hearth.tables;

import java.util.List;

/**
 * A sheet's cells, read once and let go of the spreadsheet library.
 *
 * @param name the sheet's name
 * @param rows its rows from the first, none missing; each is as long as its last filled cell
 */
record Sheet(String name, List<List<RawCell>> rows) {

    /** A cell, blank where the sheet has none. */
    RawCell at(int row, int column) {
        if (row >= rows.size() || column >= rows.get(row).size()) {
            return RawCell.BLANK;
        }
        return rows.get(row).get(column);
    }

    /** The text of a cell, empty where it is blank. */
    String text(int row, int column) {
        return at(row, column).text();
    }

    boolean blankRow(int row) {
        return row >= rows.size() || rows.get(row).stream().allMatch(RawCell::blank);
    }

    /** The first row whose first cell has a text, or -1. */
    int rowStarting(String firstCell) {
        for (int row = 0; row < rows.size(); row++) {
            if (text(row, 0).equals(firstCell)) {
                return row;
            }
        }
        return -1;
    }

    /** A cell's name as spreadsheet programs show it: row 9, column 1 is {@code B10}. */
    static String cellName(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row + 1).toString();
    }
}
