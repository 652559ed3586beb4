package org.hearth.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.web.request.Answers;

/**
 * What stands in a body in the place of claims: whose claims are meant of those that were marked as sent, {@code
 * {"member": "...", "npi": "..."}}.
 *
 * @param member the member id
 * @param npi the agency
 */
record SentOf(String member, String npi) {

    /** No claim is as short. */
    private static final int LONGEST = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Whose claims a body asks for; it can be read from its beginning afterwards.
     *
     * @return empty if it holds claims, or whatever else
     * @throws jakarta.ws.rs.WebApplicationException 422 if it asks for somebody's claims, and not rightly
     */
    static Optional<SentOf> of(BufferedInputStream body) throws IOException {
        body.mark(LONGEST + 1);
        byte[] beginning = body.readNBytes(LONGEST + 1);
        body.reset();
        JsonNode asked = beginning.length > LONGEST ? null : object(beginning);
        if (asked == null || !asked.has("member")) {
            return Optional.empty();
        }
        List<Problem> wrong = new ArrayList<>();
        String member = text(asked, "member", "the member id", wrong);
        String npi = text(asked, "npi", "the agency's NPI", wrong);
        asked.fieldNames().forEachRemaining(name -> {
            if (!name.equals("member") && !name.equals("npi")) {
                wrong.add(new Problem("/" + name, null, "unknown field", "write `member` and `npi` alone"));
            }
        });
        if (!wrong.isEmpty()) {
            throw Answers.refusal(new Problems(
                    "urn:hearth:problem:invalid-question",
                    "invalid question",
                    422,
                    "it does not say whose claims are meant",
                    wrong));
        }
        return Optional.of(new SentOf(member, npi));
    }

    private static JsonNode object(byte[] text) throws IOException {
        try {
            JsonNode read = JSON.readTree(text);
            return read != null && read.isObject() ? read : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String text(JsonNode asked, String name, String what, List<Problem> wrong) {
        JsonNode value = asked.get(name);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            wrong.add(new Problem("/" + name, null, what + " is expected", "write it as a text in quotes"));
            return null;
        }
        return value.textValue().strip();
    }

    /** Hides whose it is. */
    @Override
    public String toString() {
        return "SentOf";
    }
}
