package org.hearth.draft;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearth.ruleset.KnownTables.Known;
import org.hearth.ruleset.RuleFile;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType.Kind;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.TableProblem;
import org.hearth.tables.workbook.Workbook;

/** Makes the grid of a workbook. */
final class Grids {

    private static final String CHANGED_ON = "changed on";
    private static final Pattern FINDING = Pattern.compile("HHT-[0-9]{3}");

    /** How a complaint of the analysis of rows names a case. */
    private static final Pattern CASE = Pattern.compile(", for example ([^,;]+(?:, [^,;]+)?)");

    private final Table layout;
    private final Workbook is;
    private final Workbook was;
    private final Map<String, Integer> reached;
    private final LocalDate today;
    private final List<String> ofSnippets;

    /**
     * @param layout the table whose columns the workbook has
     * @param is its cells
     * @param was the cells of the base
     * @param reached by how many examples each row was reached, as {@code table/key}; {@code null} if none were run
     * @param today the day against which {@code checked on} is held
     */
    private Grids(Table layout, Workbook is, Workbook was, Map<String, Integer> reached, LocalDate today) {
        this.layout = layout;
        this.is = is;
        this.was = was;
        this.reached = reached;
        this.today = today;
        this.ofSnippets = ofSnippets(layout);
    }

    /**
     * The grid of a workbook.
     *
     * @param known the workbook, whose cells can be read
     * @param base that of the base, which is sound
     * @param problems what is wrong with the set, of which those of this workbook are told
     * @param warnings what is worth a look, likewise
     * @param revision of the draft; 0 of none
     * @param own whether it is the base's own
     * @param reached by how many examples each row was reached, as {@code table/key}; {@code null} if none were run
     */
    static Grid of(
            Known known,
            Known base,
            List<TableProblem> problems,
            List<TableProblem> warnings,
            long revision,
            boolean own,
            Map<String, Integer> reached,
            LocalDate today) {
        Table layout = base.table().orElseThrow();
        Table table = known.table().orElse(layout);
        Grids grids =
                new Grids(layout, known.cells().orElseThrow(), base.cells().orElseThrow(), reached, today);
        List<Grid.Complaint> complaints = new ArrayList<>();
        problems.forEach(problem -> grids.complaint(problem, "problem", complaints));
        warnings.forEach(warning -> grids.complaint(warning, "warning", complaints));
        return new Grid(
                layout.name(),
                layout.workbook(),
                kind(layout),
                layout.dates(),
                table.about(),
                layout.policy().words(),
                revision,
                own,
                grids.pages(),
                complaints,
                SpanLines.of(table),
                grids.changes());
    }

    /** The word for a table's kind. */
    static String kind(Table table) {
        return table instanceof DecisionTable ? "decision-table" : "code-list";
    }

    private void complaint(TableProblem problem, String level, List<Grid.Complaint> complaints) {
        if (problem.workbook().equals(layout.workbook())) {
            Matcher example = CASE.matcher(problem.message());
            complaints.add(new Grid.Complaint(
                    problem.sheet(),
                    problem.cell(),
                    level,
                    problem.message(),
                    problem.fix(),
                    example.find() ? example.group(1) : null));
        }
    }

    private List<Grid.Page> pages() {
        List<Grid.Page> pages = new ArrayList<>();
        String rows = EditRun.sheet(layout);
        if (is.sheets().containsKey(rows)) {
            pages.add(rows(is.sheets().get(rows), was.sheets().get(rows)));
        }
        if (is.sheets().containsKey(ExampleRow.SHEET)) {
            pages.add(examples(is.sheets().get(ExampleRow.SHEET), was.sheets().get(ExampleRow.SHEET)));
        }
        return pages;
    }

    private Grid.Page rows(Sheet sheet, Sheet before) {
        List<Column> columns = layout.columns();
        int headings = EditRun.headings(layout);
        RowPairs pairs = RowPairs.of(sheet, before, headings, columns.size());
        int checked = columns.stream()
                .filter(column -> column.heading().equals(Column.CHECKED_ON))
                .mapToInt(Column::index)
                .findFirst()
                .orElse(-1);
        return page(
                sheet.name(),
                headings,
                columns.stream().map(Grids::heading).toList(),
                pairs,
                line -> findings(line, columns),
                this::reached,
                line -> checked >= 0 && stale(sheet.at(line.index(), checked).date()));
    }

