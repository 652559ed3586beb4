package org.hearth.ruleset;

import java.util.List;
import java.util.stream.Stream;
import org.hearth.finding.RowReference;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;

/**
 * A row of a decision table that names a finding.
 *
 * @param row where it stands
 * @param dates what its dates are compared with, such as {@code date of service}
 * @param from the first day on which it holds, or {@code open}; {@code null} if the table has no dates
 * @param through the last day, likewise
 */
public record ReportingRow(RowReference row, String dates, String from, String through) {

    private static final String FROM = "from";
    private static final String THROUGH = "through";

    /** The rows that name a finding, by table and place. */
    static List<ReportingRow> of(String id, List<Table> tables) {
        return tables.stream()
                .filter(DecisionTable.class::isInstance)
                .flatMap(table -> table.rows().stream()
                        .filter(row -> names(table, row, id))
                        .map(row ->
                                new ReportingRow(row.reference(), table.dates(), day(row, FROM), day(row, THROUGH))))
                .toList();
    }

    private static boolean names(Table table, Row row, String id) {
        return table.columns().stream()
                .filter(column -> column.type().kind() == ColumnType.Kind.FINDING)
                .flatMap(column -> Stream.ofNullable(row.values().get(column.heading())))
                .anyMatch(value -> value.toString().equals(id));
    }

    private static String day(Row row, String heading) {
        Object day = row.values().get(heading);
        return day == null ? null : day.toString().toLowerCase(java.util.Locale.ROOT);
    }
}
