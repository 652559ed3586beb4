package org.hearth.tables.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows with a cell moved, and the rules that they make. */
public final class MutantRows {

    private MutantRows() {}

    /** The row with another value under a heading; {@code null} if it would end before it begins. */
    public static Row with(Row row, String heading, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        values.put(heading, value);
        for (Map.Entry<String, Object> from : values.entrySet()) {
            Object through = values.get(from.getKey().replaceFirst("from( |$)", "through$1"));
            if (from.getKey().matches(".*\\bfrom\\b.*")
                    && (from.getValue() instanceof LocalDate first
                                    && through instanceof LocalDate last
                                    && last.isBefore(first)
                            || from.getValue() instanceof Integer least
                                    && through instanceof Integer most
                                    && most < least)) {
                return null;
            }
        }
        return new Row(row.reference(), row.index(), values);
    }

    /**
     * The rules of rows under the headings of a table, in a package of their own.
     *
     * @param keys the rows' keys, in their order
     */
    public static String drl(DecisionTable table, List<Row> rows, List<String> keys) {
        String name = table.columns().stream()
                .filter(column -> "NAME".equals(column.role()))
                .findFirst()
                .orElseThrow()
                .heading();
        List<Row> renamed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> values = new LinkedHashMap<>(rows.get(i).values());
            values.put(name, keys.get(i));
            renamed.add(new Row(rows.get(i).reference(), table.rows().get(0).index() + i, values));
        }
        return table.with(renamed).toDrl().replaceFirst("package org\\.hearth\\.tables", "package org.hearth.mutants");
    }

    /** A table with one row in the place of another. */
    public static Table with(Table table, Row original, Row row) {
        List<Row> rows = new ArrayList<>(table.rows());
        rows.set(rows.indexOf(original), row);
        if (table instanceof DecisionTable rules) {
            return rules.with(rows);
        }
        CodeList list = (CodeList) table;
        return new CodeList(
                list.name(),
                list.workbook(),
                list.about(),
                list.dates(),
                list.policy(),
                list.columns(),
                rows,
                list.gaps(),
                list.examples(),
                list.changes(),
                list.warnings());
    }
}
