package org.hearth.ruleset;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.CodeRow;
import org.hearth.codes.Day;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Unbound;
import org.hearth.tables.workbook.TableProblem;

/**
 * Turns the rows of code lists into the records that facts carry: a component takes the column of its name, an enum the
 * constant that writes itself as the cell does, a list of an enum one for each word.
 */
final class CodeRowBinder {

    /**
     * What came of a list.
     *
     * @param index its rows; incomplete if there are problems
     * @param problems what is wrong with them
     */
    record Bound<R extends Record & CodeRow>(CodeIndex<R> index, List<TableProblem> problems) {}

    private final CodeList list;
    private final List<TableProblem> problems = new ArrayList<>();

    private CodeRowBinder(CodeList list) {
        this.list = list;
    }

    /** The rows of a list as records of a type. */
    static <R extends Record & CodeRow> Bound<R> bind(CodeList list, Class<R> type) {
        CodeRowBinder binder = new CodeRowBinder(list);
        List<R> rows = binder.rows(type);
        return new Bound<>(new CodeIndex<>(rows), List.copyOf(binder.problems));
    }

    private <R extends Record> List<R> rows(Class<R> type) {
        List<R> rows = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        Constructor<R> constructor = constructor(type, components);
        for (Row row : list.rows()) {
            Object[] values = values(row, components);
            if (values != null) {
                rows.add(instance(constructor, values));
            }
        }
        return rows;
    }

    private static <R> Constructor<R> constructor(Class<R> type, RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <R> R instance(Constructor<R> constructor, Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The values of a row for a record's components, or {@code null} if one of them does not fit. */
    private Object[] values(Row row, RecordComponent[] components) {
        Object[] values = new Object[components.length];
        boolean fits = true;
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals("row")) {
                values[i] = list.name() + "/" + row.key();
                continue;
            }
            String heading =
                    components[i].getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
            Column column = list.columns().stream()
                    .filter(one -> one.heading().equals(heading))
                    .findFirst()
                    .orElse(null);
            values[i] = column == null ? null : value(heading, row.values().get(heading), components[i]);
            if (column == null
                    || !fits(values[i], components[i].getType(), row.values().get(heading))) {
                fits = false;
                problem(row, column, heading);
            }
        }
        return fits ? values : null;
    }

    private static boolean fits(Object value, Class<?> type, Object written) {
        if (value == null) {
            return written == Unbound.NONE && (type == BigDecimal.class || type == Integer.class);
        }
        return type == int.class
                ? value instanceof Integer
                : type == boolean.class ? value instanceof Boolean : type.isInstance(value);
    }

    private void problem(Row row, Column column, String heading) {
        problems.add(
                column == null
                        ? new TableProblem(
                                list.workbook(),
                                row.reference().sheet(),
                                null,
                                "there is no column `" + heading + "`",
                                "bring it back from the shipped workbook")
                        : new TableProblem(
                                list.workbook(),
                                row.reference().sheet(),
                                row.cell(column),
                                "this cannot stand under `" + heading + "`",
                                "write what the sheet Notes says of the column"));
    }

    private static Object value(String heading, Object value, RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return constant(type, value);
        }
        if (value instanceof LocalDate date) {
            return Day.of(date);
        }
        if (value == Unbound.OPEN) {
            return switch (heading) {
                case "from" -> Day.FIRST;
                case "through" -> Day.LAST;
                default -> Integer.MAX_VALUE;
            };
        }
        if (value == Unbound.ANY) {
            return "any";
        }
        if (value == Unbound.NONE) {
            return type == String.class ? "none" : type == List.class ? List.of() : null;
        }
        if (value instanceof List<?> words
                && component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> item
                && item.isEnum()) {
            List<Object> constants = new ArrayList<>();
            words.forEach(word -> constants.add(constant(item, word)));
            return constants.contains(null) ? null : List.copyOf(constants);
        }
        return value;
    }

    /** The constant that a word stands for, or {@code null} if there is none. */
    private static Object constant(Class<?> type, Object word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(word))
                .findFirst()
                .orElse(null);
    }
}
