package org.hearth.tables.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
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
                problem(row, null, "the row can never hold: its conditions exclude each other", "mend one of them");
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
        if (table.policy() == Policy.ONE) {
            holes();
        } else {
            gaps();
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
                            null,
                            "the row and " + named(rows.get(i)) + " both hold for " + about + space.words(both)
                                    + example(both)
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
                        null,
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
                                null,
                                "whatever the row holds for, " + named(rows.get(more))
                                        + " says the same of, so that it is said twice",
                                "delete the row, or narrow one of them");
                    }
                } else if (space.sameAnswers(regions.get(i), regions.get(j)) && told(warnings)) {
                    Region both = regions.get(i).and(regions.get(j));
                    warn(
                            rows.get(i),
                            null,
                            "the row and " + named(rows.get(j)) + " say the same of " + space.words(both)
                                    + example(both) + ", so that it is said twice",
                            "end one before the other begins, or narrow one of them");
                }
            }
        }
    }

    /** Spans between two rows of the same case in which no row holds. */
    private void gaps() {
        for (int axis = 0; axis < space.spans().size(); axis++) {
            for (int i = 0; i < rows.size(); i++) {
                Region before = regions.get(i);
                if (before.high(axis) < Space.MOST) {
                    gapAfter(i, axis, before.with(axis, before.high(axis) + 1, before.high(axis) + 1));
                }
            }
        }
    }

    private void gapAfter(int i, int axis, Region next) {
        if (table.policy() == Policy.ALL) {
            int after = nearest(
                    next.low(axis),
                    axis,
                    j -> sameActions(i, j) && space.sameBut(axis, regions.get(i), regions.get(j)));
            if (after >= 0) {
                Region gap = next.with(axis, next.low(axis), regions.get(after).low(axis) - 1);
                uncovered(gap, row -> row.with(axis, Space.LEAST, Space.MOST).holds(gap)).stream()
                        .findFirst()
                        .ifPresent(left -> gap(i, after, axis, left));
            }
            return;
        }
        for (Region left : uncovered(next, row -> true)) {
            int after = nearest(next.low(axis), axis, j -> left.with(axis, Space.LEAST, Space.MOST)
                    .meets(regions.get(j)));
            if (after >= 0) {
                long end = regions.get(after).low(axis) - 1;
                Region between = left.with(axis, Space.LEAST, Space.MOST).and(regions.get(after));
                gap(i, after, axis, between.with(axis, next.low(axis), end));
            }
        }
    }

    /** The row that begins first after a number, of those asked for; -1 if there is none. */
    private int nearest(long number, int axis, IntPredicate asked) {
        int nearest = -1;
        for (int j = 0; j < rows.size(); j++) {
            long start = regions.get(j).low(axis);
            if (start > number && (nearest < 0 || start < regions.get(nearest).low(axis)) && asked.test(j)) {
                nearest = j;
            }
        }
        return nearest;
    }

    private void gap(int before, int after, int axis, Region gap) {
        if (!meant(rows.get(before), rows.get(after)) && told(warnings)) {
            warn(
                    rows.get(before),
                    space.spans().get(axis).through(),
                    "between the row and " + named(rows.get(after)) + " no row holds for " + about + space.words(gap)
                            + example(gap),
                    "close the gap, or name the two rows under `gap after` in the sheet Notes if it is meant");
        }
    }

    private boolean meant(Row before, Row after) {
        return table.gaps().stream()
                .anyMatch(
                        gap -> gap.after().equals(before.key()) && gap.before().equals(after.key()));
    }

    /** Cases from the least to the greatest number, of values that rows name, for which no row holds. */
    private void holes() {
        Set<Region> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Region whole = regions.get(i);
            for (int axis = 0; axis < space.spans().size(); axis++) {
                long least = whole.low(axis);
                long greatest = whole.high(axis);
                for (Region other : regions) {
                    if (whole.meetsInValues(other)) {
                        least = Math.min(least, other.low(axis));
                        greatest = Math.max(greatest, other.high(axis));
                    }
                }
                whole = whole.with(axis, least, greatest);
            }
            for (Region hole : seen.add(whole) ? uncovered(whole, row -> true) : List.<Region>of()) {
                if (seen.add(hole) && told(problems)) {
                    problem(
                            rows.get(before(hole)),
                            null,
                            "no row holds for " + about + space.words(hole) + example(hole),
                            "let the row, or another, hold for it too");
                }
            }
        }
    }

    /** The row after which a hole comes: the nearest that differs from it on one axis of numbers, or the first. */
    private int before(Region hole) {
        int nearest = 0;
        for (int axis = 0; axis < space.spans().size(); axis++) {
            for (int i = 0; i < regions.size(); i++) {
                Region row = regions.get(i);
                if (row.high(axis) == hole.low(axis) - 1
                        && row.with(axis, hole.low(axis), hole.low(axis)).meets(hole)) {
                    nearest = i;
                }
            }
        }
        return nearest;
    }

    /** What is left of a region where none of the rows asked for holds; nothing, and a warning, where nobody can say. */
    private List<Region> uncovered(Region region, Predicate<Region> asked) {
        return region.without(regions, asked).orElseGet(() -> {
            TableProblem tangled = new TableProblem(
                    table.workbook(),
                    null,
                    null,
                    "the rows overlap in too many ways to prove that they leave no gap",
                    "ask an engineer to look at the table");
            if (!warnings.contains(tangled)) {
                warnings.add(tangled);
            }
            return List.of();
        });
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

    private String example(Region region) {
        String example = space.example(region);
        return example.isEmpty() ? "" : ", for example " + example;
    }

    private static String named(Row row) {
        return "`" + row.key() + "` at " + row.reference().cell();
    }

    private static boolean told(List<TableProblem> told) {
        return told.size() < MOST_TOLD;
    }

    private void problem(Row row, Column column, String message, String fix) {
        problems.add(at(row, column, message, fix));
    }

    private void warn(Row row, Column column, String message, String fix) {
        warnings.add(at(row, column, message, fix));
    }

    private TableProblem at(Row row, Column column, String message, String fix) {
        return new TableProblem(
                table.workbook(),
                row.reference().sheet(),
                column == null ? row.reference().cell() : row.cell(column),
                message,
                fix);
    }
}
