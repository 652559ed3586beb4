package org.hearth.tables.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnCondition;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.content.Span;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.Unbound;

/**
 * The cases that a table tells apart: an axis for every pair of columns that bounds rows, and one for every field or
 * single value that a condition asks for. Every axis of values has one more value that no row names, so that {@code any}
 * is always more than all the values named.
 */
final class Space {

    /** No limit; far enough in to step over the edge without a turn of the sign. */
    static final long LEAST = Long.MIN_VALUE / 4;

    static final long MOST = Long.MAX_VALUE / 4;

    private static final int MOST_AXES = 400;
    private static final int MOST_VALUES = 5_000;

    /** An axis of values: those that rows name, and the columns that name them. */
    private static final class Values {
        private final List<Column> columns = new ArrayList<>();
        private final Map<Object, Integer> places = new LinkedHashMap<>();
        private final boolean question;

        Values(boolean question) {
            this.question = question;
        }
    }

    /** More to tell apart than can be told apart in reasonable time. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final String dates;
    /** Decimals of the finest amount; amounts between two of that fineness are none. */
    private final int scale;

    private final List<Span> spans;
    private final List<Column> conditions;
    private final Map<Column, ColumnCondition> asked = new HashMap<>();
    private final Map<Object, Integer> axisOf = new HashMap<>();
    private final List<Values> axes = new ArrayList<>();

    /** The space of some rows of a table. */
    Space(Table table, List<Row> rows) throws TooLarge {
        this.dates = table.dates().split("[;,]", 2)[0];
        this.spans = Span.of(table.columns());
        this.scale = rows.stream()
                .flatMap(row -> row.values().values().stream())
                .mapToInt(value -> value instanceof BigDecimal amount ? amount.scale() : 0)
                .reduce(2, Math::max);
        this.conditions = table instanceof DecisionTable decisions ? conditions(decisions) : List.of();
        for (Row row : rows) {
            for (Column column : conditions) {
                for (Object value : named(row, column)) {
                    Values axis = axes.get(axis(column, value));
                    axis.places.putIfAbsent(axis.question ? Boolean.TRUE : value, axis.places.size());
                    if (axis.places.size() > MOST_VALUES) {
                        throw new TooLarge();
                    }
                }
            }
        }
    }

    private List<Column> conditions(DecisionTable table) {
        List<Column> plain = new ArrayList<>();
        for (Column column : table.columns()) {
            if ("CONDITION".equals(column.role())
                    && spans.stream()
                            .noneMatch(span ->
                                    span.from().equals(column) || span.through().equals(column))) {
                plain.add(column);
                asked.put(column, ColumnCondition.of(table.snippet(column)));
            }
        }
        return plain;
    }

    private static List<?> named(Row row, Column column) {
        Object value = row.values().get(column.heading());
        return value == Unbound.ANY || value == Unbound.OPEN
                ? List.of()
                : value instanceof List<?> list ? list : List.of(value);
    }

    private int axis(Column column, Object value) throws TooLarge {
        ColumnCondition condition = asked.get(column);
        boolean field =
                condition.test() == ColumnCondition.Test.ONE_OF || condition.test() == ColumnCondition.Test.NONE_OF;
        Object key = field ? condition.field() : List.of(condition.field(), value);
        Integer axis = axisOf.get(key);
        if (axis == null) {
            if (axes.size() == MOST_AXES) {
                throw new TooLarge();
            }
            axis = axes.size();
            axisOf.put(key, axis);
            axes.add(new Values(!field));
        }
        if (!axes.get(axis).columns.contains(column)) {
            axes.get(axis).columns.add(column);
        }
        return axis;
    }

    List<Span> spans() {
        return spans;
    }

    /**
     * The region of a row.
     *
     * @return {@code null} if its conditions exclude each other
     */
    Region region(Row row) throws TooLarge {
        long[] low = new long[spans.size()];
        long[] high = new long[spans.size()];
        for (int axis = 0; axis < low.length; axis++) {
            low[axis] = number(row.values().get(spans.get(axis).from().heading()), LEAST);
            high[axis] = number(row.values().get(spans.get(axis).through().heading()), MOST);
        }
        BitSet[] values = new BitSet[axes.size()];
        for (int axis = 0; axis < values.length; axis++) {
            values[axis] = all(axis);
        }
        for (Column column : conditions) {
            restrict(values, row, column);
        }
        for (BitSet set : values) {
            if (set.isEmpty()) {
                return null;
            }
        }
        return new Region(low, high, values);
    }

