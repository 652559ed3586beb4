package org.hearth.ruleset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hearth.finding.RowReference;
import org.hearth.tables.content.Table;

/**
 * The workbooks of a ruleset and where their rows stand. They may be read only when somebody asks: to judge a claim takes the
 * compiled rules, and of the workbooks those whose rows a finding names. Safe for use by any number of threads.
 */
public final class RulesetTables {

    private final SortedMap<String, Supplier<Table>> readings;
    private final Map<String, RowReference> further;
    private final Map<String, Map<String, RowReference>> rows = new ConcurrentHashMap<>();
    private volatile List<Table> all;

    private RulesetTables(SortedMap<String, Supplier<Table>> readings, Map<String, RowReference> further) {
        this.readings = readings;
        this.further = further;
    }

    /** Workbooks that have been read. */
    static RulesetTables of(List<Table> tables) {
        SortedMap<String, Supplier<Table>> readings = new TreeMap<>();
        tables.forEach(table -> readings.put(table.name(), () -> table));
        return new RulesetTables(readings, Map.of());
    }

    /**
     * Workbooks that are read when they are asked for.
     *
     * @param readings by the table's name; each is asked once at most
     */
    static RulesetTables read(SortedMap<String, Supplier<Table>> readings) {
        SortedMap<String, Supplier<Table>> once = new TreeMap<>();
        readings.forEach((name, reading) -> once.put(name, new Once(reading)));
        return new RulesetTables(once, Map.of());
    }

    /** Reads a workbook when it is first asked for. */
    private static final class Once implements Supplier<Table> {

        private Supplier<Table> reading;
        private Table table;

        private Once(Supplier<Table> reading) {
            this.reading = reading;
        }

        @Override
        public synchronized Table get() {
            if (table == null) {
                table = reading.get();
                reading = null;
            }
            return table;
        }
    }

    /** The same, with rows of no workbook beside them. */
    RulesetTables with(Map<String, RowReference> rows) {
        return new RulesetTables(readings, Map.copyOf(rows));
    }

    /** Every workbook, by name. */
    List<Table> all() {
        List<Table> known = all;
        if (known == null) {
            known = readings.values().stream().map(Supplier::get).toList();
            all = known;
        }
        return known;
    }

    /** Where each row stands, by {@code table/key}. */
    Map<String, RowReference> rows() {
        Map<String, RowReference> every = new TreeMap<>(further);
        readings.keySet().forEach(table -> every.putAll(of(table)));
        return every;
    }

    /**
     * Where a row stands.
     *
     * @param row {@code table/key}
     * @return {@code null} if there is no such row
     */
    RowReference row(String row) {
        int end = row.indexOf('/');
        RowReference found = end < 0 ? null : of(row.substring(0, end)).get(row);
        return found == null ? further.get(row) : found;
    }

    private Map<String, RowReference> of(String table) {
        Map<String, RowReference> known = rows.get(table);
        if (known != null) {
            return known;
        }
        Supplier<Table> reading = readings.get(table);
        return reading == null
                ? Map.of()
                : rows.computeIfAbsent(table, name -> {
                    Map<String, RowReference> byKey = new HashMap<>();
                    reading.get().rows().forEach(row -> byKey.put(name + "/" + row.key(), row.reference()));
                    return byKey;
                });
    }
}
