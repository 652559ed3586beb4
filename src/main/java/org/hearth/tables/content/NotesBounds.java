package org.hearth.tables.content;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.tables.workbook.RawCell;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.WorkbookProblems;

/**
 * The bounds that a Notes sheet declares: beside a column's meaning under {@code least}, {@code most} and {@code most
 * change in %}; and where the numbers of one column are of several kinds, below a line such as {@code value by unit},
 * {@code least}, {@code most}, a line a kind.
 */
public final class NotesBounds {

    /** The heading over the least number of a column. */
    public static final String LEAST = "least";

    /** The heading over the greatest number of a column. */
    public static final String MOST = "most";

    /** The heading over the change from the row before that is not yet worth a look. */
    public static final String MOST_CHANGE = "most change in %";

    private static final String COLUMN = "column";
    private static final Pattern BY = Pattern.compile("(.+) by (.+)");

    private final Sheet sheet;
    private final WorkbookProblems problems;

    private NotesBounds(Sheet sheet, WorkbookProblems problems) {
        this.sheet = sheet;
        this.problems = problems;
    }

    /** The bounds by the heading of their column; what is wrong with them is added to the problems. */
    static Map<String, Bounds> read(Sheet sheet, Map<String, ColumnType> types, WorkbookProblems problems) {
        NotesBounds notes = new NotesBounds(sheet, problems);
        Map<String, Bounds> bounds = notes.columns(types);
        notes.byValue(types, bounds);
        return bounds;
    }

    private Map<String, Bounds> columns(Map<String, ColumnType> types) {
        Map<String, Bounds> bounds = new HashMap<>();
        int headings = sheet.rowStarting(COLUMN);
        for (int row : Notes.below(sheet, COLUMN)) {
            String heading = sheet.text(row, 0);
            Bounds declared = new Bounds(
                    number(row, place(headings, LEAST)),
                    number(row, place(headings, MOST)),
                    number(row, place(headings, MOST_CHANGE)),
                    null,
                    Map.of());
            if (!declared.equals(Bounds.NONE)) {
                counted(heading, types.get(heading), row);
                bounds.put(heading, declared);
            }
        }
        return bounds;
    }

    private void byValue(Map<String, ColumnType> types, Map<String, Bounds> bounds) {
        for (int start = 0; start < sheet.rows().size(); start++) {
            Matcher by = BY.matcher(sheet.text(start, 0));
            if (!by.matches()
                    || !sheet.text(start, 1).equals(LEAST)
                    || !sheet.text(start, 2).equals(MOST)) {
                continue;
            }
            String heading = by.group(1);
            counted(heading, types.get(heading), start);
            Map<String, Bounds> each = new LinkedHashMap<>();
            for (int row : Notes.below(sheet, sheet.text(start, 0))) {
                each.put(sheet.text(row, 0), Bounds.of(number(row, 1), number(row, 2)));
            }
            bounds.put(heading, bounds.getOrDefault(heading, Bounds.NONE).with(by.group(2), each));
        }
    }

    private void counted(String heading, ColumnType type, int row) {
        if (type == null || type.kind() != ColumnType.Kind.NUMBER && type.kind() != ColumnType.Kind.AMOUNT) {
            problems.add(
                    Table.NOTES,
                    Sheet.cellName(row, 0),
                    "`" + heading + "` has bounds, and is no column of numbers",
                    "take the bounds away, or bring the line back from the shipped workbook");
        }
    }

    /** The column under a heading beside that of the columns; -1 if there is none. */
    private int place(int headings, String heading) {
        for (int column = 3;
                headings >= 0 && column < sheet.rows().get(headings).size();
                column++) {
            if (sheet.text(headings, column).equals(heading)) {
                return column;
            }
        }
        return -1;
    }

    private BigDecimal number(int row, int column) {
        RawCell cell = column < 0 ? RawCell.BLANK : sheet.at(row, column);
        if (cell.blank()) {
            return null;
        }
        try {
            return (BigDecimal) new ColumnType(ColumnType.Kind.AMOUNT, List.of(), null).read(cell);
        } catch (ColumnType.BadCell | ClassCastException e) {
            problems.add(
                    Table.NOTES,
                    Sheet.cellName(row, column),
                    "`" + cell.text() + "` is no bound",
                    "write a number, or leave the cell empty");
            return null;
        }
    }
}
