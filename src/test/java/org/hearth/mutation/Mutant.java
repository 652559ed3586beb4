package org.hearth.mutation;

import org.hearth.tables.content.Column;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.content.Table;

/**
 * A cell moved to a neighbour.
 *
 * @param table the table
 * @param original the row as it stands
 * @param column the column of the cell
 * @param row the row with the cell moved
 */
record Mutant(Table table, Row original, Column column, Row row) {

    /** What the cell then says. */
    String becomes() {
        return RowsMirror.text(row.values().get(column.heading()));
    }

    /** The mutant among all: table, row, column and what the cell then says. */
    String id() {
        return String.join("|", table.name(), original.key(), column.heading(), becomes());
    }

    @Override
    public String toString() {
        return table.workbook() + ", sheet " + original.reference().sheet() + ", cell " + original.cell(column)
                + " (row " + original.key() + ", " + column.heading() + "): "
                + RowsMirror.text(original.values().get(column.heading())) + " -> " + becomes();
    }
}
