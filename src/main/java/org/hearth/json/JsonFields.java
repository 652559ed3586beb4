package org.hearth.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hearth.finding.Shown;

/**
 * The fields of one JSON object, taken by name. What is wrong is complained of and answered with {@code null}, so that
 * reading goes on and every problem is found; what was never asked for is refused as unknown.
 */
final class JsonFields {

    /** Reads one object of a list. */
    interface ItemReader<T> {
        T read(JsonFields item, int index);
    }

    private final ObjectNode node;
    private final String pointer;
    private final Complaints complaints;
    private final Values values;
    private final Set<String> known = new LinkedHashSet<>();

    private JsonFields(ObjectNode node, String pointer, Complaints complaints) {
        this.node = node;
        this.pointer = pointer;
        this.complaints = complaints;
        this.values = new Values(complaints);
    }

    /** Reads an object whole: what the reader does not ask for is refused. */
    static <T> T read(JsonNode node, String pointer, Complaints complaints, Function<JsonFields, T> reader) {
        if (!(node instanceof ObjectNode object)) {
            new Values(complaints).refuseKind(node, pointer, "an object", "write an object in braces");
            return null;
        }
        JsonFields fields = new JsonFields(object, pointer, complaints);
        T result = reader.apply(fields);
        fields.refuseUnknown();
        return result;
    }

    private void refuseUnknown() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                complaints.add(at(name), null, "unknown field " + Shown.value(name), Names.fixFor(name, known));
            }
        });
    }

    /** The pointer of a field of this object. */
    String at(String name) {
        return pointer + "/" + Pointers.escaped(name);
    }

    void complain(String name, String value, String message, String fix) {
        complaints.add(at(name), value, message, fix);
    }

    /** @param at the pointer of what is wrong, in this object */
    void complainOf(String at, String message, String fix) {
        complaints.add(at, null, message, fix);
    }

    void complainOfAll(String message, String fix) {
        complaints.add(pointer, null, message, fix);
    }

    boolean isEmptyList(String name) {
        return node.path(name).isArray() && node.path(name).isEmpty();
    }

    boolean isList(String name) {
        return node.path(name).isArray();
    }

    /** Whether the field is there and {@code null}. */
    boolean isNull(String name) {
        return node.path(name).isNull();
    }

    /** Whether the field, which thereby counts as known, is there and not {@code null}. */
    boolean has(String name) {
        known.add(name);
        return node.hasNonNull(name);
    }

    /** Complains of each of the fields that is absent. */
    void require(String... names) {
        for (String name : names) {
            if (!has(name)) {
                complain(name, null, "`" + name + "` is missing", "add `" + name + "`");
            }
        }
    }

    String text(String name, Shape shape) {
        return take(name, (json, at) -> values.text(json, at, shape));
    }

    /** Free text about a person or case, never repeated; {@code null} where blank. */
    String freeText(String name, int length) {
        return take(name, (json, at) -> values.freeText(json, at, length));
    }

    LocalDate date(String name) {
        return take(name, values::date);
    }

    /** A value of any kind; {@code null} where absent. */
    JsonNode any(String name) {
        return has(name) ? node.get(name) : null;
    }

    /** US dollars, not negative, at most two decimals. */
    BigDecimal amount(String name) {
        return take(name, (json, at) -> values.decimal(json, at, 2, Values.MAX_AMOUNT, "amount"));
    }

    /** Units, not negative, at most three decimals; without trailing zeros, so that {@code 2.0} is 2. */
    BigDecimal units(String name) {
        BigDecimal units = take(name, (json, at) -> values.decimal(json, at, 3, Values.MAX_UNITS, "number of units"));
        if (units == null) {
            return null;
        }
        BigDecimal plain = units.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    Integer whole(String name, int least, int most) {
        return take(name, (json, at) -> values.whole(json, at, least, most));
    }

    Boolean flag(String name) {
        return take(name, values::flag);
    }

    /** A list of texts; empty where absent. */
    List<String> texts(String name, Shape shape, int most) {
        return list(name, most, (json, at, index) -> values.text(json, at, shape));
    }

    <T> T object(String name, Function<JsonFields, T> reader) {
        return take(name, (json, at) -> read(json, at, complaints, reader));
    }

    /** A list of objects; empty where absent. */
    <T> List<T> objects(String name, int most, ItemReader<T> reader) {
        return list(name, most, (json, at, index) -> read(json, at, complaints, fields -> reader.read(fields, index)));
    }

    /** Complains if the second date lies before the first. */
    void ordered(String first, LocalDate from, String second, LocalDate through) {
        if (from != null && through != null && through.isBefore(from)) {
            complain(
                    second,
                    through.toString(),
                    "`" + through + "` is before `" + first + "`, `" + from + "`",
                    "put the earlier date in `" + first + "`");
        }
    }

    private <T> List<T> list(String name, int most, ElementReader<T> reader) {
        List<T> list = take(name, (json, at) -> {
            if (!json.isArray()) {
                values.refuseKind(json, at, "a list", "write a list in square brackets");
                return null;
            }
            if (json.size() > most) {
                complaints.add(
                        at, null, json.size() + " items, at most " + most + " fit", "leave out what is too many");
                return null;
            }
            List<T> items = new ArrayList<>(json.size());
            for (int index = 0; index < json.size(); index++) {
                T item = reader.read(json.get(index), at + "/" + index, index);
                if (item != null) {
                    items.add(item);
                }
            }
            return items;
        });
        return list == null ? List.of() : list;
    }

    private <T> T take(String name, ValueReader<T> reader) {
        return has(name) ? reader.read(node.get(name), at(name)) : null;
    }

    private interface ValueReader<T> {
        T read(JsonNode json, String at);
    }

    private interface ElementReader<T> {
        T read(JsonNode json, String at, int index);
    }
}
