package org.hearth.decision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the log: what was answered about a claim, and to whom. It holds nothing of the claim but keyed hashes, its type of bill
 * and counts.
 *
 * @param id names the evaluation: what names its call, a slash, the how-manieth claim of the call it was
 * @param at when
 * @param ruleset the version that judged
 * @param facts the edition of the facts that the program had
 * @param call by what kind of call, a word of {@link CallKind}
 * @param who called: an identity, else where from
 * @param sealed the hashes of claim, past and answer
 * @param bill the type of bill, such as {@code 0341}; {@code null} where the claim has none
 * @param lines how many service lines the claim has
 * @param earlier how many earlier claims of the beneficiary were known
 * @param disposition of the answer
 * @param findings in the order of the answer
 * @param notChecked what facts were missing to judge it all, each once, in the order of the answer
 * @param notJudged why the claim was not judged at all; {@code null} where it was
 * @param micros how long judging took, in microseconds
 */
public record Decision(
        String id,
        Instant at,
        String ruleset,
        int facts,
        String call,
        String who,
        Sealed sealed,
        String bill,
        int lines,
        int earlier,
        String disposition,
        List<Found> findings,
        List<String> notChecked,
        String notJudged,
        long micros) {

    /**
     * What tells a claim, its past and its answer from others, to whoever has the key.
     *
     * @param key what names the key
     * @param claim the claim's hash
     * @param past that of what was known of the claims before; {@code null} where nothing was but what the claim says itself
     * @param answer that of all that was answered but where in a file it stood
     */
    public record Sealed(String key, String claim, String past, String answer) {}

    /**
     * A finding.
     *
     * @param id such as {@code HHT-301}
     * @param row the table row that it rests on, {@code table/key}, or {@code null}
     */
    public record Found(String id, String row) {

        @Override
        public String toString() {
            return row == null ? id : id + " by " + row;
        }
    }

    /** No line is longer; a claim of a thousand lines may have as many findings. */
    static final int MOST_BYTES = 4 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MOST_BYTES)
                    .maxNestingDepth(8)
                    .maxStringLength(10_000)
                    .build())
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

    public Decision {
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
    }

    /** Whether the answer is the same. */
    boolean saysTheSame(Decision other) {
        return sealed.answer().equals(other.sealed.answer());
    }

    /** As a line, with its end. */
    byte[] line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(600);
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            write(json);
        } catch (IOException impossible) {
            // the line is in memory
            throw new UncheckedIOException(impossible);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("at", at.toString());
        json.writeStringField("ruleset", ruleset);
        json.writeNumberField("facts", facts);
        json.writeStringField("call", call);
        json.writeStringField("who", who);
        json.writeStringField("key", sealed.key());
        json.writeStringField("claim", sealed.claim());
        text(json, "past", sealed.past());
        json.writeStringField("answer", sealed.answer());
        text(json, "bill", bill);
        json.writeNumberField("lines", lines);
        json.writeNumberField("earlier", earlier);
        json.writeStringField("disposition", disposition);
        text(json, "notJudged", notJudged);
        json.writeArrayFieldStart("findings");
        for (Found found : findings) {
            json.writeStartObject();
            json.writeStringField("id", found.id());
            text(json, "row", found.row());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notChecked");
        for (String need : notChecked) {
            json.writeString(need);
        }
        json.writeEndArray();
        json.writeNumberField("micros", micros);
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /**
     * Reads a line.
     *
     * @return empty if it is whole and no decision, but says that lines are missing
     * @throws IOException if it is neither
     */
    static Optional<Decision> read(byte[] line) throws IOException {
        JsonNode json = MAPPER.readTree(line);
        if (json != null && json.path("lost").isObject()) {
            return Optional.empty();
        }
        if (json == null
                || !json.path("claim").isTextual()
                || !json.path("answer").isTextual()
                || !json.path("ruleset").isTextual()) {
            throw new IOException("this is no line of a decision log");
        }
        List<Found> findings = new ArrayList<>();
        json.path("findings")
                .forEach(found -> findings.add(
                        new Found(found.path("id").asText(), found.path("row").asText(null))));
        List<String> notChecked = new ArrayList<>();
        json.path("notChecked").forEach(need -> notChecked.add(need.asText()));
        return Optional.of(new Decision(
                json.path("id").asText(),
                instant(json.path("at").asText()),
                json.path("ruleset").asText(),
                json.path("facts").asInt(),
                json.path("call").asText(),
                json.path("who").asText(),
                new Sealed(
                        json.path("key").asText(),
                        json.path("claim").asText(),
                        json.path("past").asText(null),
                        json.path("answer").asText()),
                json.path("bill").asText(null),
                json.path("lines").asInt(),
                json.path("earlier").asInt(),
                json.path("disposition").asText(),
                findings,
                notChecked,
                json.path("notJudged").asText(null),
                json.path("micros").asLong()));
    }

    private static Instant instant(String written) throws IOException {
        try {
            return Instant.parse(written);
        } catch (DateTimeException e) {
            throw new IOException("`at` is no time", e);
        }
    }
}
