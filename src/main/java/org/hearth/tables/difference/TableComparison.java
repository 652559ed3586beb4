package org.hearth.tables.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearth.tables.content.Bounds;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.content.Table;
import org.hearth.tables.difference.Difference.Kind;
import org.hearth.tables.difference.Difference.Part;

/** Compares two editions of one table. */
final class TableComparison {

    /** Something with a name and what it holds, as an analyst reads it. */
    private record Item(String key, Map<String, String> values) {}

    private final Table before;
    private final Table after;
    private final List<Difference> differences = new ArrayList<>();

    TableComparison(Table before, Table after) {
        this.before = before;
        this.after = after;
    }

    /** What differs, by part. */
    List<Difference> differences() {
        List<Difference> columns = compare(Part.COLUMN, columns(before), columns(after));
        Map<String, String> headings = new HashMap<>();
        for (Difference column : columns) {
            if (column.kind() == Kind.RENAMED) {
                headings.put(column.key(), column.renamedTo());
            }
        }
        differences.addAll(compare(Part.ROW, rows(before, headings), rows(after, Map.of())));
        differences.addAll(compare(Part.EXAMPLE, examples(before), examples(after)));
        differences.addAll(compare(Part.CHANGELOG, changes(before), changes(after)));
        differences.addAll(compare(Part.NOTE, notes(before), notes(after)));
        differences.addAll(columns);
        differences.addAll(compare(Part.HIDDEN_ROW, hidden(before), hidden(after)));
        return differences;
    }

    /** What is the same goes first, then what has the same key, then what holds the same under another key. */
    private static List<Difference> compare(Part part, List<Item> before, List<Item> after) {
        List<Item> gone = new ArrayList<>(before);
        List<Item> come = new ArrayList<>(after);
        paired(gone, come, item -> item);
        Map<Item, Item> changed = paired(gone, come, Item::key);
        // a name with nothing under it says nothing of what it was called before
        Map<Item, Item> renamed = paired(gone, come, item -> item.values().isEmpty() ? item : item.values());
        List<Difference> differences = new ArrayList<>();
        for (Item now : after) {
            if (changed.containsKey(now)) {
                differences.add(new Difference(part, Kind.CHANGED, now.key(), null, values(changed.remove(now), now)));
            } else if (renamed.containsKey(now)) {
                differences.add(
                        new Difference(part, Kind.RENAMED, renamed.remove(now).key(), now.key(), List.of()));
            } else if (come.remove(now)) {
                differences.add(new Difference(part, Kind.ADDED, now.key(), null, values(null, now)));
            }
        }
        for (Item old : gone) {
            differences.add(new Difference(part, Kind.REMOVED, old.key(), null, values(old, null)));
        }
        return differences;
    }

    /** Takes out of both lists what agrees in something, each with one of the other; the old by the new. */
    private static Map<Item, Item> paired(List<Item> gone, List<Item> come, Function<Item, Object> by) {
        Map<Object, List<Item>> waiting = new HashMap<>();
        gone.forEach(item -> waiting.computeIfAbsent(by.apply(item), key -> new ArrayList<>())
                .add(item));
        Map<Item, Item> pairs = new java.util.IdentityHashMap<>();
        for (Item now : come) {
            List<Item> olds = waiting.get(by.apply(now));
            if (olds != null && !olds.isEmpty()) {
                pairs.put(now, olds.remove(0));
            }
        }
        Set<Item> left = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        left.addAll(pairs.values());
        gone.removeIf(left::contains);
        come.removeIf(pairs::containsKey);
        return pairs;
    }

    private static List<Difference.Value> values(Item old, Item now) {
        Set<String> headings = new LinkedHashSet<>();
        if (now != null) {
            headings.addAll(now.values().keySet());
        }
        if (old != null) {
            headings.addAll(old.values().keySet());
        }
        List<Difference.Value> values = new ArrayList<>();
        for (String heading : headings) {
            String was = old == null ? null : old.values().get(heading);
            String is = now == null ? null : now.values().get(heading);
            if (!Objects.equals(was, is)) {
                values.add(new Difference.Value(heading, was, is));
            }
        }
        return values;
    }

