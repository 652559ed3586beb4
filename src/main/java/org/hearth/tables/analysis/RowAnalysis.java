package org.hearth.tables.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Policy;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.TableProblem;

/**
 * What the rows of a table say together: cases for which two rows hold, or none, and rows that add nothing. Exact for
 * codes, choices, numbers and dates; proven by taking regions from each other, never by trying cases.
 */
public final class RowAnalysis {

    /** More of one kind are no help to anybody. */
    private static final int MOST_TOLD = 30;

    private final Table table;
    private final List<TableProblem> problems = new ArrayList<>();
    private final List<TableProblem> warnings = new ArrayList<>();

    private Space space;
    private List<Row> rows;
    private List<Region> regions;
    private String about = "";

    private RowAnalysis(Table table) {
        this.table = table;
    }

    /** Analyses a table whose cells are sound. */
    public static RowAnalysis of(Table table) {
        RowAnalysis analysis = new RowAnalysis(table);
        try {
            if (table instanceof DecisionTable) {
                analysis.analyse(table.rows());
            } else {
                analysis.analyseByCode();
            }
        } catch (Space.TooLarge e) {
            analysis.warnings.add(new TableProblem(
                    table.workbook(),
                    null,
                    null,
                    "the table tells too many cases apart to look for gaps and overlaps",
                    "ask an engineer whether its codes belong in a code list"));
        }
        return analysis;
    }

    /** What must be mended. */
    public List<TableProblem> problems() {
        return List.copyOf(problems);
    }

    /** What is worth a look. */
    public List<TableProblem> warnings() {
        return List.copyOf(warnings);
    }

    private void analyseByCode() throws Space.TooLarge {
        Column code = table.columns().stream()
                .filter(column -> column.heading().equals("code"))
                .findFirst()
                .orElse(null);
        if (code == null) {
            return;
        }
        Map<Object, List<Row>> byCode = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            byCode.computeIfAbsent(row.values().get("code"), key -> new ArrayList<>())
                    .add(row);
        }
        for (Map.Entry<Object, List<Row>> entry : byCode.entrySet()) {
            about = "`" + RowsMirror.text(entry.getKey()) + "`, ";
            analyse(entry.getValue());
        }
    }

    private void analyse(List<Row> all) throws Space.TooLarge {
        space = new Space(table, all);
        rows = new ArrayList<>();
        regions = new ArrayList<>();
        for (Row row : all) {
            Region region = space.region(row);
            if (region == null) {
                problem(row, "the row can never hold: its conditions exclude each other", "mend one of them");
            } else {
                rows.add(row);
                regions.add(region);
            }
        }
        if (table.policy() == Policy.ALL) {
            twins();
            repetitions();
        } else {
            overlaps();
        }
        Gaps gaps = new Gaps(table, space, rows, regions, about, this::sameActions, problems, warnings);
        if (table.policy() == Policy.ONE) {
            gaps.holes();
        } else {
            gaps.gaps();
        }
    }

    /** Two rows for one case, where there is to be one at most. */
    private void overlaps() {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                if (regions.get(i).meets(regions.get(j)) && told(problems)) {
                    Region both = regions.get(i).and(regions.get(j));
                    problem(
                            rows.get(j),
                            "the row and " + named(rows.get(i)) + " both hold for " + about + space.words(both)
                                    + space.forExample(both)
                                    + (sameActions(i, j) ? ", and say the same" : ", and say different things"),
                            sameActions(i, j)
                                    ? "delete one of them, or end one before the other begins"
                                    : "end one before the other begins, or narrow one of them");
                }
            }
        }
    }

    /** Rows for exactly the same cases, where each row counts. */
    private void twins() {
        Map<Region, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Integer twin = first.putIfAbsent(regions.get(i), i);
            if (twin != null && !sameActions(twin, i) && told(warnings)) {
                warn(
                        rows.get(i),
                        "the row holds for the same cases as " + named(rows.get(twin))
                                + " and says something else; both count",
                        "if only one of them is right, delete the other");
            }
        }
    }

    /** Rows that say the same of the same case, so that it is said twice. */
    private void repetitions() {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!sameActions(i, j) || !regions.get(i).meets(regions.get(j))) {
                    continue;
                }
                boolean inner = regions.get(j).holds(regions.get(i));
                boolean outer = regions.get(i).holds(regions.get(j));
                if (inner || outer) {
                    int less = inner ? i : j;
                    int more = inner ? j : i;
                    if (told(problems)) {
                        problem(
                                rows.get(less),
                                "whatever the row holds for, " + named(rows.get(more))
                                        + " says the same of, so that it is said twice",
                                "delete the row, or narrow one of them");
                    }
                } else if (space.sameAnswers(regions.get(i), regions.get(j)) && told(warnings)) {
                    Region both = regions.get(i).and(regions.get(j));
                    warn(
                            rows.get(i),
                            "the row and " + named(rows.get(j)) + " say the same of " + space.words(both)
                                    + space.forExample(both) + ", so that it is said twice",
                            "end one before the other begins, or narrow one of them");
                }
            }
        }
    }

    private boolean sameActions(int i, int j) {
        for (Column column : table.columns()) {
            boolean says = table instanceof DecisionTable
                    ? "ACTION".equals(column.role())
                    : column.index() > 0
                            && column.type().kind() != ColumnType.Kind.SOURCE
                            && !column.heading().equals(Column.CHECKED_ON);
            if (says
                    && space.spans().stream()
                            .noneMatch(span ->
                                    span.from().equals(column) || span.through().equals(column))
                    && !rows.get(i)
                            .values()
                            .get(column.heading())
                            .equals(rows.get(j).values().get(column.heading()))) {
                return false;
            }
        }
        return true;
    }

    /** A row by its name and its first cell. */
    static String named(Row row) {
        return "`" + row.key() + "` at " + row.reference().cell();
    }

    /** Whether another one is of help. */
    static boolean told(List<TableProblem> told) {
        return told.size() < MOST_TOLD;
    }

    private void problem(Row row, String message, String fix) {
        problems.add(at(row, message, fix));
    }

    private void warn(Row row, String message, String fix) {
        warnings.add(at(row, message, fix));
    }

    private TableProblem at(Row row, String message, String fix) {
        return new TableProblem(
                table.workbook(), row.reference().sheet(), row.reference().cell(), message, fix);
    }
}
