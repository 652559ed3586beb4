package org.hearth.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearth.finding.MendRefusedException;
import org.hearth.finding.PatchOperation;

/** Makes patches on the text of a claim: what they do not name stays as it was written, blanks and digits and order. */
final class ClaimSplice {

    private ClaimSplice() {}

    /** The text with an operation made. */
    static byte[] apply(byte[] json, PatchOperation operation) throws MendRefusedException {
        List<String> steps = Pointers.steps(operation.path());
        ClaimSpans parent = ClaimSpans.of(json);
        for (int step = 0; step < steps.size() - 1; step++) {
            ClaimSpans child = parent.child(steps.get(step));
            if (child == null || child.kind().isScalarValue()) {
                // a list or object that is not there yet
                return without(json, parent, child, operation, steps, step);
            }
            parent = child;
        }
        String last = steps.get(steps.size() - 1);
        ClaimSpans there = parent.child(last);
        JsonNode value = Json.MAPPER.valueToTree(operation.value());
        switch (operation.op()) {
            case "remove" -> {
                return removed(json, parent, require(there, operation));
            }
            case "replace" -> {
                ClaimSpans old = require(there, operation);
                return spliced(json, old.start(), old.end(), text(value));
            }
            default -> {
                if (parent.isList()) {
                    return inserted(
                            json,
                            parent,
                            Pointers.index(operation, last, parent.children().size()),
                            value);
                }
                return there == null
                        ? added(json, parent, last, value)
                        : spliced(json, there.start(), there.end(), text(value));
            }
        }
    }

    private static ClaimSpans require(ClaimSpans there, PatchOperation operation) throws MendRefusedException {
        if (there == null) {
            throw Pointers.nothing(operation);
        }
        return there;
    }

    /** An addition below what is not there, or is {@code null}. */
    private static byte[] without(
            byte[] json, ClaimSpans parent, ClaimSpans child, PatchOperation operation, List<String> steps, int step)
            throws MendRefusedException {
        JsonNode made = Pointers.container(operation, steps, step);
        if (child != null) {
            return spliced(json, child.start(), child.end(), text(made));
        }
        if (!parent.isObject()) {
            throw Pointers.nothing(operation);
        }
        return added(json, parent, steps.get(step), made);
    }

    private static byte[] removed(byte[] json, ClaimSpans parent, ClaimSpans child) {
        int index = parent.children().indexOf(child);
        if (index + 1 < parent.children().size()) {
            return spliced(
                    json, child.outset(), parent.children().get(index + 1).outset(), "");
        }
        int from =
                index == 0 ? child.outset() : parent.children().get(index - 1).end();
        return spliced(json, from, child.end(), "");
    }

    private static byte[] inserted(byte[] json, ClaimSpans list, int index, JsonNode value) {
        List<ClaimSpans> items = list.children();
        if (items.isEmpty()) {
            return spliced(json, list.start() + 1, list.end() - 1, text(value));
        }
        if (index < items.size()) {
            int at = items.get(index).outset();
            return spliced(json, at, at, text(value) + "," + blanksBefore(json, items.get(index)));
        }
        ClaimSpans last = items.get(items.size() - 1);
        return spliced(json, last.end(), last.end(), "," + blanksBefore(json, last) + text(value));
    }

    private static byte[] added(byte[] json, ClaimSpans object, String name, JsonNode value) {
        List<ClaimSpans> members = object.children();
        String quoted = text(Json.MAPPER.valueToTree(name));
        if (members.isEmpty()) {
            return spliced(json, object.start() + 1, object.end() - 1, quoted + ":" + text(value));
        }
        ClaimSpans last = members.get(members.size() - 1);
        String colon = new String(json, last.outset(), last.start() - last.outset(), StandardCharsets.UTF_8);
        colon = colon.substring(colon.lastIndexOf(':'));
        return spliced(json, last.end(), last.end(), "," + blanksBefore(json, last) + quoted + colon + text(value));
    }

    /** The blanks between the bracket or comma before a value and the value. */
    private static String blanksBefore(byte[] json, ClaimSpans value) {
        int from = value.outset();
        while (from > 0 && Source.blank(json[from - 1])) {
            from--;
        }
        return new String(json, from, value.outset() - from, StandardCharsets.UTF_8);
    }

    private static String text(JsonNode value) {
        return Json.line(json -> json.writeTree(value));
    }

    private static byte[] spliced(byte[] json, int from, int to, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + text.length());
        out.write(json, 0, from);
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write(json, to, json.length - to);
        return out.toByteArray();
    }
}
