package org.hearth.x12.correction;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hearth.finding.MendRefusedException;
import org.hearth.finding.PatchOperation;
import org.hearth.finding.Shown;

/**
 * One operation of a patch, its pointer cut at its slashes.
 *
 * @param verb what it does
 * @param pointer where, as an RFC 6901 pointer
 * @param names the steps of the pointer; at least one
 * @param value what to put there; {@code null} where there is to be nothing
 */
record Step(Verb verb, String pointer, List<String> names, Object value) {

    enum Verb {
        ADD,
        REPLACE,
        REMOVE
    }

    static Step of(PatchOperation operation) throws MendRefusedException {
        String pointer = operation.path();
        if (!pointer.startsWith("/")) {
            throw new MendRefusedException(pointer, "the claim as a whole cannot be changed; name its fields");
        }
        List<String> names = Arrays.stream(pointer.substring(1).split("/", -1))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList();
        Verb verb =
                switch (operation.op()) {
                    case "add" -> Verb.ADD;
                    case "replace" -> Verb.REPLACE;
                    case "remove" -> Verb.REMOVE;
                    default ->
                        throw new MendRefusedException(
                                pointer, "the operation is none that is made here; write add, replace or remove");
                };
        return new Step(verb, pointer, names, verb == Verb.REMOVE ? null : operation.value());
    }

    /** A step of the pointer; empty where it has fewer. */
    String name(int index) {
        return index < names.size() ? names.get(index) : "";
    }

    int size() {
        return names.size();
    }

    boolean removes() {
        return value == null;
    }

    /** The step as an index into a list of so many; {@code -} is its end. */
    int index(int step, int count) throws MendRefusedException {
        String name = name(step);
        int most = verb == Verb.ADD && step == size() - 1 ? count : count - 1;
        int index = -1;
        if (name.equals("-")) {
            index = count;
        } else if (name.matches("0|[1-9]\\d{0,3}")) {
            index = Integer.parseInt(name);
        }
        if (index < 0 || index > most) {
            throw new MendRefusedException(pointer, "there is nothing at " + Shown.value(pointer));
        }
        return index;
    }

    /** The value as an object. */
    Map<?, ?> members() throws MendRefusedException {
        if (value instanceof Map<?, ?> members) {
            return members;
        }
        throw new MendRefusedException(pointer, "it is no object; write one in braces");
    }

    /** The value as a list. */
    List<?> items() throws MendRefusedException {
        if (value instanceof List<?> items) {
            return items;
        }
        throw new MendRefusedException(pointer, "it is no list; write one in square brackets");
    }

    /** That a field is none of a claim, or none that can be changed by itself. */
    MendRefusedException unknown() {
        return new MendRefusedException(pointer, "this is no field of a claim that can be changed by itself");
    }
}