    /** The rows without their keys; a heading that is only called otherwise now counts as the new one. */
    private static List<Item> rows(Table table, Map<String, String> headings) {
        List<Item> items = new ArrayList<>();
        for (Row row : table.rows()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                if (column.index() > 0) {
                    String heading = column.heading();
                    values.put(
                            headings.getOrDefault(heading, heading),
                            RowsMirror.text(row.values().get(heading)));
                }
            }
            items.add(new Item(row.key(), values));
        }
        return items;
    }

    private static List<Item> examples(Table table) {
        return table.examples().stream()
                .map(example -> new Item(
                        example.name(),
                        held(
                                "bill", example.bill(),
                                "lines", example.lines(),
                                "claim", example.claim(),
                                "expect", example.expect(),
                                "from the source", example.source())))
                .toList();
    }

    private static List<Item> changes(Table table) {
        return table.changes().stream()
                .map(change -> new Item(
                        change.on().toString(), held("effective", change.effective(), "what changed", change.what())))
                .toList();
    }

    private static List<Item> notes(Table table) {
        List<Item> notes = new ArrayList<>();
        notes.add(new Item("about", held("text", table.about())));
        notes.add(new Item("dates are", held("text", table.dates())));
        notes.add(new Item("rows match", held("text", table.policy().words())));
        if (table instanceof DecisionTable decisions) {
            notes.add(new Item(Table.FACTS_EDITION, held("text", String.valueOf(decisions.factsEdition()))));
        }
        table.gaps()
                .forEach(gap -> notes.add(
                        new Item("gap after " + gap.after(), held("gap before", gap.before(), "why", gap.why()))));
        return notes;
    }

    private static List<Item> columns(Table table) {
        List<List<String>> hidden =
                table instanceof DecisionTable decisionTable ? decisionTable.technicalRows() : List.of();
        return table.columns().stream()
                .map(column -> new Item(
                        column.heading(),
                        held(
                                "meaning", column.meaning(),
                                "type", type(column.type()),
                                "bounds", bounds(column.bounds()),
                                "kind", column.role(),
                                "pattern", cell(hidden, 2, column),
                                "snippet", cell(hidden, 1, column))))
                .toList();
    }

    /** The cell of a column in a hidden row, counted from the last one up. */
    private static String cell(List<List<String>> hidden, int fromLast, Column column) {
        if (hidden.isEmpty()) {
            return null;
        }
        List<String> row = hidden.get(hidden.size() - fromLast);
        return column.index() < row.size() ? row.get(column.index()) : "";
    }

    private static String bounds(Bounds bounds) {
        List<String> words = new ArrayList<>();
        words.add(bounds.words());
        if (bounds.mostChange() != null) {
            words.add("changes by at most " + bounds.mostChange().toPlainString() + " %");
        }
        bounds.each().forEach((value, limits) -> words.add(value + " " + limits.words()));
        words.removeIf(String::isEmpty);
        return words.isEmpty() ? null : words.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String type(ColumnType type) {
        String kind = type.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (type.list() != null) {
            return kind + ": " + type.list();
        }
        return type.choices().isEmpty() ? kind : kind + ": " + String.join(", ", type.choices());
    }

    /** The hidden rows but for the three that say what a column is. */
    private static List<Item> hidden(Table table) {
        if (!(table instanceof DecisionTable decisionTable)) {
            return List.of();
        }
        List<List<String>> hidden = decisionTable.technicalRows();
        return hidden.subList(0, hidden.size() - 3).stream()
                .filter(row -> !row.isEmpty())
                .map(row -> {
                    String[] first = row.get(0).split(" ", 2);
                    String rest = String.join(" ", row.subList(1, row.size()));
                    return new Item(first[0], held("text", first.length == 1 ? rest : first[1] + rest));
                })
                .toList();
    }

    /** Headings and values by turns; what there is not is left out. */
    private static Map<String, String> held(String... headingsAndValues) {
        Map<String, String> held = new LinkedHashMap<>();
        for (int i = 0; i < headingsAndValues.length; i += 2) {
            if (headingsAndValues[i + 1] != null) {
                held.put(headingsAndValues[i], headingsAndValues[i + 1]);
            }
        }
        return held;
    }
}
