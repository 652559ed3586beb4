package org.hearth.ruleset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.catalog.FindingCatalog;
import org.hearth.codes.BillType;
import org.hearth.codes.Codes;
import org.hearth.codes.DisciplineCodes;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.HeaderCode;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.Parameter;
import org.hearth.codes.PayerKind;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.TherapyAmount;
import org.hearth.codes.TherapyCode;
import org.hearth.codes.VisitCode;
import org.hearth.finding.RowReference;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.TableProblem;

/**
 * Every workbook of a ruleset, as {@link TableReading} found them sound.
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

    /**
     * The code lists as facts carry them.
     *
     * @param broken the workbooks of which problems are known already; a list that is missing is added
     * @param problems takes what is wrong
     */
    static Codes codes(Map<String, CodeList> lists, Set<String> broken, List<TableProblem> problems) {
        CodeRowBinder binder = new CodeRowBinder(lists, broken, problems);
        Codes codes = new Codes(
                binder.bind("visit-codes", VisitCode.class),
                binder.bind("therapy-codes", TherapyCode.class),
                binder.bind("functional-codes", FunctionalCode.class),
                binder.bind("modifier-codes", ModifierCode.class),
                binder.bind("revenue-codes", RevenueCode.class),
                binder.bind("disciplines", DisciplineCodes.class),
                binder.bind("therapy-amounts", TherapyAmount.class),
                binder.bind("parameters", Parameter.class),
                binder.bind("bill-types", BillType.class),
                binder.bind("header-codes", HeaderCode.class),
                binder.bind("payers", PayerKind.class));
        binder.list("findings");
        binder.list("not-judged");
        return codes;
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
