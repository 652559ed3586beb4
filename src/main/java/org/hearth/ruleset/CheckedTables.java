package org.hearth.ruleset;

import java.time.LocalDate;
import java.util.List;
import org.hearth.tables.InvalidTablesException;
import org.hearth.tables.TableProblem;

/** The workbooks of a ruleset, read and checked but not yet compiled. */
public final class CheckedTables {

    private final RulesetFiles files;
    private final TableSet tables;
    private final List<TableProblem> problems;
    private final List<TableProblem> warnings;

    private CheckedTables(
            RulesetFiles files, TableSet tables, List<TableProblem> problems, List<TableProblem> warnings) {
        this.files = files;
        this.tables = tables;
        this.problems = List.copyOf(problems);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads and checks the workbooks of a ruleset.
     *
     * @param today the day against which {@code checked on} is held
     */
    public static CheckedTables of(RulesetFiles files, LocalDate today) {
        try {
            return new CheckedTables(files, TableSet.read(files), List.of(), List.of());
        } catch (InvalidTablesException e) {
            return new CheckedTables(files, null, e.problems(), List.of());
        }
    }

    /** What must be mended, by workbook, sheet and cell. */
    public List<TableProblem> problems() {
        return problems;
    }

    /** What is worth a look and stops nothing. */
    public List<TableProblem> warnings() {
        return warnings;
    }

    /**
     * Compiles the workbooks with their rules; takes seconds.
     *
     * @throws IllegalStateException if there are problems
     * @throws InvalidRulesetException if the rules do not build
     */
    public Ruleset compile() {
        if (!problems.isEmpty()) {
            throw new IllegalStateException("workbooks with problems are not compiled");
        }
        return RulesetCompiler.compile(files, tables);
    }
}
