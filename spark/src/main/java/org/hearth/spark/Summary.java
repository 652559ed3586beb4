package org.hearth.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.hearth.report.Tally;
import org.hearth.sent.InputPast;

/** What a run came to. */
final class Summary {

    private final String ruleset;
    private final Plan plan;
    private final Part whole;
    private final Counters counters;

    Summary(String ruleset, Plan plan, Part whole, Counters counters) {
        this.ruleset = ruleset;
        this.plan = plan;
        this.whole = whole;
        this.counters = counters;
    }

    /** How many claims, by what was found. */
    Tally tally() {
        return whole.tally();
    }

    /** Whether a fault of Hearth's own kept an input from being read whole. */
    boolean defectOfReader() {
        return whole.defectOfReader();
    }

    /** The most claims of one beneficiary and agency, those of the history among them. */
    long mostOfOne() {
        return counters.mostOfOne().value();
    }

    /** The summary as JSON, over several lines. */
    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
            json.writeStartObject();
            json.writeStringField("ruleset", ruleset);
            json.writeNumberField("files", plan.files());
            json.writeNumberField("parts", plan.parts());
            json.writeNumberField("claims", tally().claims());
            json.writeNumberField("notJudged", tally().notJudged());
            json.writeNumberField("unreadable", tally().unreadable());
            json.writeBooleanField("whole", tally().whole());
            counts(json, "dispositions", whole.dispositions());
            counts(json, "findings", whole.findings());
            json.writeNumberField("mostClaimsOfOneBeneficiary", mostOfOne());
            json.writeNumberField("claimsLookedAtBeforeEach", InputPast.MOST);
            json.writeNumberField(
                    "earlierClaimsUnreadable", counters.earlierUnread().value());
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void counts(JsonGenerator json, String name, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }
}