    private Grid.Page examples(Sheet sheet, Sheet before) {
        int width = sheet.rows().isEmpty() ? 0 : sheet.rows().get(0).size();
        List<Grid.Heading> headings = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            headings.add(new Grid.Heading(
                    column,
                    Sheet.columnName(column),
                    sheet.text(0, column),
                    null,
                    label(column == 0 ? Kind.KEY : Kind.TEXT),
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null));
        }
        return page(
                sheet.name(),
                0,
                headings,
                RowPairs.of(sheet, before, 0, Math.max(1, width)),
                line -> named(line.cells().stream()),
                line -> null,
                line -> false);
    }

    private static Grid.Page page(
            String sheet,
            int headings,
            List<Grid.Heading> columns,
            RowPairs pairs,
            Function<RowPairs.Line, List<String>> findings,
            Function<RowPairs.Line, Integer> examples,
            Predicate<RowPairs.Line> stale) {
        List<Grid.Cells> rows = new ArrayList<>();
        for (RowPairs.Line line : pairs.now()) {
            RowPairs.Line before = pairs.before(line);
            boolean changed = before != null && !before.cells().equals(line.cells());
            rows.add(new Grid.Cells(
                    line.index() + 1,
                    line.key(),
                    line.cells(),
                    changed ? was(line.cells(), before.cells()) : null,
                    before == null ? "added" : changed ? "changed" : null,
                    findings.apply(line),
                    examples.apply(line),
                    stale.test(line)));
        }
        return new Grid.Page(
                sheet,
                headings + 1,
                columns,
                rows,
                pairs.gone().stream()
                        .map(line -> new Grid.Removed(line.key(), line.cells()))
                        .toList());
    }

    /** How many examples reach a row; the engine sees nothing of a code's. */
    private Integer reached(RowPairs.Line line) {
        return reached == null || !(layout instanceof DecisionTable)
                ? null
                : reached.getOrDefault(layout.name() + "/" + line.key(), 0);
    }

    private static List<String> was(List<String> now, List<String> before) {
        List<String> was = new ArrayList<>();
        for (int at = 0; at < now.size(); at++) {
            was.add(now.get(at).equals(before.get(at)) ? null : before.get(at));
        }
        return was;
    }

    private static Grid.Heading heading(Column column) {
        Kind kind = column.type().kind();
        return new Grid.Heading(
                column.index(),
                Sheet.columnName(column.index()),
                column.heading(),
                column.meaning(),
                label(kind),
                kind == Kind.YES_NO
                        ? List.of("yes", "no")
                        : column.type().choices().isEmpty()
                                ? null
                                : column.type().choices(),
                column.type().list(),
                column.words(),
                column.role(),
                bound(column.bounds().least()),
                bound(column.bounds().most()),
                bound(column.bounds().mostChange()));
    }

    private static String bound(BigDecimal bound) {
        return bound == null ? null : bound.toPlainString();
    }

    private static String label(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The findings that a row names, or those that the snippets of its table report of every row. */
    private List<String> findings(RowPairs.Line line, List<Column> columns) {
        List<String> named = named(columns.stream()
                .filter(column -> column.type().kind() == Kind.FINDING || column.index() == 0)
                .map(column -> line.cells().get(column.index())));
        return named.isEmpty() ? ofSnippets : named;
    }

    private static List<String> named(Stream<String> texts) {
        Set<String> ids = new TreeSet<>();
        texts.forEach(text -> {
            Matcher id = FINDING.matcher(text);
            while (id.find()) {
                ids.add(id.group());
            }
        });
        return List.copyOf(ids);
    }

    private static List<String> ofSnippets(Table layout) {
        Set<String> ids = new TreeSet<>();
        if (layout instanceof DecisionTable decisions) {
            decisions.technicalRows().forEach(row -> row.forEach(snippet -> ids.addAll(RuleFile.reported(snippet))));
        }
        return List.copyOf(ids);
    }

    private boolean stale(LocalDate checked) {
        return checked != null && checked.isBefore(today.minusYears(1));
    }

    /** How many rows of a table nobody has compared with their sources for more than a year. */
    static int stale(Table table, LocalDate today) {
        int stale = 0;
        for (Row row : table.rows()) {
            if (row.values().get(Column.CHECKED_ON) instanceof LocalDate on && on.isBefore(today.minusYears(1))) {
                stale++;
            }
        }
        return stale;
    }

    private List<Grid.ChangeRow> changes() {
        List<Grid.ChangeRow> changes = new ArrayList<>();
        Sheet notes = is.sheets().get(Table.NOTES);
        int start = notes == null ? -1 : notes.rowStarting(CHANGED_ON);
        for (int row = start + 1; start >= 0 && !notes.blankRow(row); row++) {
            changes.add(new Grid.ChangeRow(row + 1, notes.text(row, 0), notes.text(row, 1), notes.text(row, 2)));
        }
        return changes;
    }
}
