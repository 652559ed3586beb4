package org.hearth.tables.content;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final String BY = " by ";

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

    /** Each row is read once, however many of them look like a heading: one among the values is no bound. */
    private void byValue(Map<String, ColumnType> types, Map<String, Bounds> bounds) {
        Set<String> read = new HashSet<>();
        for (int start = 0; start < sheet.rows().size(); start++) {
            String words = sheet.text(start, 0);
            int by = words.lastIndexOf(BY);
            if (by <= 0
                    || by + BY.length() == words.length()
                    || !sheet.text(start, 1).equals(LEAST)
                    || !sheet.text(start, 2).equals(MOST)) {
                continue;
            }
            int end = start + 1;
            if (read.add(words)) {
                String heading = words.substring(0, by);
                counted(heading, types.get(heading), start);
                Map<String, Bounds> each = new LinkedHashMap<>();
                for (; !sheet.blankRow(end); end++) {
                    each.put(sheet.text(end, 0), Bounds.of(number(end, 1), number(end, 2)));
                }
                bounds.put(
                        heading,
                        bounds.getOrDefault(heading, Bounds.NONE).with(words.substring(by + BY.length()), each));
            } else {
                problems.add(
                        Table.NOTES,
                        Sheet.cellName(start, 0),
                        "`" + words + "` stands here a second time",
                        "leave only one of the two");
            }
            start = end - 1;
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
