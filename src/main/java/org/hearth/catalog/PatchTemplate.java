package org.hearth.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.hearth.finding.PatchOperation;

/**
 * How to mend a claim, as a row of the findings workbook has it: an operation, a path below the finding's subject, and a
 * value, separated by blanks, such as {@code add modifiers/- {modifier}}. A value that is a bare number is a JSON number;
 * between quotation marks, as in {@code add modifiers/- "59"}, it is text.
 */
public final class PatchTemplate {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final String op;
    private final Wording path;
    private final Wording value;
    private final BigDecimal number;

    private PatchTemplate(String op, Wording path, Wording value, BigDecimal number) {
        this.op = op;
        this.path = path;
        this.value = value;
        this.number = number;
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
        Wording path = Wording.of(words[1]);
        if (removes) {
            return new PatchTemplate(words[0], path, null, null);
        }
        String value = words[2];
        if (NUMBER.matcher(value).matches()) {
            return new PatchTemplate(words[0], path, null, new BigDecimal(value));
        }
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return new PatchTemplate(
                words[0], path, Wording.of(quoted ? value.substring(1, value.length() - 1) : value), null);
    }

    /** The operation on the claim's JSON form, for a subject at a pointer. */
    public PatchOperation at(String pointer, List<?> facts) {
        return new PatchOperation(op, pointer + "/" + path.render(facts), value == null ? number : value.value(facts));
    }
}
