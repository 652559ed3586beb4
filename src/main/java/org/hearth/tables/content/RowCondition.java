package org.hearth.tables.content;

import java.util.List;

/**
 * What a cell of a decision table asks.
 *
 * @param column the cell's column
 * @param constraints the column's constraints in DRL, in their order; {@code $param} stands for the cell's value
 */
public record RowCondition(Column column, List<String> constraints) {

    public RowCondition {
        constraints = List.copyOf(constraints);
    }
}
