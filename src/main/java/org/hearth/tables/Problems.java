package org.hearth.tables;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one workbook, so that an analyst sees all of it at once. */
final class Problems {

    private final String workbook;
    private final List<TableProblem> found = new ArrayList<>();

    Problems(String workbook) {
        this.workbook = workbook;
    }

    void add(String sheet, String cell, String message, String fix) {
        found.add(new TableProblem(workbook, sheet, cell, message, fix));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidTablesException(found);
        }
    }
}
