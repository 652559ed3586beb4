package org.hearth.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.finding.RowReference;

/** Reads the data rows of a sheet, cell by cell against the types of their columns. */
final class RowReader {

    private final Workbook workbook;
    private final Sheet sheet;
    private final Notes notes;
    private final Problems problems;

    RowReader(Workbook workbook, Sheet sheet, Notes notes, Problems problems) {
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
            if (type == null) {
                problems.add(
                        sheet.name(),
                        Sheet.cellName(headingRow, index),
                        "the column `" + heading + "` is not described in the sheet Notes",
                        "a new or renamed column needs a rule: ask an engineer");
                continue;
            }
            String role = roleRow < 0 ? null : sheet.text(roleRow, index);
            columns.add(new Column(index, heading, type, notes.meanings().get(heading), role));
        }
        return columns;
    }

    /** The rows below a heading row, keyed by their first column. */
    List<Row> rows(int headingRow, List<Column> columns) {
        List<Row> rows = new ArrayList<>();
        Map<String, String> cellOfKey = new HashMap<>();
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
            String cell = Sheet.cellName(index, 0);
            String twin = cellOfKey.put(row.key(), cell);
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

    private Row row(int index, List<Column> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : columns) {
            RawCell cell = sheet.at(index, column.index());
            try {
                Object value = column.type().read(cell);
                if (value instanceof Unbound unbound) {
                    column.allow(unbound);
                }
                values.put(column.heading(), value);
            } catch (ColumnType.BadCell bad) {
                problems.add(sheet.name(), Sheet.cellName(index, column.index()), bad.getMessage(), bad.fix());
            }
        }
        if (values.get("from") instanceof LocalDate from
                && values.get("through") instanceof LocalDate through
                && through.isBefore(from)) {
            problems.add(
                    sheet.name(),
                    Sheet.cellName(index, 0),
                    "the row ends on " + through + ", before it begins on " + from,
                    "write a `through` on or after its `from`");
        }
        return new Row(
                new RowReference(
                        notes.table(), sheet.text(index, 0), workbook.file(), sheet.name(), Sheet.cellName(index, 0)),
                index,
                values);
    }
}
