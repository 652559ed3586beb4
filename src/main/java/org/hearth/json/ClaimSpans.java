package org.hearth.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands in a JSON text, and what is in it.
 *
 * @param name of a member of an object; {@code null} of an item of a list
 * @param outset where it begins: its name, or itself
 * @param start where its value begins
 * @param end where its value ends
 * @param kind {@code START_OBJECT}, {@code START_ARRAY}, or what a plain value begins with
 * @param children the members or items, in their order
 */
record ClaimSpans(String name, int outset, int start, int end, JsonToken kind, List<ClaimSpans> children) {

    /** The spans of a text that is one JSON value. */
    static ClaimSpans of(byte[] json) {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            parser.nextToken();
            return value(parser, null, (int) parser.currentTokenLocation().getByteOffset());
        } catch (IOException impossible) {
            // it was read before
            throw new UncheckedIOException(impossible);
        }
    }

    private static ClaimSpans value(JsonParser parser, String name, int outset) throws IOException {
        JsonToken kind = parser.currentToken();
        int start = (int) parser.currentTokenLocation().getByteOffset();
        List<ClaimSpans> children = new ArrayList<>();
        if (kind == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                int at = (int) parser.currentTokenLocation().getByteOffset();
                String member = parser.currentName();
                parser.nextToken();
                children.add(value(parser, member, at));
            }
        } else if (kind == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                children.add(
                        value(parser, null, (int) parser.currentTokenLocation().getByteOffset()));
            }
        }
        parser.finishToken();
        return new ClaimSpans(
                name, outset, start, (int) parser.currentLocation().getByteOffset(), kind, children);
    }

    boolean isObject() {
        return kind == JsonToken.START_OBJECT;
    }

    boolean isList() {
        return kind == JsonToken.START_ARRAY;
    }

    /** The member of a name, or the item of an index; {@code null} if there is none. */
    ClaimSpans child(String step) {
        if (isObject()) {
            return children.stream()
                    .filter(member -> member.name().equals(step))
                    .findFirst()
                    .orElse(null);
        }
        if (isList() && step.matches("0|[1-9]\\d{0,4}") && Integer.parseInt(step) < children.size()) {
            return children.get(Integer.parseInt(step));
        }
        return null;
    }
}
