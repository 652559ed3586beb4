package org.hearth.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.finding.Shown;

/**
 * Reads the minutes that are given beside claims: {@code {"claims": [{"claimId", "lines": [{"lineNumber",
 * "lineControl", "minutes", "minutesBy"}]}]}}. A line is told by its number, its control number, or both. Read whole or
 * not at all; all problems are named at once.
 */
public final class MinutesReader {

    private static final JsonFactory FACTORY = Json.unlimited();
    private static final ObjectReader TREES =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Complaints complaints = new Complaints();
    private final List<ClaimMinutes> claims = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** A reader of claims that come one by one. */
    public MinutesReader() {}

    /**
     * Reads the minutes of one more claim.
     *
     * @param claim as an entry of {@code claims}
     * @param place where it stands among them, from 0
     * @return what is wrong with it; the claim is then none of those that were read
     */
    public List<Problem> add(JsonNode claim, int place) {
        Complaints its = new Complaints();
        claim(claim, place, its);
        return its.list();
    }

    /** The claims that were read without a problem. */
    public List<ClaimMinutes> claims() {
        return claims;
    }

    /**
     * Reads minutes.
     *
     * @param input UTF-8; the caller closes it
     * @throws InvalidMinutesException if they are not JSON, or not minutes
     * @throws IOException if the input fails
     */
    public static List<ClaimMinutes> read(InputStream input) throws IOException {
        MinutesReader reader = new MinutesReader();
        try (JsonParser json = FACTORY.createParser(input)) {
            reader.read(json);
        } catch (JsonProcessingException broken) {
            throw new InvalidMinutesException(Malformed.because(broken, 1, 1).problems());
        }
        if (!reader.complaints.none()) {
            throw new InvalidMinutesException(reader.complaints.list());
        }
        return reader.claims;
    }

    private void read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            complaints.add("", null, "the minutes are not an object", "write {\"claims\": [...]}");
            return;
        }
        boolean found = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (!name.equals("claims")) {
                complaints.add("", null, "unknown field " + Shown.value(name), "leave it out: only `claims` is known");
                json.skipChildren();
            } else if (value != JsonToken.START_ARRAY) {
                found = true;
                complaints.add("/claims", null, "`claims` is not a list", "write a list in square brackets");
                json.skipChildren();
            } else {
                found = true;
                for (int place = 0; json.nextToken() != JsonToken.END_ARRAY; place++) {
                    claim(TREES.readTree(json), place, complaints);
                }
            }
        }
        if (!found) {
            complaints.add("/claims", null, "`claims` is missing", "add `claims`");
        }
        if (json.nextToken() != null) {
            complaints.add("", null, "more text follows after the minutes", "write one object");
        }
    }

    private void claim(JsonNode json, int place, Complaints complaints) {
        ClaimMinutes claim = JsonFields.read(json, "/claims/" + place, complaints, fields -> {
            fields.require("claimId", "lines");
            String claimId = fields.text("claimId", Shape.CLAIM_ID);
            Set<Object> taken = new HashSet<>();
            List<ClaimMinutes.Line> lines =
                    fields.objects("lines", ClaimReader.MAX_LINES, (item, index) -> line(item, taken));
            if (fields.isEmptyList("lines")) {
                fields.complain("lines", null, "the claim has no line", "add at least one line");
            }
            Integer earlier = claimId == null ? null : places.putIfAbsent(claimId, place);
            if (earlier != null) {
                fields.complain(
                        "claimId",
                        Shown.escaped(claimId),
                        "claim " + Shown.value(claimId) + " stands at `/claims/" + earlier + "` already",
                        "put all lines of a claim side by side");
            }
            return new ClaimMinutes(place, claimId, lines);
        });
        if (complaints.none()) {
            claims.add(claim);
        }
    }

    private ClaimMinutes.Line line(JsonFields fields, Set<Object> taken) {
        Integer lineNumber = fields.whole("lineNumber", 1, ClaimReader.MAX_LINES);
        String lineControl = fields.text("lineControl", Shape.CONTROL_NUMBER);
        LineReader.Minutes minutes = LineReader.minutes(fields);
        if (!fields.has("lineNumber") && !fields.has("lineControl")) {
            fields.complainOfAll("nothing tells which line it is", "add `lineNumber` or `lineControl`");
        }
        if (!fields.has("minutes") && !fields.has("minutesBy")) {
            fields.require("minutes");
        }
        if (lineNumber != null && !taken.add(lineNumber)) {
            fields.complain(
                    "lineNumber", lineNumber.toString(), "line `" + lineNumber + "` stands twice", "leave one out");
        }
        if (lineControl != null && !taken.add(lineControl)) {
            fields.complain(
                    "lineControl",
                    Shown.escaped(lineControl),
                    "line " + Shown.value(lineControl) + " stands twice",
                    "leave one out");
        }
        return minutes.all() == null
                ? null
                : new ClaimMinutes.Line(lineNumber, lineControl, minutes.all(), minutes.by());
    }
}
