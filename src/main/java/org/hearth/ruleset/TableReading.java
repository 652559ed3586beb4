package org.hearth.ruleset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hearth.catalog.FindingCatalog;
import org.hearth.codes.CodeRow;
import org.hearth.codes.CodeSet;
import org.hearth.codes.CodeSets;
import org.hearth.codes.Codes;
import org.hearth.ruleset.CodeRowBinder.Bound;
import org.hearth.tables.analysis.RowAnalysis;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.PartialTableException;
import org.hearth.tables.content.Plausibility;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;
import org.hearth.tables.workbook.WorkbookProblems;

/**
 * Reads every workbook and code set of a ruleset and checks them against each other, the rules and the shipped ones. It never stops
 * at the first that is wrong: what rests on a workbook that cannot be read is left unasked, all else is.
 */
final class TableReading {

    private static final String DECISION_TABLE = RulesetFiles.DECISION_TABLE;
    private static final String NEW =
            "a new table or column needs a rule: ask an engineer; if it is a copy or an old file, delete it";

    private final RulesetFiles files;
    private final KnownTables known;
    private final SortedMap<String, DecisionTable> decisionTables = new TreeMap<>();
    private final SortedMap<String, CodeList> codeLists = new TreeMap<>();
    /** The workbooks of which nothing more can be said until their cells are mended. */
    private final Set<String> broken = new HashSet<>();

    /** What could be read of them all the same. */
    private final List<Table> partial = new ArrayList<>();

    private final List<TableProblem> problems = new ArrayList<>();
    private final List<TableProblem> warnings = new ArrayList<>();
    private final Codes codes;
    private final FindingCatalog catalog;

    TableReading(RulesetFiles files) {
        this(files, new KnownTables());
    }

    /** @param known remembers workbooks that have been read before */
    TableReading(RulesetFiles files, KnownTables known) {
        this(files, known, PackedRules.has(files), path -> true);
    }

    private TableReading(RulesetFiles files, KnownTables known, boolean packed, Predicate<String> wanted) {
        this.files = files;
        this.known = known;
        files.rulesOfAnotherEdition().ifPresent(problems::add);
        files.ending(".xlsx").stream().filter(wanted).forEach(this::read);
        if (!packed && !files.own()) {
            compareWithShipped();
        }
        this.codes = new CodesReader(codeLists, this::bound, broken, problems)
                .codes()
                .with(sets());
        CodeList findings = codeLists.get("findings");
        this.catalog = findings == null ? null : CatalogReader.read(findings, codeLists.get("not-judged"), problems);
        if (!packed) {
            CrossCheck check = new CrossCheck(decisionTables, codeLists, problems, warnings);
            Stream.concat(partial.stream(), all().stream())
                    .map(table -> known(table.workbook()).references(codeLists))
                    .forEach(references -> {
                        problems.addAll(references.problems());
                        warnings.addAll(references.warnings());
                    });
            codeLists.values().forEach(check::unitMinutes);
            if (codeLists.containsKey("parameters")) {
                check.parameters(codeLists.get("parameters"));
            }
            if (catalog != null) {
                check.findings(
                        known.findings(files),
                        files.own(),
                        catalog,
                        decisionTables.size() == files.ending(DECISION_TABLE).size());
            }
            for (Table table : all()) {
                if (!broken.contains(table.workbook())) {
                    RowAnalysis analysis = known(table.workbook()).analysis();
                    problems.addAll(analysis.problems());
                    warnings.addAll(analysis.warnings());
                }
            }
        }
        if (files.own() && catalog != null) {
            warnings.addAll(new Lacks(files, decisionTables.values(), codeLists.get("findings"), catalog).all());
        }
        all().forEach(table -> warnings.addAll(table.warnings()));
    }

    /** The code lists alone of the ruleset that was packed. */
    static TableReading ofPackedLists(RulesetFiles files) {
        return new TableReading(files, new KnownTables(), true, path -> !path.endsWith(DECISION_TABLE));
    }

    /** Every workbook of a ruleset that has been found sound, by the table's name, to be read when it is asked for. */
    static SortedMap<String, Supplier<Table>> later(RulesetFiles files) {
        SortedMap<String, Supplier<Table>> readings = new TreeMap<>();
        for (String path : files.ending(".xlsx")) {
            String file = path.substring(RulesetFiles.TABLES.length());
            String name = file.substring(file.lastIndexOf('/') + 1)
                    .replace(file.endsWith(DECISION_TABLE) ? DECISION_TABLE : ".xlsx", "");
            // what else is known of a workbook than its rows is not kept
            readings.put(
                    name,
                    () -> new KnownTables().read(file, files.files().get(path)).sound());
        }
        return readings;
    }

    private void read(String path) {
        String file = path.substring(RulesetFiles.TABLES.length());
        try {
            Table table = known(file).sound();
            String own = fileOf(table);
            if (!own.equals(file)) {
                problems.add(new TableProblem(
                        file,
                        "Notes",
                        null,
                        "the workbook calls itself the table `" + table.name() + "`",
                        "name the file " + own + ", or delete the copy"));
            } else if (ofAnotherEdition(table)) {
                broken.add(file);
            } else if (table instanceof DecisionTable decisions) {
                decisionTables.put(table.name(), decisions);
            } else if (table instanceof CodeList list) {
                codeLists.put(table.name(), list);
            }
        } catch (InvalidTablesException e) {
            broken.add(file);
            Optional<Table> read =
                    e instanceof PartialTableException some ? Optional.of(some.partial()) : Optional.empty();
            if (read.filter(this::ofAnotherEdition).isEmpty()) {
                problems.addAll(e.problems());
                read.ifPresent(partial::add);
            }
        }
    }

