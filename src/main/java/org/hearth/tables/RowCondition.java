package org.hearth.tables;

import java.util.List;

/**
 * What a cell of a decision table asks.
 *
 * @param column the cell's column
 * @param constraints the column's constraints in DRL, in their order; {@code $param} stands for the cell's value
 */
public record RowCondition(Column column, List<String> constraints) {

    public RowCondition {
        constraints = List.copyOf(constraints);
    }

    /** The constraints of a snippet: what commas separate that stand in no brackets and no text. */
    static List<String> constraints(String snippet) {
        List<String> constraints = new java.util.ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < snippet.length(); i++) {
            char c = snippet.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == '[')) {
                depth++;
            } else if (!quoted && (c == ')' || c == ']')) {
                depth--;
            } else if (!quoted && depth == 0 && c == ',') {
                constraints.add(snippet.substring(start, i).strip());
                start = i + 1;
            }
        }
        constraints.add(snippet.substring(start).strip());
        return constraints;
    }
}
