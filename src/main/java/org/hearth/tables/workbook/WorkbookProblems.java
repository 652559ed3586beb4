package org.hearth.tables.workbook;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with one workbook, so that an analyst sees all of it at once. Of a workbook with thousands of mistakes
 * the first are told, and how many more there are.
 */
public final class WorkbookProblems {

    /** More than anybody mends before asking again, far fewer than a hostile workbook has cells. */
    private static final int MOST = 2_000;

    private final String workbook;
    private final Told found = new Told();
    private final Told warnings = new Told();

    public WorkbookProblems(String workbook) {
        this.workbook = workbook;
    }

    public void add(String sheet, String cell, String message, String fix) {
        found.add(sheet, cell, message, fix);
    }

    /** Something worth a look that stops nothing. */
    public void warn(String sheet, String cell, String message, String fix) {
        warnings.add(sheet, cell, message, fix);
    }

    public List<TableProblem> warnings() {
        return warnings.all("of the warnings", "look at those that are listed, and check again");
    }

    /** What stops the workbook from being used, in the order in which it was found. */
    public List<TableProblem> found() {
        return found.all("of the problems", "mend those that are listed, and check again");
    }

    public void throwIfAny() {
        if (!found.first.isEmpty()) {
            throw new InvalidTablesException(found());
        }
    }

    /** The first of many, and the number of the rest. */
    private final class Told {

        private final List<TableProblem> first = new ArrayList<>();
        private int more;

        void add(String sheet, String cell, String message, String fix) {
            if (first.size() < MOST) {
                first.add(new TableProblem(workbook, sheet, cell, message, fix));
            } else {
                more++;
            }
        }

        List<TableProblem> all(String which, String fix) {
            List<TableProblem> all = new ArrayList<>(first);
            if (more > 0) {
                all.add(new TableProblem(workbook, null, null, more + " more " + which + " are not listed", fix));
            }
            return List.copyOf(all);
        }
    }
}
