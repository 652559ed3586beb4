package org.hearth.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.TableProblem;

/** What is wrong with the cells of analysts' examples before any of them is run. */
public final class ExampleCells {

    private static final String FINDINGS = "findings";

    private final Map<String, Set<String>> rows = new HashMap<>();
    private final List<TableProblem> problems = new ArrayList<>();

    private ExampleCells(List<Table> tables) {
        for (Table table : tables) {
            Set<String> keys = new HashSet<>();
            table.rows().stream().map(Row::key).forEach(keys::add);
            rows.put(table.name(), keys);
        }
    }

    /**
     * Lines that cannot be read, and findings and rows that are expected and that there are not.
     *
     * @param tables those that could be read whole; of rows in another nothing is said
     */
    static List<TableProblem> problems(List<Table> tables) {
        return problems(tables, tables);
    }

    /**
     * Lines that cannot be read, and findings and rows that are expected and that there are not, in the examples of some tables.
     *
     * @param asked the tables whose examples are looked at
     * @param tables those that could be read whole; of rows in another nothing is said
     */
    public static List<TableProblem> problems(List<Table> asked, List<Table> tables) {
        ExampleCells cells = new ExampleCells(tables);
        asked.stream().flatMap(table -> table.examples().stream()).forEach(cells::check);
        return cells.problems;
    }

    private void check(ExampleRow example) {
        for (String line : Example.lines(example)) {
            try {
                LineShorthand.expand(line);
            } catch (LineShorthand.Unreadable e) {
                add(example, example.linesCell(), e.what(), e.fix());
            } catch (ArithmeticException e) {
                add(example, example.linesCell(), "`" + line + "` has minutes in parts", "write whole minutes");
            }
        }
        try {
            expected(example, Expectation.of(example.expect()));
        } catch (IllegalArgumentException e) {
            add(
                    example,
                    example.expectCell(),
                    e.getMessage().split("; ", 2)[0],
                    "write findings such as HHT-301 line 1, each on a line of its own, or none");
        }
    }

    private void expected(ExampleRow example, Expectation expectation) {
        Set<String> findings = rows.get(FINDINGS);
        for (String id : new LinkedHashSet<>(expectation.ids())) {
            if (findings != null && !findings.contains(id)) {
                add(
                        example,
                        example.expectCell(),
                        "`" + id + "` is no finding",
                        "write an id of codes/findings.xlsx, or none");
            }
        }
        for (String row : new LinkedHashSet<>(expectation.rows())) {
            String[] name = row.split("/", 2);
            Set<String> keys = rows.get(name[0]);
            if (keys != null && (name.length < 2 || !keys.contains(name[1]))) {
                add(
                        example,
                        example.expectCell(),
                        "the table " + name[0] + " has no row `" + (name.length < 2 ? "" : name[1]) + "`",
                        "write the name of one of its rows, as in column A");
            }
        }
    }

    private void add(ExampleRow example, String cell, String message, String fix) {
        problems.add(new TableProblem(example.workbook(), ExampleRow.SHEET, cell, message, fix));
    }
}
