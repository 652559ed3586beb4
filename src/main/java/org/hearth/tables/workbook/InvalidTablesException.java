package org.hearth.tables.workbook;

import java.util.List;
import java.util.stream.Collectors;

/** Workbooks that cannot be used, with everything that is wrong with them. */
public class InvalidTablesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<TableProblem> problems;

    /** With at least one problem. */
    public InvalidTablesException(List<TableProblem> problems) {
        super(problems.stream().map(TableProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the sheets. */
    public final List<TableProblem> problems() {
        return problems;
    }
}