    private void restrict(BitSet[] values, Row row, Column column) throws TooLarge {
        List<?> named = named(row, column);
        if (named.isEmpty()) {
            return;
        }
        ColumnCondition.Test test = asked.get(column).test();
        if (test == ColumnCondition.Test.ONE_OF || test == ColumnCondition.Test.NONE_OF) {
            int axis = axis(column, named.get(0));
            BitSet set = new BitSet();
            named.forEach(value -> set.set(axes.get(axis).places.get(value)));
            if (test == ColumnCondition.Test.NONE_OF) {
                set.flip(0, size(axis));
            }
            values[axis].and(set);
            return;
        }
        for (Object value : named) {
            BitSet answer = new BitSet();
            answer.set(test == ColumnCondition.Test.LACKS_ALL ? 1 : 0);
            values[axis(column, value)].and(answer);
        }
    }

    private int size(int axis) {
        return axes.get(axis).places.size() + 1;
    }

    private BitSet all(int axis) {
        BitSet all = new BitSet();
        all.set(0, size(axis));
        return all;
    }

    private long number(Object value, long otherwise) {
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        if (value instanceof Integer number) {
            return number;
        }
        if (value instanceof BigDecimal amount) {
            return amount.movePointRight(scale).longValueExact();
        }
        return otherwise;
    }

    /** Whether two regions answer the same questions in the same way, so that meeting is more than not excluding. */
    boolean sameAnswers(Region one, Region other) {
        for (int axis = 0; axis < axes.size(); axis++) {
            if (axes.get(axis).question && !one.values(axis).equals(other.values(axis))) {
                return false;
            }
        }
        return true;
    }

    /** Whether two regions are the same but for one axis of numbers. */
    boolean sameBut(int axis, Region one, Region other) {
        return one.equals(other.with(axis, one.low(axis), one.high(axis)));
    }

    /** The region in words: what limits it, such as {@code bill 34X, minutes 23 to 25}. */
    String words(Region region) {
        List<String> words = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            if (!region.values(axis).equals(all(axis))) {
                words.add(values(axis, region.values(axis)));
            }
        }
        for (int axis = 0; axis < spans.size(); axis++) {
            if (region.low(axis) > LEAST || region.high(axis) < MOST) {
                words.add(name(axis) + " " + limits(axis, region.low(axis), region.high(axis)));
            }
        }
        return words.isEmpty() ? "every case" : String.join(", ", words);
    }

    /** A case of the region, such as {@code 24 minutes}; empty where its words already name a single one. */
    private String example(Region region) {
        List<String> words = new ArrayList<>();
        for (int axis = 0; axis < spans.size(); axis++) {
            long low = region.low(axis);
            long high = region.high(axis);
            if (low == high || low == LEAST && high == MOST) {
                continue;
            }
            long one = low == LEAST ? high : high == MOST ? low : low + (high - low) / 2;
            String name = spans.get(axis).name();
            words.add(
                    !date(axis)
                            ? shown(axis, one) + " " + name
                            : (name.isEmpty() ? "on " : name + " ") + shown(axis, one));
        }
        return String.join(", ", words);
    }

    /** A case of the region, as it follows its words; empty where these name a single one. */
    String forExample(Region region) {
        String example = example(region);
        return example.isEmpty() ? "" : ", for example " + example;
    }

    private String values(int axis, BitSet set) {
        Values values = axes.get(axis);
        String heading = values.columns.get(0).heading();
        if (values.question) {
            Object value = axisOf.entrySet().stream()
                    .filter(entry -> entry.getValue() == axis)
                    .map(entry -> ((List<?>) entry.getKey()).get(1))
                    .findFirst()
                    .orElseThrow();
            return (set.get(0) ? "" : "not ") + heading + " " + RowsMirror.text(value);
        }
        List<String> named = values.places.entrySet().stream()
                .filter(entry -> set.get(entry.getValue()))
                .map(entry -> RowsMirror.text(entry.getKey()))
                .limit(4)
                .collect(Collectors.toList());
        if (named.size() == 4) {
            named.set(3, "...");
        }
        return heading + " " + (named.isEmpty() ? "another" : String.join(" or ", named));
    }

    private String name(int axis) {
        String name = spans.get(axis).name();
        return name.isEmpty() ? dates : name;
    }

    private boolean date(int axis) {
        return spans.get(axis).from().type().kind() == ColumnType.Kind.DATE;
    }

    private String limits(int axis, long low, long high) {
        if (low == high) {
            return shown(axis, low);
        }
        return low == LEAST
                ? "through " + shown(axis, high)
                : high == MOST ? "from " + shown(axis, low) : shown(axis, low) + " to " + shown(axis, high);
    }

    /** A number of an axis as a cell has it. */
    String shown(int axis, long value) {
        return switch (spans.get(axis).from().type().kind()) {
            case DATE -> LocalDate.ofEpochDay(value).toString();
            case AMOUNT -> BigDecimal.valueOf(value, scale).stripTrailingZeros().toPlainString();
            default -> String.valueOf(value);
        };
    }
}
