package org.hearth.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hearth.finding.Mend;
import org.hearth.finding.PatchOperation;

/**
 * How to mend a claim, as a row of the findings workbook has it: steps, separated by a semicolon and a blank, such as
 * {@code add modifiers/- {modifier}} or {@code replace charge 0; replace /totalCharge {totalWithoutCharge}}.
 *
 * <pre>
 * add PATH VALUE, replace PATH VALUE, remove PATH     an operation of RFC 6902
 * take PATH CODES                                     removes these from a list of codes
 * keep PATH CODES                                     removes all others from a list of codes
 * needs {NAME}                                        no mend unless the fact has it: something, not false, not 0
 * </pre>
 *
 * A path begins below the finding's subject, or with a slash below the claim; a single point is the subject itself. A value
 * that is a bare number is a JSON number; between quotation marks, as in {@code add modifiers/- "59"}, it is text. Where
 * a name in a step has no value, or a list has nothing to remove, the finding has no mend.
 */
public final class PatchTemplate {

    private enum Verb {
        ADD,
        REPLACE,
        REMOVE,
        TAKE,
        KEEP,
        NEEDS;

        private static Verb of(String word) {
            return Arrays.stream(values())
                    .filter(verb -> verb.word().equals(word))
                    .findFirst()
                    .orElse(null);
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One step; {@code value} is {@code null} where it has none or is a number. */
    private record Step(Verb verb, Wording path, Wording value, BigDecimal number) {}

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Wording CODE = Wording.of("{code}");
    private static final Pattern BETWEEN_CODES = Pattern.compile("[, ]+");

    private final List<Step> steps;
    private final Mend mend;

    private PatchTemplate(List<Step> steps, Mend mend) {
        this.steps = List.copyOf(steps);
        this.mend = mend;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PatchTemplate of(String written, Mend mend) {
        List<Step> steps = new ArrayList<>();
        for (String step : written.split("; ")) {
            steps.add(step(step));
        }
        return new PatchTemplate(steps, mend);
    }

    private static Step step(String written) {
        String[] words = written.split(" ", 3);
        Verb verb = Verb.of(words[0]);
        int wanted = verb == Verb.REMOVE || verb == Verb.NEEDS ? 2 : 3;
        if (verb == null || words.length != wanted) {
            throw new IllegalArgumentException("`" + written
                    + "` is no step of a patch; write add, replace, take or keep with path and value, remove with a path, or"
                    + " needs with a name");
        }
        Wording path = Wording.of(words[1]);
        if (wanted == 2) {
            return new Step(verb, path, null, null);
        }
        String value = words[2];
        boolean list = verb == Verb.TAKE || verb == Verb.KEEP;
        if (!list && NUMBER.matcher(value).matches()) {
            return new Step(verb, path, null, new BigDecimal(value));
        }
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return new Step(verb, path, Wording.of(quoted ? value.substring(1, value.length() - 1) : value), null);
    }

    /** How sure the mend is. */
    public Mend mend() {
        return mend;
    }

    /**
     * The operations on the claim's JSON form, to be applied in their order; empty where the facts have none.
     *
     * @param pointer of the finding's subject
     */
    public List<PatchOperation> at(String pointer, List<?> facts) {
        List<PatchOperation> operations = new ArrayList<>();
        for (Step step : steps) {
            if (step.verb() == Verb.NEEDS) {
                if (!step.path().holds(facts)) {
                    return List.of();
                }
                continue;
            }
            if (!step.path().unresolved(facts).isEmpty()
                    || step.value() != null && !step.value().unresolved(facts).isEmpty()) {
                return List.of();
            }
            List<PatchOperation> ofStep = operations(step, pointer, facts);
            if (ofStep.isEmpty()) {
                return List.of();
            }
            operations.addAll(ofStep);
        }
        return operations;
    }

    private static List<PatchOperation> operations(Step step, String pointer, List<?> facts) {
        String path = step.path().render(facts);
        String target = path.startsWith("/") ? path : path.equals(".") ? pointer : pointer + "/" + path;
        return switch (step.verb()) {
            case TAKE, KEEP -> removals(step, path, target, facts);
            default ->
                List.of(new PatchOperation(
                        step.verb().word(),
                        target,
                        step.value() == null ? step.number() : step.value().value(facts)));
        };
    }

    /** From the last to the first, so that no removal moves the place of the next. */
    private static List<PatchOperation> removals(Step step, String path, String target, List<?> facts) {
        List<String> named = List.of(BETWEEN_CODES.split(step.value().render(facts)));
        List<String> codes = codes(path, facts);
        List<PatchOperation> removals = new ArrayList<>();
        for (int place = codes.size() - 1; place >= 0; place--) {
            if (named.contains(codes.get(place)) == (step.verb() == Verb.TAKE)) {
                removals.add(new PatchOperation("remove", target + "/" + place, null));
            }
        }
        return removals;
    }

    private static List<String> codes(String path, List<?> facts) {
        List<String> names = path.startsWith("/")
                ? List.of("claim." + path.substring(1), "bill.claim." + path.substring(1))
                : List.of(path);
        for (String name : names) {
            if (Wording.of("{" + name + "}").property(facts) instanceof List<?> list) {
                return list.stream().map(PatchTemplate::code).toList();
            }
        }
        throw new IllegalStateException("no fact has the list `" + path + "`");
    }

    /** A code of the header has a date or an amount beside it, a modifier or a condition code is alone. */
    private static String code(Object item) {
        Object code = CODE.property(List.of(item));
        return code == null ? item.toString() : code.toString();
    }
}
