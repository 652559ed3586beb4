package org.hearth.tables.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.TableProblem;

/**
 * What of a workbook belongs to the rules and not to its rows: the hidden rows, the columns, and how many rows may hold.
 * An analyst's workbook has the shipped one's, cell by cell.
 */
public final class TechnicalLayout {

    private static final String ENGINEER = "a new or changed column needs a rule: ask an engineer";

    private TechnicalLayout() {}

    /** Where an edited table differs in shape from the shipped one. */
    public static List<TableProblem> differences(Table edited, Table shipped) {
        List<TableProblem> found = new ArrayList<>();
        if (edited instanceof DecisionTable one && shipped instanceof DecisionTable other) {
            Optional<TableProblem> edition = one.ofAnotherEdition();
            if (edition.isPresent()) {
                // all that it names may have another name, which is told in one word
                return List.of(edition.get());
            }
            technical(one, other, found);
        }
        columns(edited, shipped, found);
        if (edited.policy() != shipped.policy()) {
            found.add(notes(
                    edited,
                    "`rows match` says `" + edited.policy().words() + "`",
                    "write `" + shipped.policy().words() + "`, as in the shipped workbook"));
        }
        if (!edited.dates().equals(shipped.dates())) {
            found.add(notes(edited, "`dates are` differs", "write `" + shipped.dates() + "`"));
        }
        return found;
    }

    private static void technical(DecisionTable edited, DecisionTable shipped, List<TableProblem> found) {
        List<List<String>> own = edited.technicalRows();
        List<List<String>> wanted = shipped.technicalRows();
        if (own.size() != wanted.size()) {
            found.add(new TableProblem(
                    edited.workbook(),
                    DecisionTable.SHEET,
                    "A1",
                    "there are " + own.size() + " hidden rows above the headings, not " + wanted.size(),
                    "bring them back from the shipped workbook"));
            return;
        }
        for (int row = 0; row < own.size(); row++) {
            int width = Math.max(own.get(row).size(), wanted.get(row).size());
            for (int column = 0; column < width; column++) {
                if (!text(own.get(row), column).equals(text(wanted.get(row), column))) {
                    found.add(new TableProblem(
                            edited.workbook(),
                            DecisionTable.SHEET,
                            Sheet.cellName(row, column),
                            "the hidden rows above the headings differ here from the shipped ones",
                            "bring the cell back from the shipped workbook; " + ENGINEER));
                }
            }
        }
    }

    private static String text(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private static void columns(Table edited, Table shipped, List<TableProblem> found) {
        Map<String, Column> wanted = new HashMap<>();
        shipped.columns().forEach(column -> wanted.put(column.heading(), column));
        for (Column column : edited.columns()) {
            Column original = wanted.remove(column.heading());
            if (original == null) {
                found.add(new TableProblem(
                        edited.workbook(),
                        sheet(edited),
                        heading(edited, column),
                        "the column `" + column.heading() + "` is new",
                        ENGINEER));
            } else if (original.index() != column.index()) {
                found.add(new TableProblem(
                        edited.workbook(),
                        sheet(edited),
                        heading(edited, column),
                        "the column `" + column.heading() + "` has moved",
                        "bring it back to column " + Sheet.columnName(original.index())));
            } else if (!original.equals(column.with(original.bounds()))) {
                found.add(notes(
                        edited,
                        "the description of the column `" + column.heading() + "` differs",
                        "bring its line back from the shipped workbook; " + ENGINEER));
            }
        }
        for (Column missing : wanted.values()) {
            found.add(new TableProblem(
                    edited.workbook(),
                    sheet(edited),
                    heading(edited, missing),
                    "the column `" + missing.heading() + "` is missing",
                    "bring it back from the shipped workbook"));
        }
    }

    private static String heading(Table table, Column column) {
        int row = table instanceof DecisionTable decisions
                ? decisions.technicalRows().size()
                : 0;
        return Sheet.cellName(row, column.index());
    }

    private static String sheet(Table table) {
        return table instanceof DecisionTable ? DecisionTable.SHEET : CodeList.SHEET;
    }

    private static TableProblem notes(Table table, String message, String fix) {
        return new TableProblem(table.workbook(), Table.NOTES, null, message, fix);
    }
}
