package org.hearth.finding;

/** A fact that comes from a row of a decision table or code list. */
public interface FromRow {

    /** The row as {@code table/key}, or {@code null} where no row stands behind it. */
    String row();
}
