package org.hearth.tables.difference;

import java.util.List;

/**
 * What differs between two editions of a table.
 *
 * @param table its name
 * @param workbook the newer file, or the only one, relative to the folder of workbooks
 * @param kind {@code ADDED} or {@code REMOVED} as a whole, or {@code CHANGED}
 * @param rows how many rows it has now, or had
 * @param differences by part, in the order of the newer edition, what is gone last; empty if the whole table was added
 *     or removed
 */
public record TableDifference(
        String table, String workbook, Difference.Kind kind, int rows, List<Difference> differences) {

    public TableDifference {
        differences = List.copyOf(differences);
    }
}
