package org.hearth.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.claim.ClaimContext;
import org.hearth.json.GivenContexts.Given;

/**
 * Reads the contexts that are given beside claims: {@code {"claims": [{"claimId" or "beneficiaryId", "context": {...}}]}}, the
 * context as a claim has it. An entry that is wrong costs itself alone.
 */
public final class ContextsReader {

    private static final int MOST_CLAIMS = 1_000_000;

    private final FirstProblems problems = new FirstProblems();
    private final List<Given> contexts = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** A reader of entries that come one by one. */
    public ContextsReader() {}

    /**
     * Reads contexts.
     *
     * @param content UTF-8
     */
    public static GivenContexts read(byte[] content) {
        ContextsReader reader = new ContextsReader();
        try {
            reader.read(Json.MAPPER.readTree(content));
        } catch (JsonProcessingException broken) {
            reader.problems.addAll(Malformed.because(broken, 1, 1).problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GivenContexts(reader.contexts, reader.problems.list());
    }

    /**
     * Reads one more context.
     *
     * @param entry as one of {@code claims}
     * @param place where it stands among them, from 0
     * @return what is wrong with it; it is then none of those that were read
     */
    public List<Problem> add(JsonNode entry, int place) {
        Complaints complaints = new Complaints();
        Given given = entry(entry, place, complaints);
        if (complaints.none()) {
            contexts.add(given);
        }
        return complaints.list();
    }

    /** The contexts that were read without a problem. */
    public List<Given> contexts() {
        return contexts;
    }

    private void read(JsonNode tree) {
        Complaints whole = new Complaints();
        List<JsonNode> entries = new ArrayList<>();
        JsonNode claims = tree.path("claims");
        if (!tree.isObject()) {
            whole.add("", null, "the contexts are not an object", "write {\"claims\": [...]}");
        } else if (!claims.isArray() || claims.size() > MOST_CLAIMS) {
            whole.add("/claims", null, "`claims` is no list of contexts", "write {\"claims\": [...]}");
        } else {
            claims.forEach(entries::add);
        }
        problems.addAll(whole.list());
        for (int place = 0; place < entries.size(); place++) {
            problems.addAll(add(entries.get(place), place));
        }
    }

    private Given entry(JsonNode json, int place, Complaints complaints) {
        return JsonFields.read(json, "/claims/" + place, complaints, fields -> {
            String claimId = fields.text("claimId", Shape.CLAIM_ID);
            String beneficiaryId = fields.text("beneficiaryId", Shape.BENEFICIARY);
            if (!fields.has("claimId") && !fields.has("beneficiaryId")) {
                fields.complainOfAll("nothing tells whose context it is", "add `claimId` or `beneficiaryId`");
            }
            fields.require("context");
            ClaimContext context = fields.object("context", ContextReader::context);
            Integer earlier = places.putIfAbsent(claimId + "\n" + (claimId == null ? beneficiaryId : ""), place);
            if (earlier != null) {
                fields.complainOfAll(
                        "the same stands at `/claims/" + earlier + "` already", "put all parts side by side");
            }
            return new Given(claimId, claimId == null ? beneficiaryId : null, context);
        });
    }
}
