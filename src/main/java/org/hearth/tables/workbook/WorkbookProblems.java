package org.hearth.tables.workbook;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one workbook, so that an analyst sees all of it at once. */
public final class WorkbookProblems {

    private final String workbook;
    private final List<TableProblem> found = new ArrayList<>();
    private final List<TableProblem> warnings = new ArrayList<>();

    public WorkbookProblems(String workbook) {
        this.workbook = workbook;
    }

    public void add(String sheet, String cell, String message, String fix) {
        found.add(new TableProblem(workbook, sheet, cell, message, fix));
    }

    /** Something worth a look that stops nothing. */
    public void warn(String sheet, String cell, String message, String fix) {
        warnings.add(new TableProblem(workbook, sheet, cell, message, fix));
    }

    public List<TableProblem> warnings() {
        return List.copyOf(warnings);
    }

    /** What stops the workbook from being used, in the order in which it was found. */
    public List<TableProblem> found() {
        return List.copyOf(found);
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidTablesException(found);
        }
    }
}
