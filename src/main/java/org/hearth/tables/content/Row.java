package org.hearth.tables.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearth.finding.RowReference;
import org.hearth.tables.workbook.Sheet;

/**
 * A row of a workbook whose cells have matched the types of their columns.
 *
 * @param reference where it stands
 * @param index its place in the sheet, from 0
 * @param values its values by heading, in column order
 */
public record Row(RowReference reference, int index, Map<String, Object> values) {

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The row's key, given by hand. */
    public String key() {
        return reference.row();
    }

    /** The cell of the row under a column, such as {@code B10}. */
    public String cell(Column column) {
        return Sheet.cellName(index, column.index());
    }
}
