package org.hearth.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.release.Page;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.Sheet;

/**
 * Where a text stands, whatever the case of its letters, in all tables and the examples of the findings' pages.
 *
 * @param hits the cells that hold it, by table
 * @param pages the examples that hold it
 * @param more how many more there are than are named
 */
public record TableSearch(List<Hit> hits, List<PageHit> pages, int more) {

    private static final int MOST = 300;

    /** The headings of the sheet Examples after the name, in their order. */
    private static final List<String> EXAMPLE = List.of("bill", "lines", "claim", "expect", "source");

    /** A cell that holds the text; {@code row} is the key of its row, or the name of the example. */
    public record Hit(String table, String sheet, String cell, String row, String heading, String text) {}

    /** An example of a page that holds the text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PageHit(String finding, String example) {}

    /** Searches for a text in a ruleset. */
    public static TableSearch of(ActiveRuleset.Loaded loaded, String text) {
        String sought = text.toLowerCase(Locale.ROOT);
        List<Hit> hits = new ArrayList<>();
        for (Table table : loaded.ruleset().tables()) {
            for (Row row : table.rows()) {
                for (Column column : table.columns()) {
                    String cell = RowsMirror.text(row.values().get(column.heading()));
                    if (holds(cell, sought)) {
                        hits.add(new Hit(
                                table.name(),
                                row.reference().sheet(),
                                row.cell(column),
                                row.key(),
                                column.heading(),
                                cell));
                    }
                }
            }
            table.examples().forEach(example -> examples(table, example, sought, hits));
        }
        List<PageHit> pages = new ArrayList<>();
        for (Page page : Examples.pages(loaded.files())) {
            for (Example example : page.examples()) {
                if (holds(example.claim(), sought)
                        || holds(example.expect(), sought)
                        || holds(example.name(), sought)) {
                    pages.add(new PageHit(page.id(), example.name()));
                }
            }
        }
        return new TableSearch(
                hits.subList(0, Math.min(MOST, hits.size())),
                pages.subList(0, Math.min(MOST, pages.size())),
                Math.max(0, hits.size() - MOST) + Math.max(0, pages.size() - MOST));
    }

    private static void examples(Table table, ExampleRow example, String sought, List<Hit> hits) {
        List<String> cells =
                List.of(example.bill(), example.lines(), example.claim(), example.expect(), example.source());
        for (int at = 0; at < cells.size(); at++) {
            if (holds(cells.get(at), sought)) {
                hits.add(new Hit(
                        table.name(),
                        ExampleRow.SHEET,
                        Sheet.columnName(at + 1) + example.cell().substring(1),
                        example.name(),
                        EXAMPLE.get(at),
                        cells.get(at)));
            }
        }
    }

    private static boolean holds(String text, String sought) {
        return text.toLowerCase(Locale.ROOT).contains(sought);
    }
}
