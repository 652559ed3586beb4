package org.hearth.tables.content;

import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.WorkbookProblems;

/** A workbook that cannot be used, though its table could be read without the values that are wrong. */
public final class PartialTableException extends InvalidTablesException {

    private static final long serialVersionUID = 1L;

    private final transient Table partial;

    private PartialTableException(WorkbookProblems problems, Table partial) {
        super(problems.found());
        this.partial = partial;
    }

    /** The table without the values that could not be read: to be looked at, never to be used. */
    public Table partial() {
        return partial;
    }

    /** Gives the table on if nothing is wrong with it. */
    static <T extends Table> T requireSound(T table, WorkbookProblems problems) {
        if (!problems.found().isEmpty()) {
            throw new PartialTableException(problems, table);
        }
        return table;
    }
}
