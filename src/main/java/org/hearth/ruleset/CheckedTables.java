package org.hearth.ruleset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/** The workbooks of a ruleset, read and checked but not yet compiled. */
public final class CheckedTables {

    private final RulesetFiles files;
    private final TableReading reading;
    private final List<TableProblem> warnings;

    private CheckedTables(RulesetFiles files, TableReading reading, List<TableProblem> warnings) {
        this.files = files;
        this.reading = reading;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads and checks the workbooks of a ruleset.
     *
     * @param today the day against which {@code checked on} is held
     */
    public static CheckedTables of(RulesetFiles files, LocalDate today) {
        return of(files, today, new KnownTables());
    }

    /**
     * Reads and checks the workbooks of a ruleset, of which some may have been read before.
     *
     * @param today the day against which {@code checked on} is held
     * @param known remembers them
     */
    public static CheckedTables of(RulesetFiles files, LocalDate today, KnownTables known) {
        TableReading reading = new TableReading(files, known);
        List<TableProblem> warnings = new ArrayList<>(reading.warnings());
        warnings.addAll(reading.unchecked(today));
        return new CheckedTables(files, reading, warnings);
    }

    /** What must be mended, by workbook, sheet and cell. */
    public List<TableProblem> problems() {
        return reading.problems();
    }

    /** The tables that could be read whole, in no order. */
    public List<Table> tables() {
        return reading.read();
    }

    /** What is worth a look and stops nothing. */
    public List<TableProblem> warnings() {
        return warnings;
    }

    /**
     * Compiles a decision table by itself and throws it away, so that the compiler is loaded when it is needed.
     *
     * @param table its name
     * @throws InvalidRulesetException if it does not build
     */
    public void compileAside(String table) {
        reading.read().stream()
                .filter(one -> one instanceof DecisionTable && one.name().equals(table))
                .map(DecisionTable.class::cast)
                .forEach(CompiledUnits::compileAside);
    }

    /**
     * Compiles the workbooks with their rules; takes seconds.
     *
     * @throws InvalidTablesException if there are problems
     * @throws InvalidRulesetException if the rules do not build
     */
    public Ruleset compile() {
        return RulesetCompiler.compile(files, reading.tables());
    }
}
