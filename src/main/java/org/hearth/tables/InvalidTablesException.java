package org.hearth.tables;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Workbooks that cannot be used, with everything that is wrong with them. */
public final class InvalidTablesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<TableProblem> problems;
    private final transient Table partial;

    /** With at least one problem. */
    public InvalidTablesException(List<TableProblem> problems) {
        this(problems, null);
    }

    /** With at least one problem, and what could be read all the same. */
    InvalidTablesException(List<TableProblem> problems, Table partial) {
        super(problems.stream().map(TableProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
        this.partial = partial;
    }

    /** The workbook without the values that could not be read: to be looked at, never to be used. */
    public Optional<Table> partial() {
        return Optional.ofNullable(partial);
    }

    /** Everything that is wrong, in the order of the sheets. */
    public List<TableProblem> problems() {
        return problems;
    }
}
