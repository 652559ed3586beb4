package org.hearth.ruleset;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.hearth.catalog.FindingCatalog;
import org.hearth.codes.Codes;
import org.hearth.tables.content.Change;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;
import org.kie.api.KieBase;
import org.kie.api.conf.KieBaseMutabilityOption;

/** Builds a {@link Ruleset} from its files. */
public final class RulesetCompiler {

    private RulesetCompiler() {}

    /**
     * Reads and compiles.
     *
     * @throws InvalidTablesException with every problem of every workbook
     * @throws InvalidRulesetException if the rules do not build
     */
    public static Ruleset compile(RulesetFiles files) {
        if (!files.own() && PackedRules.has(files)) {
            return packed(files);
        }
        // compiling takes seconds, and what is wrong with a table is found first
        return compile(files, new TableReading(files).tables());
    }

    /** The ruleset that was packed: it was found sound then, and most of its workbooks need not be read again. */
    private static Ruleset packed(RulesetFiles files) {
        // a short command waits for little else, so that its lists are read beside its rules
        CompletableFuture<TableReading> reading =
                CompletableFuture.supplyAsync(() -> TableReading.ofPackedLists(files), RulesetCompiler::beside);
        List<Model> models = CompiledUnits.shared().packed();
        KieBase base = kieBase(models);
        TableReading lists = read(reading);
        return ruleset(
                PackedRules.version(),
                files,
                models,
                base,
                lists.codes(),
                lists.catalog(),
                RulesetTables.read(TableReading.later(files)));
    }

    private static void beside(Runnable task) {
        Thread thread = new Thread(task, "hearth-lists");
        thread.setDaemon(true);
        thread.start();
    }

    /** What was read beside, or what went wrong then, as if it had been read here. */
    static <T> T read(CompletableFuture<T> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** Compiles what has been read. */
    static Ruleset compile(RulesetFiles files, TableSet tables) {
        List<Model> models = CompiledUnits.shared().models(drl(files, tables));
        return ruleset(
                version(files, tables),
                files,
                models,
                kieBase(models),
                tables.codes(),
                tables.catalog(),
                RulesetTables.of(tables.all()));
    }

    private static Ruleset ruleset(
            String version,
            RulesetFiles files,
            List<Model> models,
            KieBase base,
            Codes codes,
            FindingCatalog catalog,
            RulesetTables tables) {
        return new Ruleset(
                version,
                files.from(),
                base,
                models,
                codes,
                catalog,
                tables,
                byId(files, false, path -> path),
                byId(files, true, path -> new String(files.files().get(path), StandardCharsets.UTF_8)));
    }

    /** The rules as what sessions are opened on. */
    static KieBase kieBase(List<Model> models) {
        // a ruleset never changes once it is built, and its sessions then keep their facts in the plainest way
        InternalKnowledgeBase base = KieBaseBuilder.createKieBaseFromModel(models, KieBaseMutabilityOption.DISABLED);
        AlphaSteps.layOut(base);
        return base;
    }

    /** Everything that is wrong with the workbooks; empty if they are sound. The rules are not compiled. */
    public static List<TableProblem> problems(RulesetFiles files) {
        return new TableReading(files).problems();
    }

    /** The version of a ruleset, {@code label+hash}. */
    static String version(RulesetFiles files, TableSet tables) {
        return label(tables.all()) + "+" + files.hash();
    }

    private static String label(List<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.changes().stream())
                .map(Change::on)
                .max(Comparator.naturalOrder())
                .map(Object::toString)
                .orElse("unlabelled");
    }

    private static Map<String, String> byId(
            RulesetFiles files, boolean pages, java.util.function.UnaryOperator<String> value) {
        Map<String, String> byId = new HashMap<>();
        for (String path : files.files().keySet()) {
            RuleFile.of(path)
                    .filter(file -> file.isPage() == pages)
                    .ifPresent(file -> byId.put(file.id(), value.apply(path)));
        }
        return byId;
    }

    /** All rules as DRL, by path. The engine caches translated spreadsheets by path, so it is given DRL only. */
    static SortedMap<String, String> drl(RulesetFiles files, TableSet tables) {
        SortedMap<String, String> drl = new TreeMap<>();
        for (String path : files.ending(".drl")) {
            drl.put(path, new String(files.files().get(path), StandardCharsets.UTF_8));
        }
        for (DecisionTable table : tables.decisionTables().values()) {
            drl.put(path(table), table.toDrl());
        }
        return drl;
    }

    /** The path of a decision table's DRL. */
    static String path(DecisionTable table) {
        return "tables/" + table.name() + ".drl";
    }
}
