package org.hearth.ruleset;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.hearth.tables.CodeList;
import org.hearth.tables.Row;
import org.hearth.tables.Unbound;
import org.hearth.therapy.CodeIndex;
import org.hearth.therapy.CodeRow;
import org.hearth.therapy.Day;

/** Turns the rows of a code list into the records that facts carry: a component takes the column of its name. */
final class CodeRowBinder {

    private CodeRowBinder() {}

    /**
     * The rows as an index.
     *
     * @throws IllegalStateException if a column that the record needs is missing or of another type
     */
    static <R extends Record & CodeRow> CodeIndex<R> bind(CodeList list, Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<R> constructor = constructor(type, components);
        List<R> rows = list.rows().stream()
                .map(row -> instance(constructor, components, list, row))
                .toList();
        return new CodeIndex<>(rows);
    }

    private static <R> Constructor<R> constructor(Class<R> type, RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <R> R instance(Constructor<R> constructor, RecordComponent[] components, CodeList list, Row row) {
        Object[] values = Arrays.stream(components)
                .map(component ->
                        component.getName().equals("row") ? list.name() + "/" + row.key() : value(list, row, component))
                .toArray();
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    list.workbook() + ", row " + row.key() + ": the columns do not fit " + constructor, e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(list.workbook() + ", row " + row.key(), e.getCause());
        }
    }

    private static Object value(CodeList list, Row row, RecordComponent component) {
        String heading = component.getName().replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
        Object value = row.values().get(heading);
        if (value == null) {
            throw new IllegalStateException(list.workbook() + " has no column `" + heading + "`");
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
            return component.getType() == String.class ? "none" : component.getType() == List.class ? List.of() : null;
        }
        return value;
    }
}
