package org.hearth.cli;

/** The exit statuses of {@code hearth}; the highest that applies wins. */
final class ExitStatus {

    /** Nothing at error level. */
    static final int CLEAN = 0;

    /** Findings at error level, or problems in a table. */
    static final int FINDINGS = 1;

    /** An input could not be read whole. */
    static final int INPUT = 2;

    /** The ruleset cannot be used. */
    static final int RULESET = 3;

    /** Wrong usage. */
    static final int USAGE = 64;

    /** A defect of the program, or an answer that cannot be written: a full disk, a reader that has gone. */
    static final int INTERNAL = 70;

    private ExitStatus() {}
}
