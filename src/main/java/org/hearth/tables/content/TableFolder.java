package org.hearth.tables.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/**
 * Workbooks read each by itself: one that cannot be used costs no other.
 *
 * @param tables those that can be used, by name
 * @param problems everything that is wrong with the others, by workbook
 */
public record TableFolder(List<Table> tables, List<TableProblem> problems) {

    public TableFolder {
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
    }

    /**
     * Reads workbooks.
     *
     * @param workbooks their bytes by path, {@code /} between folders
     */
    public static TableFolder read(SortedMap<String, byte[]> workbooks) {
        List<Table> tables = new ArrayList<>();
        List<TableProblem> problems = new ArrayList<>();
        Map<String, String> fileOf = new HashMap<>();
        workbooks.forEach((file, bytes) -> {
            try {
                Table table = Table.read(file, bytes);
                String first = fileOf.putIfAbsent(table.name(), file);
                if (first == null) {
                    tables.add(table);
                } else {
                    problems.add(new TableProblem(
                            file,
                            Table.NOTES,
                            null,
                            "the workbook calls itself the table `" + table.name() + "`, as " + first + " does",
                            "delete the copy"));
                }
            } catch (InvalidTablesException e) {
                problems.addAll(e.problems());
            }
        });
        tables.sort(Comparator.comparing(Table::name));
        return new TableFolder(tables, problems);
    }

    /**
     * What concerns the tables of another set. Where one of them is not found, it may be in a workbook that could not be
     * used, so what is wrong with those stays.
     */
    public TableFolder only(TableFolder others) {
        List<Table> kept = tables.stream()
                .filter(table -> others.table(table.name()) != null)
                .toList();
        return new TableFolder(kept, kept.size() == others.tables.size() ? List.of() : problems);
    }

    /** Whether a workbook could not be used. */
    public boolean lacks(String workbook) {
        return problems.stream().anyMatch(problem -> problem.workbook().equals(workbook));
    }

    /** The table of a name, or {@code null}. */
    public Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
