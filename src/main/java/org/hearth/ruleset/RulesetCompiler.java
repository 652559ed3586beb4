package org.hearth.ruleset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.catalog.FindingCatalog;
import org.hearth.finding.RowReference;
import org.hearth.tables.Change;
import org.hearth.tables.CodeList;
import org.hearth.tables.DecisionTable;
import org.hearth.tables.InvalidTablesException;
import org.hearth.tables.Table;
import org.hearth.tables.TableProblem;
import org.hearth.therapy.CodeIndex;
import org.hearth.therapy.CodeRow;
import org.hearth.therapy.Codes;
import org.hearth.therapy.FunctionalCode;
import org.hearth.therapy.ModifierCode;
import org.hearth.therapy.Parameter;
import org.hearth.therapy.RevenueCode;
import org.hearth.therapy.TherapyAmount;
import org.hearth.therapy.TherapyCode;
import org.hearth.therapy.VisitCode;

/** Builds a {@link Ruleset} from its files. */
public final class RulesetCompiler {

    private static final Pattern RULE_FILE = Pattern.compile("rules/[a-z0-9-]+/(HHT-[0-9]{3})-[a-z0-9-]+\\.(drl|md)");

    private static final ClassLoader LOADER = RulesetCompiler.class.getClassLoader();

    private RulesetCompiler() {}

    /**
     * Reads and compiles.
     *
     * @throws InvalidTablesException with every problem of every workbook
     * @throws InvalidRulesetException if the rules do not build
     */
    public static Ruleset compile(RulesetFiles files) {
        List<DecisionTable> decisionTables = new ArrayList<>();
        Map<String, CodeList> codeLists = new HashMap<>();
        read(files, decisionTables, codeLists);
        List<Table> tables = new ArrayList<>(decisionTables);
        tables.addAll(codeLists.values());
        tables.sort(Comparator.comparing(Table::name));

        Map<String, RowReference> rows = new HashMap<>();
        for (Table table : tables) {
            table.rows().forEach(row -> rows.put(table.name() + "/" + row.key(), row.reference()));
        }
        // compiling takes seconds, and what these find wrong is found first
        Codes codes = codes(codeLists);
        FindingCatalog catalog = CatalogReader.read(list(codeLists, "findings"));
        String hash = files.hash();
        return new Ruleset(
                label(tables) + "+" + hash,
                files.from(),
                PackedRules.find(hash)
                        .orElseGet(() -> compileRules(files, decisionTables))
                        .load(LOADER),
                codes,
                catalog,
                tables,
                rows,
                byId(files, "drl", path -> path),
                byId(files, "md", path -> new String(files.files().get(path), StandardCharsets.UTF_8)));
    }

    private static void read(RulesetFiles files, List<DecisionTable> decisionTables, Map<String, CodeList> codeLists) {
        List<TableProblem> problems = new ArrayList<>();
        for (String path : files.ending(".xlsx")) {
            String file = path.substring(RulesetFiles.TABLES.length());
            byte[] bytes = files.files().get(path);
            try {
                if (file.endsWith(".drl.xlsx")) {
                    decisionTables.add(DecisionTable.read(file, bytes));
                } else {
                    CodeList list = CodeList.read(file, bytes);
                    codeLists.put(list.name(), list);
                }
            } catch (InvalidTablesException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidTablesException(problems);
        }
    }

    private static String label(List<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.changes().stream())
                .map(Change::on)
                .max(Comparator.naturalOrder())
                .map(Object::toString)
                .orElse("unlabelled");
    }

    private static CodeList list(Map<String, CodeList> lists, String name) {
        CodeList list = lists.get(name);
        if (list == null) {
            throw new InvalidTablesException(List.of(new TableProblem(
                    "codes/" + name + ".xlsx", null, null, "the workbook is missing", "bring back the shipped one")));
        }
        return list;
    }

    private static Codes codes(Map<String, CodeList> lists) {
        return new Codes(
                bind(lists, "visit-codes", VisitCode.class),
                bind(lists, "therapy-codes", TherapyCode.class),
                bind(lists, "functional-codes", FunctionalCode.class),
                bind(lists, "modifier-codes", ModifierCode.class),
                bind(lists, "revenue-codes", RevenueCode.class),
                bind(lists, "therapy-amounts", TherapyAmount.class),
                bind(lists, "parameters", Parameter.class));
    }

    private static <R extends Record & CodeRow> CodeIndex<R> bind(
            Map<String, CodeList> lists, String name, Class<R> type) {
        return CodeRowBinder.bind(list(lists, name), type);
    }

    private static Map<String, String> byId(
            RulesetFiles files, String ending, java.util.function.UnaryOperator<String> value) {
        Map<String, String> byId = new HashMap<>();
        for (String path : files.files().keySet()) {
            Matcher matcher = RULE_FILE.matcher(path);
            if (matcher.matches() && matcher.group(2).equals(ending)) {
                byId.put(matcher.group(1), value.apply(path));
            }
        }
        return byId;
    }

    /** The engine caches translated spreadsheets by path, so it is given DRL only. */
    private static CompiledRules compileRules(RulesetFiles files, List<DecisionTable> decisionTables) {
        Map<String, String> drl = new TreeMap<>();
        for (String path : files.ending(".drl")) {
            drl.put(path, new String(files.files().get(path), StandardCharsets.UTF_8));
        }
        for (DecisionTable table : decisionTables) {
            drl.put("tables/" + table.name() + ".drl", table.toDrl());
        }
        return CompiledRules.compile(drl, files.hash(), LOADER);
    }

    /** Compiles the rules alone, for keeping. */
    static CompiledRules compileRules(RulesetFiles files) {
        List<DecisionTable> decisionTables = new ArrayList<>();
        read(files, decisionTables, new HashMap<>());
        return compileRules(files, decisionTables);
    }
}
