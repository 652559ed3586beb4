package org.hearth.ledger;

import java.util.Locale;

/** The ways in which a ruleset becomes active. */
public enum Kind {
    /** A draft was approved. */
    DRAFT,
    /** A folder of workbooks was published. */
    PUBLISH,
    /** A kept ruleset was activated by a call. */
    ACTIVATION,
    /** A ruleset that was active before was made so again. */
    ROLLBACK,
    /** It was in a watched folder. */
    WATCHED,
    /** The program was started and brought it, or had nothing better to judge by. */
    START;

    /** Whether somebody chose it, so that it stays from start to start. */
    public boolean choice() {
        return this != WATCHED && this != START;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that is written so. */
    static Kind of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
