package org.hearth.tables.difference;

import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.RawCell;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.Workbook;

/** A whole workbook as text, for tools that compare text: whatever stands in a cell, whether it may or not. */
public final class WorkbookText {

    private WorkbookText() {}

    /**
     * Every sheet, hidden rows too: its name in brackets, then a line of comma-separated values a row.
     *
     * @param file its name, for messages
     * @throws InvalidTablesException if the bytes are no workbook
     */
    public static String of(String file, byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (Sheet sheet : Workbook.read(file, bytes).sheets().values()) {
            out.append('[').append(sheet.name()).append("]\n");
            sheet.rows()
                    .forEach(row -> out.append(
                            RowsMirror.line(row.stream().map(RawCell::text).toList())));
            out.append('\n');
        }
        return out.toString();
    }
}
