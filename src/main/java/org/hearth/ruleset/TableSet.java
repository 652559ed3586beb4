package org.hearth.ruleset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.hearth.catalog.FindingCatalog;
import org.hearth.finding.RowReference;
import org.hearth.tables.CodeList;
import org.hearth.tables.Column;
import org.hearth.tables.ColumnType;
import org.hearth.tables.DecisionTable;
import org.hearth.tables.InvalidTablesException;
import org.hearth.tables.Row;
import org.hearth.tables.Table;
import org.hearth.tables.TableProblem;
import org.hearth.therapy.Codes;
import org.hearth.therapy.FunctionalCode;
import org.hearth.therapy.ModifierCode;
import org.hearth.therapy.Parameter;
import org.hearth.therapy.RevenueCode;
import org.hearth.therapy.TherapyAmount;
import org.hearth.therapy.TherapyCode;
import org.hearth.therapy.VisitCode;

/**
 * Every workbook of a ruleset, read, and checked against each other and against the shipped ones.
 *
 * @param decisionTables by name
 * @param codeLists by name
 * @param codes the code lists as facts carry them
 * @param catalog the findings
 */
record TableSet(
        SortedMap<String, DecisionTable> decisionTables,
        SortedMap<String, CodeList> codeLists,
        Codes codes,
        FindingCatalog catalog) {

    private static final String DECISION_TABLE = ".drl.xlsx";
    private static final String CODES = "codes/";
    private static final String SHIPPED =
            "bring it back from the shipped workbook; a new table or column needs a rule: " + "ask an engineer";

    /**
     * Reads and checks the workbooks.
     *
     * @throws InvalidTablesException with every problem of every workbook
     */
    static TableSet read(RulesetFiles files) {
        List<TableProblem> problems = new ArrayList<>();
        SortedMap<String, DecisionTable> decisionTables = new TreeMap<>();
        SortedMap<String, CodeList> codeLists = new TreeMap<>();
        for (String path : files.ending(".xlsx")) {
            String file = path.substring(RulesetFiles.TABLES.length());
            byte[] bytes = files.files().get(path);
            try {
                if (file.endsWith(DECISION_TABLE)) {
                    add(DecisionTable.read(file, bytes), file, name -> name + DECISION_TABLE, decisionTables, problems);
                } else {
                    add(CodeList.read(file, bytes), file, name -> CODES + name + ".xlsx", codeLists, problems);
                }
            } catch (InvalidTablesException e) {
                problems.addAll(e.problems());
            }
        }
        throwIfAny(problems);
        compareWithShipped(files, decisionTables, problems);
        Codes codes = codes(codeLists, problems);
        throwIfAny(problems);
        FindingCatalog catalog = CatalogReader.read(codeLists.get("findings"), problems);
        throwIfAny(problems);
        reportedFindingsExist(decisionTables, catalog, problems);
        throwIfAny(problems);
        return new TableSet(decisionTables, codeLists, codes, catalog);
    }

    private static void throwIfAny(List<TableProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidTablesException(problems);
        }
    }

    private static <T extends Table> void add(
            T table, String file, Function<String, String> fileOf, Map<String, T> tables, List<TableProblem> problems) {
        if (fileOf.apply(table.name()).equals(file)) {
            tables.put(table.name(), table);
        } else {
            problems.add(new TableProblem(
                    file,
                    "Notes",
                    null,
                    "the workbook calls itself the table `" + table.name() + "`",
                    "name the file " + fileOf.apply(table.name()) + ", or delete the copy"));
        }
    }

    /**
     * The rows above the headings are code. While the rules are the shipped ones, so must they be, and no table may be
     * missing: a workbook alone is data from a stranger.
     */
    private static void compareWithShipped(
            RulesetFiles files, Map<String, DecisionTable> decisionTables, List<TableProblem> problems) {
        if (PackedRules.has(files.hash())) {
            return;
        }
        RulesetFiles shipped = RulesetFiles.packaged();
        if (!files.sameRules(shipped)) {
            return;
        }
        for (String path : shipped.ending(DECISION_TABLE)) {
            String file = path.substring(RulesetFiles.TABLES.length());
            DecisionTable original = DecisionTable.read(file, shipped.files().get(path));
            DecisionTable edited = decisionTables.get(original.name());
            if (edited == null) {
                problems.add(new TableProblem(file, null, null, "the workbook is missing", SHIPPED));
            } else if (!edited.technicalRows().equals(original.technicalRows())) {
                problems.add(
                        new TableProblem(file, "Rules", "A1", "the hidden rows above the headings differ", SHIPPED));
            } else if (!edited.columns().equals(original.columns())) {
                problems.add(new TableProblem(file, "Notes", null, "the description of the columns differs", SHIPPED));
            }
        }
        for (DecisionTable edited : decisionTables.values()) {
            if (!shipped.files().containsKey(RulesetFiles.TABLES + edited.workbook())) {
                problems.add(
                        new TableProblem(edited.workbook(), null, null, "no shipped table has this name", SHIPPED));
            }
        }
    }

    /** The code lists as facts carry them; incomplete if there are problems. */
    static Codes codes(Map<String, CodeList> lists, List<TableProblem> problems) {
        CodeRowBinder binder = new CodeRowBinder(lists, problems);
        Codes codes = new Codes(
                binder.bind("visit-codes", VisitCode.class),
                binder.bind("therapy-codes", TherapyCode.class),
                binder.bind("functional-codes", FunctionalCode.class),
                binder.bind("modifier-codes", ModifierCode.class),
                binder.bind("revenue-codes", RevenueCode.class),
                binder.bind("therapy-amounts", TherapyAmount.class),
                binder.bind("parameters", Parameter.class));
        binder.list("findings");
        return codes;
    }

    private static void reportedFindingsExist(
            Map<String, DecisionTable> decisionTables, FindingCatalog catalog, List<TableProblem> problems) {
        for (DecisionTable table : decisionTables.values()) {
            for (Column column : table.columns()) {
                if (column.type().kind() == ColumnType.Kind.FINDING) {
                    for (Row row : table.rows()) {
                        if (row.values().get(column.heading()) instanceof String id && !catalog.has(id)) {
                            problems.add(new TableProblem(
                                    table.workbook(),
                                    row.reference().sheet(),
                                    row.cell(column),
                                    "`" + id + "` is no finding",
                                    "write an id of codes/findings.xlsx"));
                        }
                    }
                }
            }
        }
    }

    /** Every table, by name. */
    List<Table> all() {
        List<Table> all = new ArrayList<>(decisionTables.values());
        all.addAll(codeLists.values());
        all.sort(Comparator.comparing(Table::name));
        return all;
    }

    /** Where each row stands, by {@code table/key}. */
    Map<String, RowReference> rows() {
        Map<String, RowReference> rows = new TreeMap<>();
        for (Table table : all()) {
            table.rows().forEach(row -> rows.put(table.name() + "/" + row.key(), row.reference()));
        }
        return rows;
    }
}
