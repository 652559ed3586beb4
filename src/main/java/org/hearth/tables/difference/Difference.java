package org.hearth.tables.difference;

import java.util.List;

/**
 * One thing that differs between two editions of a table.
 *
 * @param part what it is a part of
 * @param kind what became of it
 * @param key what names it: a row's key, an example's name, a column's heading; of something added the new one, else the
 *     old one
 * @param renamedTo its new key, of {@link Kind#RENAMED} only; else {@code null}
 * @param values what it holds of {@link Kind#ADDED} and held of {@link Kind#REMOVED}; of {@link Kind#CHANGED} what
 *     differs; empty of {@link Kind#RENAMED}
 */
public record Difference(Part part, Kind kind, String key, String renamedTo, List<Value> values) {

    /** The parts of a workbook, in the order in which differences are told. */
    public enum Part {
        /** A row of the table. */
        ROW,
        /** A line of the sheet {@code Examples}. */
        EXAMPLE,
        /** A line of the changelog in the sheet {@code Notes}. */
        CHANGELOG,
        /** Another line of the sheet {@code Notes}. */
        NOTE,
        /** A column: what it holds, and what the hidden rows above its heading make of it. */
        COLUMN,
        /** A hidden row that belongs to no column. */
        HIDDEN_ROW;

        /** How people call it. */
        public String label() {
            return this == CHANGELOG
                    ? "changelog entry"
                    : name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /** What became of it. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED,
        /** It holds something else. */
        CHANGED,
        /** It has another key and holds the same. */
        RENAMED;

        /** How people call it. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A value as an analyst writes it.
     *
     * @param heading what it is called
     * @param before what it was; {@code null} if it was not there
     * @param after what it is; {@code null} if it is gone
     */
    public record Value(String heading, String before, String after) {}

    public Difference {
        values = List.copyOf(values);
    }
}