    private KnownTables.Known known(String file) {
        return known.read(file, files.files().get(RulesetFiles.TABLES + file));
    }

    private <R extends Record & CodeRow> Bound<R> bound(CodeList list, Class<R> type) {
        return known(list.workbook()).bound(type);
    }

    private CodeSets sets() {
        List<CodeSet> sets = new ArrayList<>();
        for (String path : files.ending(CodeSetFile.ENDING)) {
            try {
                sets.add(known.codeSet(
                        path.substring(RulesetFiles.TABLES.length()),
                        files.files().get(path)));
            } catch (InvalidTablesException e) {
                problems.addAll(e.problems());
            }
        }
        return new CodeSets(sets);
    }

    /** Of a table for other facts nothing else is worth saying. */
    private boolean ofAnotherEdition(Table table) {
        Optional<TableProblem> edition =
                table instanceof DecisionTable decisions ? decisions.ofAnotherEdition() : Optional.empty();
        edition.ifPresent(problems::add);
        return edition.isPresent();
    }

    private static String fileOf(Table table) {
        return table instanceof DecisionTable ? table.name() + DECISION_TABLE : "codes/" + table.name() + ".xlsx";
    }

    /**
     * The shape of a table belongs to the rules. While the rules are the shipped ones, so must it be, and no table may be
     * missing: a workbook alone is data from a stranger.
     */
    private void compareWithShipped() {
        RulesetFiles shipped = RulesetFiles.packaged();
        if (!files.sameRules(shipped)) {
            return;
        }
        for (String path : shipped.ending(".xlsx")) {
            String file = path.substring(RulesetFiles.TABLES.length());
            byte[] original = shipped.files().get(path);
            byte[] edited = files.files().get(path);
            if (edited == null) {
                broken.add(file);
                problems.add(
                        new TableProblem(file, null, null, "the workbook is missing", "bring back the shipped one"));
            } else if (!Arrays.equals(original, edited)) {
                compareWithShipped(file, known.read(file, original));
            }
        }
        for (Table table : all()) {
            if (!shipped.files().containsKey(RulesetFiles.TABLES + table.workbook())) {
                broken.add(table.workbook());
                problems.add(new TableProblem(table.workbook(), null, null, "no shipped table has this name", NEW));
            }
        }
    }

    private void compareWithShipped(String file, KnownTables.Known original) {
        Stream.concat(all().stream(), partial.stream())
                .filter(table -> table.workbook().equals(file))
                .findFirst()
                .ifPresent(edited -> {
                    List<TableProblem> differences = known(file).layoutUnlike(original);
                    if (!differences.isEmpty()) {
                        broken.add(file);
                        problems.addAll(differences);
                    }
                    // a copy may be older than the bounds, or have lost them
                    WorkbookProblems senseless = Plausibility.of(edited, original.sound());
                    problems.addAll(senseless.found());
                    warnings.addAll(senseless.warnings());
                });
    }

    private List<Table> all() {
        List<Table> all = new ArrayList<>(decisionTables.values());
        all.addAll(codeLists.values());
        return all;
    }

    /** The tables that could be read whole. */
    List<Table> read() {
        return all();
    }

    /** The code lists as facts carry them. */
    Codes codes() {
        return codes;
    }

    /** The findings. */
    FindingCatalog catalog() {
        return catalog;
    }

    /** What must be mended, by workbook. */
    List<TableProblem> problems() {
        return sorted(problems);
    }

    /** What is worth a look, by workbook. */
    List<TableProblem> warnings() {
        return sorted(warnings);
    }

    /** Rows that nobody has compared with their source for more than a year, or not yet, as a day tells. */
    List<TableProblem> unchecked(LocalDate today) {
        List<TableProblem> unchecked = new ArrayList<>();
        for (Table table : all()) {
            List<Row> old = new ArrayList<>();
            for (Row row : table.rows()) {
                if (row.values().get(Column.CHECKED_ON) instanceof LocalDate on) {
                    if (on.isAfter(today)) {
                        unchecked.add(new TableProblem(
                                table.workbook(),
                                row.reference().sheet(),
                                cell(table, row),
                                "`checked on` is " + on + ", a day to come",
                                "write the day on which somebody compared the row with its source"));
                    } else if (on.isBefore(today.minusYears(1))) {
                        old.add(row);
                    }
                }
            }
            if (!old.isEmpty()) {
                unchecked.add(new TableProblem(
                        table.workbook(),
                        old.get(0).reference().sheet(),
                        cell(table, old.get(0)),
                        old.size() == 1
                                ? "the row was last compared with its source more than a year ago"
                                : "this and " + (old.size() - 1)
                                        + " more were last compared with their sources more than a year ago",
                        "compare with the source, and write the day"));
            }
        }
        return unchecked;
    }

    private static String cell(Table table, Row row) {
        return table.columns().stream()
                .filter(column -> column.heading().equals(Column.CHECKED_ON))
                .findFirst()
                .map(row::cell)
                .orElseGet(() -> row.reference().cell());
    }

    private static List<TableProblem> sorted(List<TableProblem> found) {
        return found.stream().distinct().sorted(TableProblem.PLACES).toList();
    }

    /**
     * The tables.
     *
     * @throws InvalidTablesException with every problem, if there are any
     */
    TableSet tables() {
        if (!problems.isEmpty()) {
            throw new InvalidTablesException(problems());
        }
        return new TableSet(decisionTables, codeLists, codes, catalog);
    }
}
