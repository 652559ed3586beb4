package org.hearth.ruleset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.hearth.catalog.FindingCatalog;
import org.hearth.codes.Codes;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Table;

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

    /** Every table, by name. */
    List<Table> all() {
        List<Table> all = new ArrayList<>(decisionTables.values());
        all.addAll(codeLists.values());
        all.sort(Comparator.comparing(Table::name));
        return all;
    }
}
