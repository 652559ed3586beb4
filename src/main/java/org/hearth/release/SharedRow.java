package org.hearth.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.RowReference;
import org.hearth.release.TablesReport.FailedExample;
import org.hearth.ruleset.Ruleset;
import org.hearth.tables.difference.Difference;
import org.hearth.tables.difference.TablesDiff;

/**
 * A changed row that failed examples have in common: all of them use it.
 *
 * @param row where it stands; of a row that is gone, where it stood
 * @param change what the change does to it, such as {@code ends with 2024-12-31}
 * @param examples those that use it, in their order
 */
public record SharedRow(RowReference row, String change, List<FailedExample> examples) {

    private static final String OPEN = "open";
    private static final String THROUGH = "through";

    public SharedRow {
        examples = List.copyOf(examples);
    }

    /** What they have in common, in a line. */
    public String line() {
        int count = examples.size();
        return (count == 1 ? "this example uses " : "these " + count + " examples all use ") + row.table() + "/"
                + row.row() + ", which this change " + change;
    }

    /**
     * The changed rows that failed examples have in common. Each example is told of one row, that which most of the others
     * use; one that uses no changed row is told of none.
     *
     * @param before the edition that the examples came as expected by
     * @param after the edition that they fail by
     * @param diff what differs between the two
     * @return those with the most examples first
     */
    public static List<SharedRow> of(List<FailedExample> failed, Ruleset before, Ruleset after, TablesDiff diff) {
        Map<String, Difference> changed = diff.changedRows();
        Map<FailedExample, SortedSet<String>> rows = new LinkedHashMap<>();
        for (FailedExample one : failed) {
            SortedSet<String> used = used(one.example(), before, changed.keySet());
            // a row that is new is used by the later edition alone
            rows.put(one, used.isEmpty() ? used(one.example(), after, changed.keySet()) : used);
        }
        List<SharedRow> shared = new ArrayList<>();
        for (String row = mostUsed(rows); row != null; row = mostUsed(rows)) {
            List<FailedExample> users = new ArrayList<>();
            for (Map.Entry<FailedExample, SortedSet<String>> one : rows.entrySet()) {
                if (one.getValue().contains(row)) {
                    users.add(one.getKey());
                }
            }
            users.forEach(rows::remove);
            RowReference place = after.rows().getOrDefault(row, before.rows().get(row));
            shared.add(new SharedRow(place, words(changed.get(row)), users));
        }
        return shared;
    }

    /** The changed rows that an example uses. */
    private static SortedSet<String> used(Example example, Ruleset ruleset, Set<String> changed) {
        SortedSet<String> used = new TreeSet<>();
        try {
            used.addAll(example.on(new Evaluator(() -> ruleset)).rows(example.toClaim()));
        } catch (RuntimeException e) {
            // it fails because it cannot be run, which is told of it
            return used;
        }
        used.retainAll(changed);
        return used;
    }

    private static String mostUsed(Map<FailedExample, SortedSet<String>> rows) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.values().forEach(used -> used.forEach(row -> counts.merge(row, 1, Integer::sum)));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static String words(Difference change) {
        return switch (change.kind()) {
            case ADDED -> "adds";
            case REMOVED -> "takes away";
            default -> changed(change);
        };
    }

    private static String changed(Difference change) {
        Map<String, Difference.Value> values = new HashMap<>();
        change.values().forEach(value -> values.put(value.heading(), value));
        if (values.size() == 1
                && values.containsKey(THROUGH)
                && OPEN.equals(values.get(THROUGH).before())) {
            return "ends with " + values.get(THROUGH).after();
        }
        return "changes: "
                + String.join(
                        ", ",
                        change.values().stream()
                                .map(value -> value.heading() + " " + value.before() + " -> " + value.after())
                                .toList());
    }
}
