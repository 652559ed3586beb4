package org.hearth.tables.content;

/**
 * A span between two rows for which no row is meant to hold, as the Notes sheet declares it.
 *
 * @param after the key of the row before the gap
 * @param before the key of the row after it
 * @param why why there is none
 */
public record MeantGap(String after, String before, String why) {}
