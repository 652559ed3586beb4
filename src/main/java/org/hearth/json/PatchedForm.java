package org.hearth.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.hearth.claim.Claim;
import org.hearth.claim.Door;
import org.hearth.finding.FieldChange;
import org.hearth.finding.MendRefusedException;
import org.hearth.finding.PatchOperation;

/** A claim's JSON form with patches made on it: what a claim that was corrected in its file must be when it is read back. */
public final class PatchedForm {

    private static final String LINES = "lines";
    private static final String NUMBER = "lineNumber";
    private static final String VERSION = "diagnosisVersion";
    private static final int SHOWN_OF_AN_ID = 4;
    /** What an 837I has no place for. */
    private static final List<String> NOT_IN_A_LINE = List.of("minutes", "minutesBy", "allowedAmount");

    private final boolean x12;
    private final ObjectNode form;
    private final List<FieldChange> changes = new ArrayList<>();
    private boolean versionNamed;
    private boolean numberNamed;

    /** The form of a claim as it was billed. */
    public PatchedForm(Claim claim) {
        x12 = claim.asSent().door() == Door.X12;
        form = tree(claim);
    }

    private static ObjectNode tree(Claim claim) {
        try {
            return Json.MAPPER.readValue(ClaimWriter.line(claim), ObjectNode.class);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Makes an operation, and notes what it changes. */
    public void apply(PatchOperation operation) throws MendRefusedException {
        List<String> steps = Pointers.steps(operation.path());
        numberNamed |= steps.get(steps.size() - 1).equals(NUMBER);
        versionNamed |= steps.get(0).equals(VERSION);
        String field = field(steps);
        String before = shown(field);
        make(operation, steps);
        // an item that went is not the one that took its place
        boolean gone = operation.op().equals("remove") && steps.size() == 2 && field.equals(operation.path());
        String after = gone ? null : shown(field);
        boolean put = operation.op().equals("add")
                && steps.size() == 2
                && form.path(steps.get(0)).isArray();
        changes.add(new FieldChange(field, put ? null : before, after));
    }

    /** What the operations changed, in their order. */
    public List<FieldChange> changes() {
        return List.copyOf(changes);
    }

    /** The field that an operation changes, as a reader would name it: a list of codes changes as a whole. */
    private String field(List<String> steps) {
        JsonNode top = form.path(steps.get(0));
        int depth =
                steps.get(0).equals(LINES) ? 3 : top.isArray() && !top.path(0).isObject() ? 1 : 2;
        StringBuilder pointer = new StringBuilder();
        JsonNode at = form;
        for (String step : steps.subList(0, Math.min(depth, steps.size()))) {
            pointer.append('/')
                    .append(
                            step.equals("-") && at.isArray()
                                    ? String.valueOf(at.size())
                                    : step.replace("~", "~0").replace("/", "~1"));
            at = at.isArray() && step.matches("\\d{1,4}") ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        return pointer.toString();
    }

    private String shown(String field) {
        JsonNode value = form.at(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (field.equals("/remarks") || field.startsWith("/history")) {
            return "\"...\"";
        }
        if (field.equals("/beneficiaryId")
                && value.isTextual()
                && value.textValue().length() > SHOWN_OF_AN_ID) {
            String id = value.textValue();
            return "\"..." + id.substring(id.length() - SHOWN_OF_AN_ID) + "\"";
        }
        return Json.line(json -> json.writeTree(value));
    }

    private void make(PatchOperation operation, List<String> steps) throws MendRefusedException {
        JsonNode parent = form;
        for (int step = 0; step < steps.size() - 1; step++) {
            JsonNode child = child(parent, steps.get(step));
            if (!child.isContainerNode()) {
                if (!(parent instanceof ObjectNode object)) {
                    throw Pointers.nothing(operation);
                }
                object.set(steps.get(step), Pointers.container(operation, steps, step));
                return;
            }
            parent = child;
        }
        String last = steps.get(steps.size() - 1);
        JsonNode value = Json.MAPPER.valueToTree(operation.value());
        boolean there = !child(parent, last).isMissingNode();
        if (!operation.op().equals("add") && !there) {
            throw Pointers.nothing(operation);
        }
        if (parent instanceof ArrayNode list) {
            switch (operation.op()) {
                case "add" -> list.insert(Pointers.index(operation, last, list.size()), value);
                case "remove" -> list.remove(Integer.parseInt(last));
                default -> list.set(Integer.parseInt(last), value);
            }
        } else if (operation.op().equals("remove")) {
            ((ObjectNode) parent).remove(last);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }

    private static JsonNode child(JsonNode parent, String step) {
        return parent.isArray() && step.matches("0|[1-9]\\d{0,4}")
                ? parent.path(Integer.parseInt(step))
                : parent.path(step);
    }

    /**
     * The first field in which a claim that was read back is another than this form; {@code null} if it is none. What the
     * claim's file cannot carry is not compared, nor what nobody says with what is said to be absent.
     */
    public String differenceFrom(Claim readBack) {
        ObjectNode expected = form.deepCopy();
        ObjectNode actual = tree(readBack);
        for (ObjectNode one : List.of(expected, actual)) {
            if (x12) {
                one.remove(List.of("context", "history"));
                one.path(LINES).forEach(line -> ((ObjectNode) line).remove(NOT_IN_A_LINE));
            }
            if (!x12 && !numberNamed) {
                // a line that has no number in the text is told by its place
                one.path(LINES).forEach(line -> ((ObjectNode) line).remove(NUMBER));
            }
            if (!versionNamed) {
                one.remove(VERSION);
            }
            String bill = one.path("typeOfBill").asText();
            if (bill.length() == 3) {
                one.put("typeOfBill", "0" + bill);
            }
        }
        return difference("", expected, actual);
    }

    private static String difference(String pointer, JsonNode one, JsonNode other) {
        if (isNothing(one) || isNothing(other)) {
            return isNothing(one) && isNothing(other) ? null : pointer;
        }
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0 ? null : pointer;
        }
        if (one.isArray() && other.isArray()) {
            for (int index = 0; index < Math.max(one.size(), other.size()); index++) {
                String found = difference(pointer + "/" + index, one.path(index), other.path(index));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (one.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String found = difference(pointer + "/" + name, one.path(name), other.path(name));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return one.equals(other) ? null : pointer;
    }

    /** Nothing there, {@code null}, or a list or object with nothing in it. */
    private static boolean isNothing(JsonNode value) {
        if (value.isContainerNode()) {
            for (Iterator<JsonNode> items = value.elements(); items.hasNext(); ) {
                if (!isNothing(items.next())) {
                    return false;
                }
            }
            return true;
        }
        return value.isMissingNode() || value.isNull();
    }
}
