package org.hearth.draft;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType.Kind;
import org.hearth.tables.content.Policy;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.content.Span;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.Unbound;

/** Draws up the rows of a table that are alike but for one span, so that gaps and overlaps between them can be seen. */
final class SpanLines {

    private static final int MOST_LINES = 200;

    /** What an amount is counted in: no gap lies between two that differ by less. */
    private static final BigDecimal CENT = BigDecimal.ONE.movePointLeft(2);

    private record Stretch(Row row, BigDecimal least, BigDecimal most) {}

    private final Table table;
    private final Span span;
    private final boolean dates;
    private final BigDecimal step;

    private SpanLines(Table table, Span span) {
        this.table = table;
        this.span = span;
        this.dates = span.from().type().kind() == Kind.DATE;
        this.step = span.from().type().kind() == Kind.AMOUNT ? CENT : BigDecimal.ONE;
    }

    /** The lines of a table, those of numbers first; only groups of several rows make one. */
    static List<Grid.Line> of(Table table) {
        List<Span> spans = new ArrayList<>(Span.of(table.columns()));
        spans.sort(Comparator.comparing(span -> span.from().type().kind() == Kind.DATE));
        List<Grid.Line> lines = new ArrayList<>();
        for (Span span : spans) {
            lines.addAll(new SpanLines(table, span).lines());
        }
        return List.copyOf(lines.subList(0, Math.min(MOST_LINES, lines.size())));
    }

    private List<Grid.Line> lines() {
        Map<List<Object>, List<Stretch>> groups = new LinkedHashMap<>();
        List<Column> shared = shared();
        for (Row row : table.rows()) {
            Object from = row.values().get(span.from().heading());
            Object through = row.values().get(span.through().heading());
            if (from != null && through != null) {
                List<Object> group = new ArrayList<>();
                shared.forEach(column -> group.add(row.values().get(column.heading())));
                groups.computeIfAbsent(group, key -> new ArrayList<>())
                        .add(new Stretch(row, number(from), number(through)));
            }
        }
        List<Grid.Line> lines = new ArrayList<>();
        groups.forEach((group, rows) -> {
            if (rows.size() > 1) {
                lines.add(line(words(shared, group), rows));
            }
        });
        return lines;
    }

    /** The columns in which rows of one line are alike: whatever else says for which cases a row holds. */
    private List<Column> shared() {
        boolean decisions = table.columns().stream().anyMatch(column -> column.role() != null);
        return table.columns().stream()
                .filter(column -> decisions
                        ? "CONDITION".equals(column.role())
                        : column.heading().equals("code"))
                .filter(column -> !column.equals(span.from()) && !column.equals(span.through()))
                .toList();
    }

    private static String words(List<Column> columns, List<Object> group) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < group.size(); at++) {
            Object value = group.get(at);
            if (value != null && !(value instanceof Unbound)) {
                words.add(columns.get(at).heading() + " " + RowsMirror.text(value));
            }
        }
        return String.join(", ", words);
    }

    private Grid.Line line(String group, List<Stretch> rows) {
        List<Stretch> sorted = rows.stream()
                .sorted(Comparator.comparing(Stretch::least, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(stretch -> stretch.row().index()))
                .toList();
        List<Grid.Gap> gaps = new ArrayList<>();
        List<Grid.Overlap> overlaps = new ArrayList<>();
        Stretch furthest = null;
        for (Stretch stretch : sorted) {
            if (furthest != null && furthest.most() != null && stretch.least() != null) {
                BigDecimal next = furthest.most().add(step);
                if (next.compareTo(stretch.least()) < 0) {
                    gaps.add(new Grid.Gap(text(next), text(stretch.least().subtract(step))));
                }
            }
            if (furthest != null && table.policy() != Policy.ALL && meet(furthest, stretch)) {
                BigDecimal most = furthest.most() == null
                        ? stretch.most()
                        : stretch.most() == null
                                ? furthest.most()
                                : furthest.most().min(stretch.most());
                overlaps.add(new Grid.Overlap(
                        text(stretch.least()),
                        text(most),
                        List.of(furthest.row().key(), stretch.row().key())));
            }
            if (furthest == null
                    || furthest.most() != null
                            && (stretch.most() == null || stretch.most().compareTo(furthest.most()) > 0)) {
                furthest = stretch;
            }
        }
        return new Grid.Line(
                span.name().isEmpty()
                        ? span.from().heading() + "/" + span.through().heading()
                        : span.name(),
                group,
                dates ? "date" : "number",
                sorted.stream()
                        .map(stretch -> new Grid.LineSpan(
                                stretch.row().key(),
                                text(stretch.least()),
                                text(stretch.most()),
                                stretch.row().cell(span.through())))
                        .collect(Collectors.toList()),
                gaps,
                overlaps);
    }

    /** Whether a stretch begins before one that began no later has ended. */
    private static boolean meet(Stretch before, Stretch after) {
        return before.most() == null || after.least() == null || after.least().compareTo(before.most()) <= 0;
    }

    /** A value as a number, days counted; {@code null} where there is no limit. */
    private static BigDecimal number(Object value) {
        if (value instanceof LocalDate date) {
            return BigDecimal.valueOf(date.toEpochDay());
        }
        if (value instanceof Integer number) {
            return BigDecimal.valueOf(number);
        }
        return value instanceof BigDecimal amount ? amount : null;
    }

    private String text(BigDecimal number) {
        if (number == null) {
            return null;
        }
        return dates
                ? LocalDate.ofEpochDay(number.longValueExact()).toString()
                : number.stripTrailingZeros().toPlainString();
    }
}
