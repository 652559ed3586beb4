package org.hearth.batch;

import java.util.ArrayList;
import java.util.List;
import org.hearth.json.Problem;
import org.hearth.json.Warning;

/** The warnings and the errors of all inputs, for the end of the answer; a hostile folder may bring any number. */
final class Warnings {

    /** How many warnings, and how many errors, an answer tells of. */
    static final int LISTED = 100;

    private final List<Warning> listed = new ArrayList<>();
    private final List<Warning> errors = new ArrayList<>();

    /** Takes what the end of an input says. */
    void add(Intake.End end) {
        add(end.file(), end.warnings(), listed);
        add(end.file(), end.errors(), errors);
    }

    private static void add(String file, List<Problem> problems, List<Warning> to) {
        for (Problem problem : problems) {
            if (to.size() < LISTED) {
                to.add(new Warning(file, problem.message(), problem.fix()));
            }
        }
    }

    /** What breaks the guide of an input. */
    List<Warning> errors() {
        return errors;
    }

    /** What a payer may not take. */
    List<Warning> listed() {
        return listed;
    }
}
