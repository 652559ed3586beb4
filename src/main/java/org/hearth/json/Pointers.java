package org.hearth.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hearth.finding.MendRefusedException;
import org.hearth.finding.PatchOperation;
import org.hearth.finding.Shown;

/** What a patch's pointers name. */
final class Pointers {

    /** The members of a claim or line that are objects; all others below which something stands are lists. */
    private static final Set<String> OBJECTS = Set.of("attending", "referring", "payer", "context", "minutesBy");

    private Pointers() {}

    /** The steps of a pointer. */
    static List<String> steps(String pointer) throws MendRefusedException {
        if (!pointer.startsWith("/")) {
            throw new MendRefusedException(pointer, "the claim as a whole cannot be changed; name its fields");
        }
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    /** A name as a step of a pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Where an addition to a list of so many goes. */
    static int index(PatchOperation operation, String step, int count) throws MendRefusedException {
        int index = step.equals("-") ? count : step.matches("0|[1-9]\\d{0,4}") ? Integer.parseInt(step) : -1;
        if (index < 0 || index > count) {
            throw nothing(operation);
        }
        return index;
    }

    /** What has to be put at a step of an addition for what is to stand below it: a list or object with only that. */
    static JsonNode container(PatchOperation operation, List<String> steps, int step) throws MendRefusedException {
        String last = steps.get(steps.size() - 1);
        if (!operation.op().equals("add") || step != steps.size() - 2) {
            throw nothing(operation);
        }
        JsonNode value = Json.MAPPER.valueToTree(operation.value());
        if (OBJECTS.contains(steps.get(step))) {
            ObjectNode object = Json.MAPPER.createObjectNode();
            object.set(last, value);
            return object;
        }
        if (!last.equals("-") && !last.equals("0")) {
            throw nothing(operation);
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        list.add(value);
        return list;
    }

    static MendRefusedException nothing(PatchOperation operation) {
        return new MendRefusedException(operation.path(), "there is nothing at " + Shown.value(operation.path()));
    }
}
