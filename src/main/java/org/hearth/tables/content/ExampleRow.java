package org.hearth.tables.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.tables.workbook.RawCell;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.Workbook;
import org.hearth.tables.workbook.WorkbookProblems;

/**
 * An analyst's example in a workbook.
 *
 * @param workbook the file
 * @param cell the cell of its name
 * @param name its name
 * @param bill the kind of bill or the type of bill
 * @param lines service lines in short form, separated by line ends or semicolons
 * @param claim further fields as YAML, or empty
 * @param expect the exact findings, or {@code none}
 * @param source where the example comes from
 */
public record ExampleRow(
        String workbook,
        String cell,
        String name,
        String bill,
        String lines,
        String claim,
        String expect,
        String source) {

    /** The sheet that holds them. */
    public static final String SHEET = "Examples";

    /** The column of the findings that an example expects. */
    public static final String EXPECT = "E";

    /** How many letters a cell of it has at most. */
    public static final int LONGEST = 4_000;

    private static final String LINES = "C";
    private static final int COLUMNS = 6;
    private static final int MOST = 1_000;

    /** The cell of its lines. */
    public String linesCell() {
        return LINES + cell.substring(1);
    }

    /** The cell of what it expects. */
    public String expectCell() {
        return EXPECT + cell.substring(1);
    }

    /** Reads the sheet, if there is one; what is wrong with it is added to the problems. */
    static List<ExampleRow> read(Workbook workbook, WorkbookProblems problems) {
        Sheet sheet = workbook.sheets().get(SHEET);
        List<ExampleRow> examples = new ArrayList<>();
        Map<String, String> cellOfName = new HashMap<>();
        for (int row = 1; sheet != null && row < sheet.rows().size(); row++) {
            if (sheet.blankRow(row)) {
                continue;
            }
            if (examples.size() == MOST) {
                problems.add(SHEET, null, "there are more than " + MOST + " examples", "keep those that differ");
                break;
            }
            String cell = Sheet.cellName(row, 0);
            for (int column = 0; column < COLUMNS; column++) {
                check(sheet.at(row, column), Sheet.cellName(row, column), problems);
            }
            String name = sheet.text(row, 0);
            String twin = cellOfName.put(name, cell);
            if (name.isEmpty() || twin != null) {
                problems.add(
                        SHEET,
                        cell,
                        name.isEmpty() ? "the example has no name" : "`" + name + "` also names the example at " + twin,
                        "give it a name of its own");
            }
            examples.add(new ExampleRow(
                    workbook.file(),
                    cell,
                    name,
                    sheet.text(row, 1),
                    sheet.text(row, 2),
                    sheet.text(row, 3),
                    sheet.text(row, 4),
                    sheet.text(row, 5)));
        }
        return List.copyOf(examples);
    }

    private static void check(RawCell cell, String name, WorkbookProblems problems) {
        if (!cell.blank() && cell.kind() != RawCell.Kind.TEXT) {
            problems.add(
                    SHEET,
                    name,
                    "the cell holds a " + cell.kind().name().toLowerCase(java.util.Locale.ROOT) + ", not text",
                    "format the cell as text and write it again, a type of bill as 0341");
        } else if (cell.text().length() > LONGEST) {
            problems.add(SHEET, name, "the text is longer than " + LONGEST + " characters", "shorten the example");
        }
    }
}
