package org.hearth.tables.content;

/** What a cell says when it sets no limit. */
public enum Unbound {
    /** {@code any}: the condition does not apply. */
    ANY,
    /** {@code open}: a span without that end, or a number without a limit. */
    OPEN,
    /** {@code none}: there is no such value. */
    NONE
}
