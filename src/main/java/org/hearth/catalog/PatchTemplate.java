package org.hearth.catalog;

import java.util.List;
import org.hearth.finding.PatchOperation;

/**
 * How to mend a claim, as a row of the findings workbook has it: an operation, a path below the finding's subject, and a
 * value, separated by blanks, such as {@code add modifiers/- {modifier}}.
 */
public final class PatchTemplate {

    private final String op;
    private final Wording path;
    private final Wording value;

    private PatchTemplate(String op, Wording path, Wording value) {
        this.op = op;
        this.path = path;
        this.value = value;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PatchTemplate of(String written) {
        String[] words = written.split(" ", 3);
        boolean removes = words[0].equals("remove");
        if (words.length != (removes ? 2 : 3) || !removes && !words[0].equals("add") && !words[0].equals("replace")) {
            throw new IllegalArgumentException("`" + written + "` is no patch; write op, path and value");
        }
        return new PatchTemplate(words[0], Wording.of(words[1]), removes ? null : Wording.of(words[2]));
    }

    /** The operation on the claim's JSON form, for a subject at a pointer. */
    public PatchOperation at(String pointer, List<?> facts) {
        return new PatchOperation(op, pointer + "/" + path.render(facts), value == null ? null : value.value(facts));
    }
}
