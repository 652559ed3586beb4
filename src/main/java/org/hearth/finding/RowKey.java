package org.hearth.finding;

/**
 * Names the row that reports, where a table row reports a finding by itself.
 *
 * @param row the row as {@code table/key}
 */
public record RowKey(String row) implements FromRow {}
