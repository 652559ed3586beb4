package org.hearth.tables.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.hearth.finding.RowReference;
import org.hearth.tables.content.Policy;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Span;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.TableProblem;

/** Cases for which no row of a table holds: those that one has to hold for, and those between two rows. */
final class Gaps {

    /** Whether two rows say the same, by their places. */
    @FunctionalInterface
    interface SameActions {
        boolean test(int one, int other);
    }

    private final Table table;
    private final Space space;
    private final List<Row> rows;
    private final List<Region> regions;
    private final String about;
    private final SameActions sameActions;
    private final List<TableProblem> problems;
    private final List<TableProblem> warnings;

    /**
     * @param regions those of the rows, in their order
     * @param about what the rows are about, before the case in words; empty if that says it
     * @param problems takes what must be mended
     * @param warnings takes what is worth a look
     */
    Gaps(
            Table table,
            Space space,
            List<Row> rows,
            List<Region> regions,
            String about,
            SameActions sameActions,
            List<TableProblem> problems,
            List<TableProblem> warnings) {
        this.table = table;
        this.space = space;
        this.rows = rows;
        this.regions = regions;
        this.about = about;
        this.sameActions = sameActions;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** Spans between two rows of the same case in which no row holds. */
    void gaps() {
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
                    j -> sameActions.test(i, j) && space.sameBut(axis, regions.get(i), regions.get(j)));
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
        if (!meant(rows.get(before), rows.get(after)) && RowAnalysis.told(warnings)) {
            warnings.add(between(
                    rows.get(before),
                    rows.get(after),
                    axis,
                    "between " + RowAnalysis.named(rows.get(before)) + " and " + RowAnalysis.named(rows.get(after))
                            + " no row holds for " + about + space.words(gap) + space.forExample(gap),
                    "close the gap, or name the two rows under `gap after` in the sheet Notes if it is meant"));
        }
    }

    private boolean meant(Row before, Row after) {
        return table.gaps().stream()
                .anyMatch(
                        gap -> gap.after().equals(before.key()) && gap.before().equals(after.key()));
    }

    /** Cases from the least to the greatest number, of values that rows name, for which no row holds. */
    void holes() {
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
                if (seen.add(hole) && RowAnalysis.told(problems)) {
                    problems.add(hole(hole));
                }
            }
        }
    }

    /** A hole, told at the cells that leave it: the end of the row before it and the start of the row after it. */
    private TableProblem hole(Region hole) {
        String message = "no row holds for " + about + space.words(hole) + space.forExample(hole);
        for (int axis = 0; axis < space.spans().size(); axis++) {
            int before = touching(hole, axis, hole.low(axis) - 1, true);
            int after = touching(hole, axis, hole.high(axis) + 1, false);
            if (before >= 0 && after >= 0) {
                Span span = space.spans().get(axis);
                String end = rows.get(before).cell(span.through());
                String start = rows.get(after).cell(span.from());
                return between(
                        rows.get(before),
                        rows.get(after),
                        axis,
                        message,
                        "write " + space.shown(axis, hole.high(axis)) + " into " + end + ", or "
                                + space.shown(axis, hole.low(axis)) + " into " + start
                                + ", or let another row hold for it");
            }
        }
        RowReference first = rows.get(before(hole)).reference();
        return new TableProblem(
                table.workbook(), first.sheet(), first.cell(), message, "let the row, or another, hold for it too");
    }

    /** The row that ends right before a hole, or begins right after it, on an axis, and otherwise meets it; -1 if none. */
    private int touching(Region hole, int axis, long number, boolean ends) {
        for (int i = 0; i < regions.size(); i++) {
            Region row = regions.get(i);
            if ((ends ? row.high(axis) : row.low(axis)) == number
                    && row.with(axis, hole.low(axis), hole.low(axis)).meets(hole)) {
                return i;
            }
        }
        return -1;
    }

    /** The row after which a hole comes: the nearest that differs from it on one axis of numbers, or the first. */
    private int before(Region hole) {
        int nearest = 0;
        for (int axis = 0; axis < space.spans().size(); axis++) {
            int ending = touching(hole, axis, hole.low(axis) - 1, true);
            nearest = ending < 0 ? nearest : ending;
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

    /** Told at the end of one row and the start of the next. */
    private TableProblem between(Row before, Row after, int axis, String message, String fix) {
        Span span = space.spans().get(axis);
        return new TableProblem(
                table.workbook(),
                before.reference().sheet(),
                before.cell(span.through()) + TableProblem.SEVERAL + after.cell(span.from()),
                message,
                fix);
    }
}
