package org.hearth.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hearth.ruleset.KnownTables.Known;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.content.Table;
import org.hearth.tables.difference.Difference;
import org.hearth.tables.difference.Difference.Kind;
import org.hearth.tables.difference.Difference.Part;
import org.hearth.tables.difference.TableDifference;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.Workbook;

/** What differs between two editions of a workbook of which one cannot be used yet: by the texts of its cells. */
final class TextDifferences {

    private TextDifferences() {}

    /**
     * The rows and examples that differ.
     *
     * @param before the older edition
     * @param now the newer one; both have cells, and one of them a table
     */
    static TableDifference between(Known before, Known now) {
        Table layout = before.table().or(now::table).orElseThrow();
        Workbook was = before.cells().orElseThrow();
        Workbook is = now.cells().orElseThrow();
        String rows = EditRun.sheet(layout);
        List<Difference> differences = new ArrayList<>();
        RowPairs pairs = RowPairs.of(
                is.sheets().get(rows),
                was.sheets().get(rows),
                EditRun.headings(layout),
                layout.columns().size());
        add(Part.ROW, pairs, layout.columns().stream().map(Column::heading).toList(), differences);
        Sheet examples = is.sheets().get(ExampleRow.SHEET);
        if (examples != null && !examples.rows().isEmpty()) {
            int width = examples.rows().get(0).size();
            List<String> headings = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                headings.add(examples.text(0, column));
            }
            add(
                    Part.EXAMPLE,
                    RowPairs.of(examples, was.sheets().get(ExampleRow.SHEET), 0, Math.max(1, width)),
                    headings,
                    differences);
        }
        return new TableDifference(
                layout.name(), layout.workbook(), Kind.CHANGED, pairs.now().size(), differences);
    }

    private static void add(Part part, RowPairs pairs, List<String> headings, List<Difference> differences) {
        for (RowPairs.Line line : pairs.now()) {
            RowPairs.Line before = pairs.before(line);
            if (before == null) {
                differences.add(new Difference(part, Kind.ADDED, line.key(), null, values(headings, null, line)));
            } else if (!before.key().equals(line.key())) {
                differences.add(new Difference(part, Kind.RENAMED, before.key(), line.key(), List.of()));
            } else if (!before.cells().equals(line.cells())) {
                differences.add(new Difference(part, Kind.CHANGED, line.key(), null, values(headings, before, line)));
            }
        }
        for (RowPairs.Line gone : pairs.gone()) {
            differences.add(new Difference(part, Kind.REMOVED, gone.key(), null, values(headings, gone, null)));
        }
    }

    private static List<Difference.Value> values(List<String> headings, RowPairs.Line before, RowPairs.Line now) {
        List<Difference.Value> values = new ArrayList<>();
        for (int at = 1; at < headings.size(); at++) {
            String was = before == null ? null : before.cells().get(at);
            String is = now == null ? null : now.cells().get(at);
            if (!Objects.equals(was, is)) {
                values.add(new Difference.Value(headings.get(at), was, is));
            }
        }
        return values;
    }
}
