package org.hearth.ruleset;

import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.hearth.catalog.FindingCatalog;
import org.hearth.catalog.FindingType;
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
 * @param workbooks what the rules and code lists were made of
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
        RulesetTables workbooks,
        Map<String, String> rules,
        Map<String, String> pages) {

    /** The same rules and tables with other imported code sets. */
    public Ruleset with(CodeSets sets) {
        return new Ruleset(version, from, kieBase, models, codes.with(sets), catalog, workbooks, rules, pages);
    }

    public Ruleset {
        models = List.copyOf(models);
        rules = Map.copyOf(rules);
        pages = Map.copyOf(pages);
    }

    /** Every workbook, by name. */
    public List<Table> tables() {
        return workbooks.all();
    }

    /** Where each row stands, by {@code table/key}. */
    public Map<String, RowReference> rows() {
        return workbooks.rows();
    }

    /**
     * Where a row stands.
     *
     * @param row {@code table/key}
     * @return {@code null} if there is no such row
     */
    public RowReference row(String row) {
        return workbooks.row(row);
    }

    /** The shared system's reason codes of a finding, {@code 153XX} for a family; empty where none is known. */
    public List<String> reasonCodes(FindingType type) {
        return ReasonCodes.of(type, tables());
    }

    /** The ids of the findings nearest to a finding, ascending: named on its page, of its reason code or of its field. */
    public List<String> related(FindingType type) {
        return Related.to(type, this);
    }

    /** The rows of decision tables that name a finding. */
    public List<ReportingRow> reportedBy(FindingType type) {
        return ReportingRow.of(type.id(), tables());
    }

    /** The findings that have a reason code of the shared system, such as {@code 38200} or {@code 15301}; by id. */
    public List<FindingType> ofReasonCode(String code) {
        return catalog.all().stream()
                .filter(type -> ReasonCodes.has(reasonCodes(type), code))
                .toList();
    }
}
