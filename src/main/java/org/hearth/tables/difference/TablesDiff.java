package org.hearth.tables.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.TableFolder;
import org.hearth.tables.difference.Difference.Kind;
import org.hearth.tables.difference.Difference.Part;
import org.hearth.tables.workbook.TableProblem;

/**
 * What a change of workbooks changes. The order of rows means nothing to any table and is no difference.
 *
 * @param tables the tables that differ, by name
 * @param compared how many tables both editions have and could be compared
 * @param before what is wrong with workbooks of the older edition, whose tables are left out
 * @param after what is wrong with workbooks of the newer one, whose tables are left out
 */
public record TablesDiff(
        List<TableDifference> tables, int compared, List<TableProblem> before, List<TableProblem> after) {

    public TablesDiff {
        tables = List.copyOf(tables);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Compares two editions, table by table. */
    public static TablesDiff between(TableFolder before, TableFolder after) {
        TreeSet<String> names = new TreeSet<>();
        before.tables().forEach(table -> names.add(table.name()));
        after.tables().forEach(table -> names.add(table.name()));
        List<TableDifference> different = new ArrayList<>();
        int compared = 0;
        for (String name : names) {
            Table old = before.table(name);
            Table now = after.table(name);
            if (old != null && now != null) {
                compared++;
                List<Difference> differences = new TableComparison(old, now).differences();
                if (!differences.isEmpty()) {
                    different.add(new TableDifference(
                            name, now.workbook(), Kind.CHANGED, now.rows().size(), differences));
                }
            } else if (old == null && !before.lacks(now.workbook())) {
                different.add(whole(now, Kind.ADDED));
            } else if (now == null && !after.lacks(old.workbook())) {
                different.add(whole(old, Kind.REMOVED));
            }
        }
        return new TablesDiff(different, compared, before.problems(), after.problems());
    }

    private static TableDifference whole(Table table, Kind kind) {
        return new TableDifference(
                table.name(), table.workbook(), kind, table.rows().size(), List.of());
    }

    /** Whether every workbook of both editions could be compared. */
    public boolean whole() {
        return before.isEmpty() && after.isEmpty();
    }

    /** How many differences of a kind there are in a part of the tables that both editions have. */
    public long count(Part part, Kind kind) {
        return tables.stream()
                .flatMap(table -> table.differences().stream())
                .filter(difference -> difference.part() == part && difference.kind() == kind)
                .count();
    }

    /** The rows that are new, gone or hold something else, {@code table/key}, with what became of them. */
    public Map<String, Difference> changedRows() {
        Map<String, Difference> changed = new HashMap<>();
        for (TableDifference table : tables) {
            for (Difference difference : table.differences()) {
                if (difference.part() == Part.ROW && difference.kind() != Kind.RENAMED) {
                    changed.put(table.table() + "/" + difference.key(), difference);
                }
            }
        }
        return changed;
    }

    /** The new name of each row that has only another key, {@code table/key} by {@code table/key}. */
    public Map<String, String> renamedRows() {
        Map<String, String> renamed = new HashMap<>();
        for (TableDifference table : tables) {
            for (Difference difference : table.differences()) {
                if (difference.part() == Part.ROW && difference.kind() == Kind.RENAMED) {
                    renamed.put(table.table() + "/" + difference.key(), table.table() + "/" + difference.renamedTo());
                }
            }
        }
        return renamed;
    }
}
