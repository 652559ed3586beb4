package org.hearth.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Notes sheet of a workbook: what the table is, what each column holds, and what changed.
 *
 * @param table the table's name
 * @param about what it is
 * @param dates what {@code from} and {@code through} are compared with, such as {@code date of service}
 * @param match {@code one} where at most one row may hold, {@code all} where each row stands alone
 * @param types the type of each column, by heading
 * @param meanings the meaning of each column, by heading
 * @param changes the changelog
 */
record Notes(
        String table,
        String about,
        String dates,
        String match,
        Map<String, ColumnType> types,
        Map<String, String> meanings,
        List<Change> changes) {

    static final String SHEET = "Notes";

    /** Reads the sheet; what is wrong with it is added to the problems. */
    static Notes read(Workbook workbook, Problems problems) {
        Sheet sheet = workbook.sheets().get(SHEET);
        if (sheet == null) {
            problems.add(null, null, "there is no sheet `Notes`", "bring the sheet back from the shipped workbook");
            return null;
        }
        Map<String, ColumnType> types = new LinkedHashMap<>();
        Map<String, String> meanings = new LinkedHashMap<>();
        int columns = sheet.rowStarting("column");
        for (int row = columns + 1; columns >= 0 && !sheet.blankRow(row); row++) {
            String heading = sheet.text(row, 0);
            try {
                types.put(heading, ColumnType.of(sheet.text(row, 1)));
            } catch (IllegalArgumentException e) {
                problems.add(
                        SHEET,
                        Sheet.cellName(row, 1),
                        "`" + sheet.text(row, 1) + "` is no type of column",
                        "bring the type back from the shipped workbook");
            }
            meanings.put(heading, sheet.text(row, 2));
        }
        List<Change> changes = new ArrayList<>();
        int changelog = sheet.rowStarting("changed on");
        for (int row = changelog + 1; changelog >= 0 && !sheet.blankRow(row); row++) {
            LocalDate on = sheet.at(row, 0).date();
            if (on == null) {
                problems.add(
                        SHEET,
                        Sheet.cellName(row, 0),
                        "the change has no date",
                        "write the day of the change as a date");
                continue;
            }
            changes.add(new Change(on, sheet.text(row, 1), sheet.text(row, 2)));
        }
        return new Notes(
                labelled(sheet, "table", problems),
                labelled(sheet, "about", problems),
                labelled(sheet, "dates are", problems),
                labelled(sheet, "rows match", problems),
                types,
                meanings,
                changes);
    }

    private static String labelled(Sheet sheet, String label, Problems problems) {
        int row = sheet.rowStarting(label);
        if (row < 0 || sheet.at(row, 1).blank()) {
            problems.add(
                    SHEET, null, "there is no line `" + label + "`", "bring the line back from the shipped workbook");
            return "";
        }
        return sheet.text(row, 1);
    }
}
