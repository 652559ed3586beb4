package org.hearth.tables.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.facts.FactsEdition;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.Workbook;
import org.hearth.tables.workbook.WorkbookProblems;

/**
 * The Notes sheet of a workbook: what the table is, what each column holds, and what changed.
 *
 * @param table the table's name
 * @param about what it is
 * @param dates what {@code from} and {@code through} are compared with, such as {@code date of service}
 * @param policy how many rows may hold for the same case
 * @param types the type of each column, by heading
 * @param meanings the meaning of each column, by heading
 * @param bounds which numbers make sense, by the heading of their column
 * @param factsEdition the edition of the facts that its technical rows name
 * @param factsEditionCell where that is stated, or should be
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
        Map<String, Bounds> bounds,
        int factsEdition,
        String factsEditionCell,
        List<MeantGap> gaps,
        List<Change> changes) {

    private static final String ROWS_MATCH = "rows match";
    private static final String SHIPPED = "bring the line back from the shipped workbook";

    /** Reads the sheet; what is wrong with it is added to the problems. */
    static Notes read(Workbook workbook, WorkbookProblems problems) {
        Sheet sheet = workbook.sheets().get(Table.NOTES);
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
                        Table.NOTES,
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
                NotesBounds.read(sheet, types, problems),
                factsEdition(sheet, problems),
                factsEditionCell(sheet),
                below(sheet, "gap after").stream()
                        .map(row -> new MeantGap(sheet.text(row, 0), sheet.text(row, 1), sheet.text(row, 2)))
                        .toList(),
                changes(sheet, problems));
    }

    private static List<Change> changes(Sheet sheet, WorkbookProblems problems) {
        List<Change> changes = new ArrayList<>();
        for (int row : below(sheet, "changed on")) {
            LocalDate on = sheet.at(row, 0).date();
            if (on == null) {
                problems.add(
                        Table.NOTES,
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
    static List<Integer> below(Sheet sheet, String heading) {
        List<Integer> rows = new ArrayList<>();
        int start = sheet.rowStarting(heading);
        for (int row = start + 1; start >= 0 && !sheet.blankRow(row); row++) {
            rows.add(row);
        }
        return rows;
    }

    private static Policy policy(Sheet sheet, WorkbookProblems problems) {
        String words = labelled(sheet, ROWS_MATCH, problems);
        return Policy.of(words).orElseGet(() -> {
            if (!words.isEmpty()) {
                problems.add(
                        Table.NOTES,
                        Sheet.cellName(sheet.rowStarting(ROWS_MATCH), 1),
                        "`" + words + "` is neither all, nor at most one, nor one",
                        SHIPPED);
            }
            return Policy.ALL;
        });
    }

    private static int factsEdition(Sheet sheet, WorkbookProblems problems) {
        int row = sheet.rowStarting(Table.FACTS_EDITION);
        if (row < 0) {
            return FactsEdition.UNSTATED;
        }
        try {
            return FactsEdition.stated(sheet.text(row, 1));
        } catch (NumberFormatException e) {
            problems.add(
                    Table.NOTES,
                    Sheet.cellName(row, 1),
                    "`" + sheet.text(row, 1) + "` is no edition of the facts",
                    "write " + FactsEdition.CURRENT + " if the hidden rows were made for this program, or " + SHIPPED);
            return FactsEdition.CURRENT;
        }
    }

    /** Where it is not stated, the line below {@code rows match}. */
    private static String factsEditionCell(Sheet sheet) {
        int row = sheet.rowStarting(Table.FACTS_EDITION);
        return Sheet.cellName(row < 0 ? sheet.rowStarting(ROWS_MATCH) + 1 : row, 1);
    }

    private static String labelled(Sheet sheet, String label, WorkbookProblems problems) {
        int row = sheet.rowStarting(label);
        if (row < 0 || sheet.at(row, 1).blank()) {
            problems.add(Table.NOTES, null, "there is no line `" + label + "`", SHIPPED);
            return "";
        }
        return sheet.text(row, 1);
    }
}
