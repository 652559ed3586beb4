package org.hearth.tables;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one workbook, so that an analyst sees all of it at once. */
final class Problems {

    private final String workbook;
    private final List<TableProblem> found = new ArrayList<>();
    private final List<TableProblem> warnings = new ArrayList<>();

    Problems(String workbook) {
        this.workbook = workbook;
    }

    void add(String sheet, String cell, String message, String fix) {
        found.add(new TableProblem(workbook, sheet, cell, message, fix));
    }

    /** Something worth a look that stops nothing. */
    void warn(String sheet, String cell, String message, String fix) {
        warnings.add(new TableProblem(workbook, sheet, cell, message, fix));
    }

    List<TableProblem> warnings() {
        return List.copyOf(warnings);
    }

    /** Gives the table on if nothing is wrong with it. */
    <T extends Table> T sound(T table) {
        if (!found.isEmpty()) {
            throw new InvalidTablesException(found, table);
        }
        return table;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidTablesException(found);
        }
    }
}
