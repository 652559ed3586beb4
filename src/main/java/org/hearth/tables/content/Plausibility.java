package org.hearth.tables.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearth.tables.workbook.WorkbookProblems;

/**
 * Whether the numbers of a table make sense: each within the bounds of its column, and none far from the one of the row
 * before it in time.
 */
public final class Plausibility {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Column> columns;
    private final List<Row> rows;
    private final Set<String> foreign;
    private final WorkbookProblems problems;

    private Plausibility(List<Column> columns, List<Row> rows, Set<String> foreign, WorkbookProblems problems) {
        this.columns = columns;
        this.rows = rows;
        this.foreign = foreign;
        this.problems = problems;
    }

    /**
     * What of a table makes no sense by the bounds of an edition of it that it is to keep to.
     *
     * @param declaring the edition whose bounds count, whatever the table itself declares
     */
    public static WorkbookProblems of(Table table, Table declaring) {
        Map<String, Bounds> bounds = new LinkedHashMap<>();
        declaring.columns().forEach(column -> bounds.put(column.heading(), column.bounds()));
        List<Column> columns = table.columns().stream()
                .map(column -> column.with(bounds.getOrDefault(column.heading(), column.bounds())))
                .toList();
        Set<String> foreign = table.columns().stream()
                .filter(column ->
                        !bounds.getOrDefault(column.heading(), column.bounds()).equals(column.bounds()))
                .map(Column::heading)
                .collect(Collectors.toSet());
        WorkbookProblems problems = new WorkbookProblems(table.workbook());
        check(columns, table.rows(), foreign, problems);
        return problems;
    }

    /** Adds what makes no sense by the columns' own bounds. */
    static void check(List<Column> columns, List<Row> rows, WorkbookProblems problems) {
        check(columns, rows, Set.of(), problems);
    }

    /** @param foreign the headings of the columns whose bounds are not those that the table itself declares */
    private static void check(List<Column> columns, List<Row> rows, Set<String> foreign, WorkbookProblems problems) {
        Plausibility plausibility = new Plausibility(columns, rows, foreign, problems);
        for (Column column : columns) {
            plausibility.withinBounds(column);
            if (column.bounds().mostChange() != null) {
                plausibility.nearTheRowBefore(column);
            }
        }
    }

    private void withinBounds(Column column) {
        for (Row row : rows) {
            BigDecimal number = number(row, column);
            Bounds bounds = column.bounds().of(row);
            if (number != null && !bounds.hold(number)) {
                String whose = bounds == column.bounds()
                        ? ""
                        : " of a number of " + words(row, column.bounds().by());
                problems.add(
                        row.reference().sheet(),
                        row.cell(column),
                        "`" + number.toPlainString() + "` makes no sense as `" + column.heading() + "`" + whose,
                        "write a number of " + bounds.words()
                                + (foreign.contains(column.heading())
                                        ? ", as the program has it; an engineer allows others"
                                        : ", as the sheet Notes has it"));
            }
        }
    }

    private static String words(Row row, String heading) {
        return RowsMirror.text(row.values().get(heading));
    }

    private void nearTheRowBefore(Column column) {
        Map<Object, List<Row>> alike = new LinkedHashMap<>();
        for (Row row : rows) {
            if (number(row, column) != null) {
                alike.computeIfAbsent(codes(row), codes -> new ArrayList<>()).add(row);
            }
        }
        for (List<Row> dated : alike.values()) {
            dated.sort(Comparator.comparing(this::start));
            for (int at = 1; at < dated.size(); at++) {
                compare(column, dated.get(at - 1), dated.get(at));
            }
        }
    }

    private void compare(Column column, Row before, Row row) {
        BigDecimal was = number(before, column);
        BigDecimal is = number(row, column);
        if (!column.bounds().of(row).hold(is) || !column.bounds().of(before).hold(was)) {
            // told already, at its cell
            return;
        }
        BigDecimal change = is.subtract(was);
        if (change.abs()
                        .multiply(HUNDRED)
                        .compareTo(column.bounds().mostChange().multiply(was.abs()))
                > 0) {
            String far = was.signum() == 0
                    ? ""
                    : ", " + change.abs().multiply(HUNDRED).divide(was.abs(), 0, RoundingMode.HALF_UP)
                            + (change.signum() > 0 ? " % more" : " % less");
            problems.warn(
                    row.reference().sheet(),
                    row.cell(column),
                    "`" + column.heading() + "` is `" + is.toPlainString() + "`, and `" + was.toPlainString()
                            + "` in the row before it, `" + before.key() + "` at " + before.cell(column) + far,
                    "compare both with their sources; if they are right, leave them");
        }
    }

    /** What a row is for, but for its days: of a code list its code, of a decision table its other conditions. */
    private Object codes(Row row) {
        List<Object> codes = new ArrayList<>();
        for (Column column : columns) {
            boolean condition = column.role() == null
                    ? column.heading().equals(CodeList.CODE)
                    : column.role().equals("CONDITION") && column.type().kind() != ColumnType.Kind.DATE;
            if (condition) {
                codes.add(row.values().get(column.heading()));
            }
        }
        return codes;
    }

    /** The first day of a row; far back where it has none. */
    private LocalDate start(Row row) {
        return columns.stream()
                .filter(column -> column.type().kind() == ColumnType.Kind.DATE
                        && column.heading().endsWith("from"))
                .map(column -> row.values().get(column.heading()))
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast)
                .findFirst()
                .orElse(LocalDate.MIN);
    }

    /** The number in a cell; {@code null} of a word such as {@code open}. */
    private static BigDecimal number(Row row, Column column) {
        Object value = row.values().get(column.heading());
        return value instanceof Integer whole
                ? BigDecimal.valueOf(whole)
                : value instanceof BigDecimal amount ? amount : null;
    }
}
