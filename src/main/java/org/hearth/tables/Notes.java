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
 * @param policy how many rows may hold for the same case
 * @param types the type of each column, by heading
 * @param meanings the meaning of each column, by heading
 * @param gaps the gaps that are meant
 * @param changes the changelog
 */
record Notes(
        String table,
        String about,
        String dates,
        Policy policy,
        Map<String, ColumnType> types,
        Map<String, String> meanings,
        List<MeantGap> gaps,
        List<Change> changes) {

    static final String SHEET = "Notes";

    private static final String SHIPPED = "bring the line back from the shipped workbook";

    /** Reads the sheet; what is wrong with it is added to the problems. */
    static Notes read(Workbook workbook, Problems problems) {
        Sheet sheet = workbook.sheets().get(SHEET);
        if (sheet == null) {
            problems.add(null, null, "there is no sheet `Notes`", "bring the sheet back from the shipped workbook");
            return null;
        }
        Map<String, ColumnType> types = new LinkedHashMap<>();
        Map<String, String> meanings = new LinkedHashMap<>();
        for (int row : below(sheet, "column")) {
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
        return new Notes(
                labelled(sheet, "table", problems),
                labelled(sheet, "about", problems),
                labelled(sheet, "dates are", problems),
                policy(sheet, problems),
                types,
                meanings,
                below(sheet, "gap after").stream()
                        .map(row -> new MeantGap(sheet.text(row, 0), sheet.text(row, 1), sheet.text(row, 2)))
                        .toList(),
                changes(sheet, problems));
    }

    private static List<Change> changes(Sheet sheet, Problems problems) {
        List<Change> changes = new ArrayList<>();
        for (int row : below(sheet, "changed on")) {
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
        return changes;
    }

    /** The rows from the one below a heading to the next blank one. */
    private static List<Integer> below(Sheet sheet, String heading) {
        List<Integer> rows = new ArrayList<>();
        int start = sheet.rowStarting(heading);
        for (int row = start + 1; start >= 0 && !sheet.blankRow(row); row++) {
            rows.add(row);
        }
        return rows;
    }

    private static Policy policy(Sheet sheet, Problems problems) {
        String words = labelled(sheet, "rows match", problems);
        return Policy.of(words).orElseGet(() -> {
            if (!words.isEmpty()) {
                problems.add(
                        SHEET,
                        Sheet.cellName(sheet.rowStarting("rows match"), 1),
                        "`" + words + "` is neither all, nor at most one, nor one",
                        SHIPPED);
            }
            return Policy.ALL;
        });
    }

    private static String labelled(Sheet sheet, String label, Problems problems) {
        int row = sheet.rowStarting(label);
        if (row < 0 || sheet.at(row, 1).blank()) {
            problems.add(SHEET, null, "there is no line `" + label + "`", SHIPPED);
            return "";
        }
        return sheet.text(row, 1);
    }
}
