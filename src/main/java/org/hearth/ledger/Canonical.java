package org.hearth.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearth.data.Digest;

/**
 * A record as one line of JSON, of which there is one for each record: members by name, no blanks, nothing that is null. So
 * {@code jq -cjS 'del(.hash)' | sha256sum} of a line gives its hash.
 */
final class Canonical {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            // as others write JSON: a character beyond the first 65536 as itself
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Canonical() {}

    /** The line of a record whose hash is not known yet, with it. */
    static byte[] sealed(ReleaseRecord unsealed) {
        Map<String, Object> members = members(unsealed);
        members.put("hash", Digest.ofFile(bytes(members)));
        return bytes(members);
    }

    /**
     * The hash that the content of a line gives.
     *
     * @param line a line as {@link #tree} has read it
     */
    static String hash(ObjectNode line) {
        ObjectNode content = line.deepCopy();
        content.remove("hash");
        return Digest.ofFile(bytes(JSON.convertValue(content, Map.class)));
    }

    /** The canonical form of a line. */
    static byte[] form(ObjectNode line) {
        return bytes(JSON.convertValue(line, Map.class));
    }

    /**
     * The members of a line.
     *
     * @throws IOException if it is none of a record
     */
    static ObjectNode tree(byte[] line) throws IOException {
        JsonNode tree = JSON.readTree(line);
        if (!(tree instanceof ObjectNode members)) {
            throw new IOException("it is no JSON object");
        }
        return members;
    }

    /**
     * The record of a line.
     *
     * @throws IOException if it is none
     */
    static ReleaseRecord read(byte[] line) throws IOException {
        ObjectNode members = tree(line);
        try {
            List<String> difference = new ArrayList<>();
            members.path("difference").forEach(one -> difference.add(one.asText()));
            return new ReleaseRecord(
                    members.path("number").asLong(),
                    Instant.parse(members.path("at").asText()),
                    required(members, "version"),
                    members.path("packaged").asBoolean(),
                    text(members, "before"),
                    difference,
                    act(members),
                    required(members, "previous"),
                    required(members, "hash"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Act act(JsonNode members) {
        JsonNode examples = members.get("examples");
        JsonNode draft = members.get("draft");
        return new Act(
                Kind.of(required(members, "kind")),
                new Who(
                        required(members, "author"),
                        text(members, "reason"),
                        text(members, "source"),
                        text(members, "approvedBy"),
                        members.path("alone").asBoolean(),
                        members.path("identified").asBoolean(),
                        text(members, "authorSubject"),
                        text(members, "approvedBySubject")),
                examples == null
                        ? null
                        : new Act.Examples(
                                examples.path("passed").asInt(),
                                examples.path("failed").asInt()),
                draft == null
                        ? null
                        : new Act.OfDraft(
                                required(draft, "id"),
                                text(draft, "name"),
                                text(draft, "proposedBy"),
                                text(draft, "proposal"),
                                draft.hasNonNull("from") ? LocalDate.parse(text(draft, "from")) : null,
                                text(draft, "zone"),
                                text(draft, "note"),
                                text(draft, "despiteExamples"),
                                text(draft, "fewerExamples"),
                                text(draft, "impact"),
                                text(draft, "proposedBySubject")));
    }

    private static String required(JsonNode members, String name) {
        if (!members.path(name).isTextual()) {
            throw new IllegalArgumentException("it has no `" + name + "`");
        }
        return members.get(name).asText();
    }

    private static String text(JsonNode members, String name) {
        return members.hasNonNull(name) ? members.get(name).asText() : null;
    }

    private static Map<String, Object> members(ReleaseRecord unsealed) {
        Map<String, Object> members = new TreeMap<>();
        Act act = unsealed.act();
        Who who = act.who();
        members.put("number", unsealed.number());
        members.put("at", unsealed.at().toString());
        members.put("version", unsealed.version());
        members.put("packaged", unsealed.packaged());
        put(members, "before", unsealed.before());
        members.put("difference", unsealed.difference());
        members.put("kind", act.kind().toString());
        members.put("author", who.author());
        put(members, "reason", who.reason());
        put(members, "source", who.source());
        put(members, "approvedBy", who.approvedBy());
        members.put("alone", who.alone());
        members.put("identified", who.identified());
        put(members, "authorSubject", who.authorSubject());
        put(members, "approvedBySubject", who.approvedBySubject());
        if (act.examples() != null) {
            members.put(
                    "examples",
                    Map.of(
                            "passed", act.examples().passed(),
                            "failed", act.examples().failed()));
        }
        if (act.draft() != null) {
            members.put("draft", members(act.draft()));
        }
        members.put("previous", unsealed.previous());
        return members;
    }

    private static Map<String, Object> members(Act.OfDraft draft) {
        Map<String, Object> members = new TreeMap<>();
        put(members, "id", draft.id());
        put(members, "name", draft.name());
        put(members, "proposedBy", draft.proposedBy());
        put(members, "proposal", draft.proposal());
        put(members, "from", draft.from() == null ? null : draft.from().toString());
        put(members, "zone", draft.zone());
        put(members, "note", draft.note());
        put(members, "despiteExamples", draft.despiteExamples());
        put(members, "fewerExamples", draft.fewerExamples());
        put(members, "impact", draft.impact());
        put(members, "proposedBySubject", draft.proposedBySubject());
        return members;
    }

    private static void put(Map<String, Object> members, String name, String value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    private static byte[] bytes(Map<?, ?> members) {
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
