package org.hearth.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearth.finding.RowReference;
import org.hearth.ruleset.CheckedTables;
import org.hearth.ruleset.InvalidRulesetException;
import org.hearth.ruleset.KnownTables;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.TableFolder;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/** Checks workbooks before they are released: every cell, then the whole set, then every example on what they compile to. */
public final class TablesCheck {

    private TablesCheck() {}

    /**
     * Checks a set of files. Nothing is compiled unless every workbook is sound; what is compiled judges nothing but the
     * examples.
     *
     * @param today the day against which {@code checked on} is held
     */
    public static TablesReport of(RulesetFiles files, LocalDate today, Examples.Progress progress) {
        return of(files, RulesetFiles.packaged(), List.of(), today, new KnownTables(), progress);
    }

    /**
     * Checks a set of files of which something is known to be wrong already, beside its cells.
     *
     * @param base the edition that they are to take the place of, by which failed examples are told what they have in common
     * @param wrong what is wrong with it; told with everything else
     * @param known remembers what was read of workbooks before
     */
    public static TablesReport of(
            RulesetFiles files,
            RulesetFiles base,
            List<TableProblem> wrong,
            LocalDate today,
            KnownTables known,
            Examples.Progress progress) {
        CheckedTables tables = CheckedTables.of(files, today, known);
        List<TableProblem> problems = new ArrayList<>(tables.problems());
        problems.addAll(ExampleCells.problems(tables.tables()));
        problems.addAll(wrong);
        if (!problems.isEmpty()) {
            problems.sort(TableProblem.PLACES);
            return unsound(problems, tables.warnings());
        }
        try {
            return examples(files, base, tables.compile(), tables.warnings(), progress);
        } catch (InvalidRulesetException e) {
            return unsound(
                    List.of(new TableProblem(
                            "decision-tables",
                            null,
                            null,
                            "the rules do not build: " + e.getMessage(),
                            files.own() ? "mend the DRL, or the hidden rows of the table" : "ask an engineer")),
                    tables.warnings());
        }
    }

    private static TablesReport unsound(List<TableProblem> problems, List<TableProblem> warnings) {
        return new TablesReport(problems, warnings, 0, List.of(), List.of(), List.of(), Optional.empty());
    }

    private static TablesReport examples(
            RulesetFiles files,
            RulesetFiles base,
            Ruleset ruleset,
            List<TableProblem> warnings,
            Examples.Progress progress) {
        List<Example> examples = Examples.all(files, ruleset);
        Set<String> fired = new HashSet<>();
        List<TablesReport.FailedExample> failed = Examples.run(examples, ruleset, fired, progress);
        return new TablesReport(
                List.of(),
                warnings,
                examples.size() - failed.size(),
                failed,
                failed.isEmpty() ? List.of() : shared(failed, base, ruleset),
                unreached(ruleset.tables(), fired),
                Optional.of(ruleset));
    }

    /** What the failed examples have in common; nothing where the edition before cannot be used. */
    private static List<SharedRow> shared(List<TablesReport.FailedExample> failed, RulesetFiles base, Ruleset ruleset) {
        try {
            Ruleset before = RulesetCompiler.compile(base);
            TablesDiff diff = TablesDiff.between(
                    new TableFolder(before.tables(), List.of()), new TableFolder(ruleset.tables(), List.of()));
            return SharedRow.of(failed, before, ruleset, diff);
        } catch (InvalidTablesException | InvalidRulesetException e) {
            return List.of();
        }
    }

    private static List<RowReference> unreached(List<Table> tables, Set<String> fired) {
        return tables.stream()
                .filter(DecisionTable.class::isInstance)
                .flatMap(table -> table.rows().stream()
                        .filter(row -> !fired.contains(table.name() + "/" + row.key()))
                        .map(Row::reference))
                .toList();
    }
}
