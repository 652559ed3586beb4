package org.hearth.finding;

import java.util.List;

/**
 * What a finding rests on.
 *
 * @param citation the paragraph
 * @param row the table row, or {@code null}
 * @param rule the file of the rule, or the workbook of the table, that found it
 * @param because the facts that met the rule, where that was asked for; else empty
 */
public record Grounds(String citation, RowReference row, String rule, List<Reason> because) {

    public Grounds {
        because = List.copyOf(because);
    }

    /** Grounds of a finding of which nobody asked for the facts. */
    public Grounds(String citation, RowReference row, String rule) {
        this(citation, row, rule, List.of());
    }
}
