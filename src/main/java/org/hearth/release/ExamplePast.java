package org.hearth.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.history.Earlier;
import org.hearth.history.Earlier.Source;
import org.hearth.history.Past;
import org.hearth.history.Seal;
import org.hearth.json.ClaimReader;

/**
 * What an example says of the past besides the claim's own {@code history}.
 *
 * @param before what stands before the claim in the same input
 * @param sent what was marked as sent, each with the day
 */
record ExamplePast(List<Earlier> before, List<Earlier> sent) {

    /** Where an example gives claims that stand before it in the same input. */
    static final String BEFORE = "before";

    /** Where an example gives claims that were marked as sent. */
    static final String SENT = "sent";

    private static final String SENT_ON = "sentOn";

    /**
     * What an example's YAML says of the past.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static ExamplePast of(String yaml) {
        if (!yaml.contains(BEFORE + ":") && !yaml.contains(SENT + ":")) {
            return new ExamplePast(List.of(), List.of());
        }
        ObjectNode written = ExampleClaims.written(yaml);
        List<Earlier> before = new ArrayList<>();
        for (JsonNode claim : written.path(BEFORE)) {
            before.add(new Earlier(claim((ObjectNode) claim), Source.FILE));
        }
        List<Earlier> sent = new ArrayList<>();
        for (JsonNode node : written.path(SENT)) {
            ObjectNode claim = node.deepCopy();
            JsonNode on = claim.remove(SENT_ON);
            if (on == null) {
                throw new IllegalArgumentException("say when the claim was sent: " + SENT_ON + ": 2025-03-10");
            }
            sent.add(new Earlier(claim(claim), Source.STORE, LocalDate.parse(on.asText())));
        }
        return new ExamplePast(before, sent);
    }

    private static Claim claim(ObjectNode example) {
        return ClaimReader.read(ExampleClaims.complete(example), Origin.NONE);
    }

    /** The past of the example's claim. */
    Past before(Claim claim) {
        return Past.of(claim, before, true, sent, Seal.NONE);
    }
}
