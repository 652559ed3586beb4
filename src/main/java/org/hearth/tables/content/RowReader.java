package org.hearth.tables.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.finding.RowReference;
import org.hearth.tables.workbook.RawCell;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.Workbook;
import org.hearth.tables.workbook.WorkbookProblems;

/** Reads the data rows of a sheet, cell by cell against the types of their columns. */
final class RowReader {

    private final Workbook workbook;
    private final Sheet sheet;
    private final Notes notes;
    private final WorkbookProblems problems;

    RowReader(Workbook workbook, Sheet sheet, Notes notes, WorkbookProblems problems) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.notes = notes;
        this.problems = problems;
    }

    /** The columns under a heading row; roles stand in another row, or nowhere if that is -1. */
    List<Column> columns(int headingRow, int roleRow) {
        List<Column> columns = new ArrayList<>();
        int width = sheet.rows().get(headingRow).size();
        for (int index = 0; index < width; index++) {
            String heading = sheet.text(headingRow, index);
            ColumnType type = notes.types().get(heading);
            if (sheet.at(headingRow, index).blank()) {
                unnamed(headingRow, index);
                continue;
            }
            if (columns.stream().anyMatch(column -> column.heading().equals(heading))) {
                problems.add(
                        sheet.name(),
                        Sheet.cellName(headingRow, index),
                        "the column `" + heading + "` is there twice",
                        "delete the copy");
                continue;
            }
            if (type == null) {
                problems.add(
                        sheet.name(),
                        Sheet.cellName(headingRow, index),
                        "the column `" + heading + "` is not described in the sheet Notes",
                        "a new or renamed column needs a rule: ask an engineer");
                continue;
            }
            String role = roleRow < 0 ? null : sheet.text(roleRow, index);
            columns.add(new Column(
                    index,
                    heading,
                    type,
                    notes.meanings().get(heading),
                    role,
                    notes.bounds().getOrDefault(heading, Bounds.NONE)));
        }
        return columns;
    }

    /** A column was inserted, or lost its heading. */
    private void unnamed(int headingRow, int index) {
        boolean filled = false;
        for (int row = headingRow + 1; row < sheet.rows().size(); row++) {
            filled |= !sheet.at(row, index).blank();
        }
        String name = "column " + Sheet.columnName(index);
        problems.add(
                sheet.name(),
                Sheet.cellName(headingRow, index),
                filled ? name + " has no heading" : name + " is empty",
                filled ? "write the heading that it had; a new column needs a rule: ask an engineer" : "delete it");
    }

    /** The rows below a heading row, keyed by their first column. */
    List<Row> rows(int headingRow, List<Column> columns) {
        List<Row> rows = new ArrayList<>();
        List<Span> spans = Span.of(columns);
        Map<String, String> cellOfKey = new HashMap<>();
        layout(headingRow);
        for (int index = headingRow + 1; index < sheet.rows().size(); index++) {
            if (sheet.blankRow(index)) {
                problems.add(
                        sheet.name(),
                        Sheet.cellName(index, 0),
                        "a blank row stands inside the table",
                        "delete the row, or every row below it is lost");
                continue;
            }
            Row row = row(index, columns);
            beside(index, headingRow);
            struck(index);
            spans.forEach(span -> order(row, span));
            String cell = Sheet.cellName(index, 0);
            String twin = row.key().isEmpty() ? null : cellOfKey.put(row.key(), cell);
            if (twin != null) {
                problems.add(
                        sheet.name(),
                        cell,
                        "`" + row.key() + "` also names the row at " + twin,
                        "give it its own name");
            }
            rows.add(row);
        }
        return rows;
    }

    /** What the sheet shows of the rows, and what it only seems to show. */
    private void layout(int headingRow) {
        for (Sheet.Block block : sheet.merged()) {
            if (block.lastRow() >= headingRow && block.firstRow() < sheet.rows().size()) {
                problems.add(
                        sheet.name(),
                        block.toString(),
                        "these cells are merged, and only the first has a value",
                        "unmerge them and write each cell");
            }
        }
        for (int column : sheet.hiddenColumns()) {
            problems.warn(
                    sheet.name(),
                    Sheet.cellName(headingRow, column),
                    "the column `" + sheet.text(headingRow, column) + "` is hidden, and counts",
                    "show it before you change the rows");
        }
        List<Integer> hidden = sheet.hiddenRows().stream()
                .filter(row -> row > headingRow && !sheet.blankRow(row))
                .sorted()
                .toList();
        if (!hidden.isEmpty()) {
            problems.warn(
                    sheet.name(),
                    Sheet.cellName(hidden.get(0), 0),
                    (sheet.filtered() ? "a filter hides " : "there are hidden rows, ") + hidden.size()
                            + (hidden.size() == 1 ? " row that counts" : " rows that count") + " like the others",
                    sheet.filtered() ? "clear the filter before you change the rows" : "show them, or delete them");
        }
    }

    /** Struck through for people, and no less a row. */
    private void struck(int index) {
        if (sheet.struckRows().contains(index)) {
            problems.warn(
                    sheet.name(),
                    Sheet.cellName(index, 0),
                    "the row is struck through, and holds like the others",
                    "end it with a date or delete it; or take the line away");
        }
    }

    /** A value right of the table is read by nobody. */
    private void beside(int index, int headingRow) {
        int width = sheet.rows().get(headingRow).size();
        for (int column = width; column < sheet.rows().get(index).size(); column++) {
            if (!sheet.at(index, column).blank()) {
                problems.add(
                        sheet.name(),
                        Sheet.cellName(index, column),
                        "the cell stands right of the table, where nobody reads it",
                        "delete it; a new column needs a rule: ask an engineer");
            }
        }
    }

    private void order(Row row, Span span) {
        Object from = row.values().get(span.from().heading());
        Object through = row.values().get(span.through().heading());
        boolean turned = from instanceof LocalDate first && through instanceof LocalDate last
                ? last.isBefore(first)
                : from instanceof Integer least && through instanceof Integer most
                        ? most < least
                        : from instanceof BigDecimal lower
                                && through instanceof BigDecimal upper
                                && upper.compareTo(lower) < 0;
        if (turned) {
            problems.add(
                    sheet.name(),
                    row.cell(span.through()),
                    "the row ends with " + through + ", before it begins with " + from,
                    "write a `" + span.through().heading() + "` "
                            + (from instanceof LocalDate ? "on or after" : "no less than") + " its `"
                            + span.from().heading() + "`");
        }
    }

    private Row row(int index, List<Column> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : columns) {
            RawCell cell = sheet.at(index, column.index());
            if (cell.blank() && sheet.swallowed(index, column.index())) {
                // told already, of the whole block
                continue;
            }
            try {
                values.put(column.heading(), column.read(cell));
            } catch (ColumnType.BadCell bad) {
                problems.add(sheet.name(), Sheet.cellName(index, column.index()), bad.getMessage(), bad.fix());
            }
        }
        return new Row(
                new RowReference(
                        notes.table(), sheet.text(index, 0), workbook.file(), sheet.name(), Sheet.cellName(index, 0)),
                index,
                values);
    }
}
