package org.hearth.evaluate;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rows of tables that had a part in judging a claim: those of decision tables that held, and those of code lists that
 * were looked up.
 *
 * @param rows all of them, {@code table/key}
 * @param ofLines those of which it is known that they were used for one line, by its number as sent
 */
public record UsedRows(SortedSet<String> rows, Map<Integer, Set<String>> ofLines) {

    /** None. */
    public static final UsedRows NONE = new UsedRows(new TreeSet<>(), Map.of());

    public UsedRows {
        rows = Collections.unmodifiableSortedSet(new TreeSet<>(rows));
        ofLines = Map.copyOf(ofLines);
    }

    /** These and others. */
    public UsedRows and(UsedRows others) {
        SortedSet<String> all = new TreeSet<>(rows);
        all.addAll(others.rows);
        Map<Integer, Set<String>> lines = new HashMap<>();
        ofLines.forEach((line, used) -> lines.put(line, new TreeSet<>(used)));
        others.ofLines.forEach((line, used) ->
                lines.computeIfAbsent(line, first -> new TreeSet<>()).addAll(used));
        return new UsedRows(all, lines);
    }

    /**
     * The rows that may be behind what is said of a line: all but those that were used for other lines alone.
     *
     * @param line its number as sent, or {@code null} for the claim as a whole
     */
    public SortedSet<String> behind(Integer line) {
        SortedSet<String> behind = new TreeSet<>(rows);
        if (line != null && ofLines.containsKey(line)) {
            ofLines.forEach((other, used) -> {
                if (!other.equals(line)) {
                    behind.removeAll(used);
                }
            });
            behind.addAll(ofLines.get(line));
        }
        return behind;
    }
}
