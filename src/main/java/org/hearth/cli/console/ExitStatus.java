package org.hearth.cli.console;

import org.hearth.report.Tally;

/** The exit statuses of {@code hearth}; the highest that applies wins. */
public final class ExitStatus {

    /** Nothing at error level. */
    public static final int CLEAN = 0;

    /** Findings at error level, or problems in a table. */
    public static final int FINDINGS = 1;

    /** An input could not be read whole. */
    public static final int INPUT = 2;

    /** The ruleset cannot be used. */
    public static final int RULESET = 3;

    /** Wrong usage. */
    public static final int USAGE = 64;

    /** A defect of the program, or an answer that cannot be written: a full disk, a reader that has gone. */
    public static final int INTERNAL = 70;

    private ExitStatus() {}

    /** The exit status that a run comes to. @param readerDefect whether a defect of Hearth kept an input from being read */
    public static int of(Tally tally, boolean readerDefect) {
        if (tally.defect() || readerDefect) {
            return INTERNAL;
        }
        if (tally.problems() > 0 || !tally.whole()) {
            return INPUT;
        }
        return tally.errors() ? FINDINGS : CLEAN;
    }
}
