package org.hearth.json;

import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.BilledForm;

/** Gathers what reading one claim finds beside its values: its problems, and codes in another form than their own. */
final class Complaints {

    /** A hostile claim could have a million; a person mends these first. */
    static final int LIMIT = 1_000;

    private final List<Problem> problems = new ArrayList<>();
    private final List<BilledForm> forms = new ArrayList<>(0);
    private int unlisted;

    void add(String pointer, String value, String message, String fix) {
        if (problems.size() < LIMIT) {
            problems.add(new Problem(pointer, value, message, fix));
        } else {
            unlisted++;
        }
    }

    void add(BilledForm form) {
        forms.add(form);
    }

    /** The codes that are not in their own form, in the order read. */
    List<BilledForm> forms() {
        return forms;
    }

    boolean none() {
        return problems.isEmpty();
    }

    List<Problem> list() {
        if (unlisted == 0) {
            return List.copyOf(problems);
        }
        List<Problem> all = new ArrayList<>(problems);
        all.add(new Problem("", null, unlisted + " more problems are not listed", "mend those listed first"));
        return List.copyOf(all);
    }
}
