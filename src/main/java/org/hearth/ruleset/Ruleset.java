package org.hearth.ruleset;

import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.hearth.catalog.FindingCatalog;
import org.hearth.codes.CodeSets;
import org.hearth.codes.Codes;
import org.hearth.finding.RowReference;
import org.hearth.tables.content.Table;
import org.kie.api.KieBase;

/**
 * Everything that judges claims, compiled. Immutable; safe for use by any number of threads.
 *
 * @param version {@code label+hash}: the day of the last change to a table and a hash of the whole content
 * @param from where it was read from, for people
 * @param kieBase the compiled rules
 * @param models the same rules as the engine's executable models, condition by condition, to explain them by
 * @param codes the code lists
 * @param catalog the kinds of finding
 * @param tables every workbook, by name
 * @param rows where each row stands, by {@code table/key}
 * @param rules the file of each finding's rule, by id, for those that a DRL rule reports
 * @param pages the text of each finding's page, by id
 */
public record Ruleset(
        String version,
        String from,
        KieBase kieBase,
        List<Model> models,
        Codes codes,
        FindingCatalog catalog,
        List<Table> tables,
        Map<String, RowReference> rows,
        Map<String, String> rules,
        Map<String, String> pages) {

    /** The same rules and tables with other imported code sets. */
    public Ruleset with(CodeSets sets) {
        return new Ruleset(version, from, kieBase, models, codes.with(sets), catalog, tables, rows, rules, pages);
    }

    public Ruleset {
        models = List.copyOf(models);
        tables = List.copyOf(tables);
        rows = Map.copyOf(rows);
        rules = Map.copyOf(rules);
        pages = Map.copyOf(pages);
    }
}
