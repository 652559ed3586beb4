package org.hearth.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.drools.model.Model;
import org.hearth.catalog.FindingType;
import org.hearth.finding.RowReference;
import org.hearth.rules.Rulesets;
import org.hearth.tables.content.Table;
import org.junit.jupiter.api.Test;

class RulesetTablesTest {

    /** As it is put together of what was packed, and as it is read, translated and put together from its files. */
    @Test
    void thePackedRulesetIsThatOfItsFiles() {
        RulesetFiles files = Rulesets.files();
        Ruleset packed = RulesetCompiler.compile(files);
        Ruleset read = RulesetCompiler.compile(files, new TableReading(files).tables());

        assertThat(packed.version()).isEqualTo(read.version());
        assertThat(packed.models())
                .extracting(model -> model.getClass().getName())
                .isEqualTo(classes(read.models()));
        assertThat(packed.codes()).usingRecursiveComparison().isEqualTo(read.codes());
        assertThat(packed.catalog().all())
                .extracting(FindingType::id)
                .isEqualTo(read.catalog().all().stream().map(FindingType::id).toList());
        assertThat(packed.tables()).extracting(Table::name).isEqualTo(names(read.tables()));
        assertThat(packed.rows()).isEqualTo(read.rows()).hasSizeGreaterThan(1000);
    }

    private static List<String> classes(List<Model> models) {
        return models.stream().map(model -> model.getClass().getName()).toList();
    }

    private static List<String> names(List<Table> tables) {
        return tables.stream().map(Table::name).toList();
    }

    @Test
    void aRowIsFoundWithoutReadingAnotherTable() {
        List<String> asked = new ArrayList<>();
        SortedMap<String, Supplier<Table>> readings = new TreeMap<>();
        for (Table table : Rulesets.ruleset().tables()) {
            readings.put(table.name(), () -> {
                asked.add(table.name());
                return table;
            });
        }
        RulesetTables tables = RulesetTables.read(readings);

        RowReference row = tables.row("discipline-requirements/PT");

        assertThat(row).isEqualTo(Rulesets.ruleset().rows().get("discipline-requirements/PT"));
        assertThat(tables.row("discipline-requirements/PT")).isSameAs(row);
        assertThat(asked).containsExactly("discipline-requirements");
        assertThat(tables.row("discipline-requirements/none")).isNull();
        assertThat(tables.row("no-table/PT")).isNull();
        assertThat(tables.row("a rule of no table")).isNull();
        assertThat(asked).hasSize(1);
    }

    @Test
    void rowsOfNoWorkbookStandBesideThem() {
        RowReference further = new RowReference("made-up", "one", "made-up.xlsx", "Rules", "A1");
        RulesetTables tables = RulesetTables.of(Rulesets.ruleset().tables()).with(Map.of("made-up/one", further));

        assertThat(tables.row("made-up/one")).isEqualTo(further);
        assertThat(tables.rows())
                .containsEntry("made-up/one", further)
                .containsAllEntriesOf(Rulesets.ruleset().rows());
    }
}
