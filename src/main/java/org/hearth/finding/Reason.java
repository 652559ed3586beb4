package org.hearth.finding;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fact that had a part in a finding, and how it met the rule or row.
 *
 * @param fact what kind of fact, in words; {@code no ...} where the rule asks that there is none
 * @param line the line number as sent, or {@code null} where the fact is not about one line
 * @param rule the name of the rule that it met, or {@code null} where it met a row
 * @param row the row that it met, or {@code null}
 * @param conditions what was asked of it, in the order of the rule or the columns
 * @param values what else of it the finding says, by name
 * @param rows the rows of code lists behind it
 * @param because where the fact was itself derived by a rule or row: the facts that those were met by
 */
public record Reason(
        String fact,
        Integer line,
        String rule,
        RowReference row,
        List<Condition> conditions,
        SortedMap<String, String> values,
        List<RowReference> rows,
        List<Reason> because) {

    public Reason {
        conditions = List.copyOf(conditions);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        rows = List.copyOf(rows);
        because = List.copyOf(because);
    }
}
