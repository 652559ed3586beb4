package org.hearth.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hearth.evaluate.ClaimChange.Answer;
import org.hearth.evaluate.ClaimChange.Verdict;
import org.hearth.evaluate.FindingChange;
import org.hearth.evaluate.FindingChange.Otherwise;
import org.hearth.evaluate.Impact;
import org.hearth.tables.difference.TablesDiff;

/** Writes what a change of the tables does to claims as JSON. A member without a value is left out; lists are not. */
public final class ImpactWriter {

    private final JsonGenerator json;
    private final Members members;

    private ImpactWriter(JsonGenerator json) {
        this.json = json;
        this.members = new Members(json);
    }

    /** The change and what it does over several lines, indented by two blanks, with a line break at their end. */
    public static String indented(TablesDiff diff, Impact impact) {
        return Json.indented(json -> new ImpactWriter(json).write(diff, impact)) + "\n";
    }

    /** The change and what it does on one line, without its end. */
    public static String line(TablesDiff diff, Impact impact) {
        return Json.line(json -> new ImpactWriter(json).write(diff, impact));
    }

    private void write(TablesDiff diff, Impact impact) throws IOException {
        json.writeStartObject();
        members.text("before", impact.before());
        members.text("after", impact.after());
        json.writeObjectFieldStart("diff");
        new TablesDiffWriter(json).fields(diff);
        json.writeEndObject();
        json.writeNumberField("claims", impact.claims());
        json.writeNumberField("unreadable", impact.unreadable());
        json.writeNumberField("unusedMinutes", impact.unused());
        json.writeBooleanField("whole", impact.whole());
        json.writeArrayFieldStart("verdicts");
        for (Verdict verdict : Verdict.values()) {
            claims("verdict", verdict.label(), impact.claims(verdict), impact.examples(verdict));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("answers");
        for (Answer answer : Answer.values()) {
            claims("answer", answer.label(), impact.claims(answer), impact.examples(answer));
        }
        json.writeEndArray();
        groups("findings", "id", impact.findings());
        groups("rows", "row", impact.rows());
        members.objects("problems", impact.problems(), problem -> {
            members.text("file", problem.file());
            members.text("claimId", problem.claimId());
            members.text("message", problem.why());
        });
        json.writeEndObject();
    }

    private void claims(String name, String label, long count, List<Impact.Claim> examples) throws IOException {
        json.writeStartObject();
        members.text(name, label);
        json.writeNumberField("claims", count);
        members.objects("examples", examples, claim -> {
            members.text("file", claim.file());
            members.text("claimId", claim.claimId());
            members.text("before", claim.before());
            members.text("after", claim.after());
        });
        json.writeEndObject();
    }

    private void groups(String name, String key, Map<String, Impact.Group> groups) throws IOException {
        json.writeArrayFieldStart(name);
        for (Map.Entry<String, Impact.Group> entry : groups.entrySet()) {
            Impact.Group group = entry.getValue();
            json.writeStartObject();
            members.text(key, entry.getKey());
            members.text("title", group.title());
            if (key.equals("row")) {
                members.texts("ids", List.copyOf(group.ids()));
            }
            json.writeNumberField("appear", group.count(FindingChange.Kind.APPEARS));
            json.writeNumberField("disappear", group.count(FindingChange.Kind.DISAPPEARS));
            json.writeNumberField("change", group.count(FindingChange.Kind.CHANGED));
            json.writeNumberField("claims", group.claims());
            json.writeArrayFieldStart("examples");
            for (FindingChange.Kind kind : FindingChange.Kind.values()) {
                for (Impact.Example example : group.examples(kind)) {
                    example(example);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void example(Impact.Example example) throws IOException {
        FindingChange change = example.change();
        json.writeStartObject();
        members.text("file", example.claim().file());
        members.text("claimId", example.claim().claimId());
        members.number("line", change.finding().line());
        members.text("id", change.finding().id());
        members.text("kind", change.kind().name().toLowerCase(java.util.Locale.ROOT));
        if (change.kind() == FindingChange.Kind.CHANGED) {
            members.objects("otherwise", change.otherwise(), this::otherwise);
        } else {
            members.text("effect", change.finding().effect().name());
            members.text("message", change.finding().message());
        }
        json.writeEndObject();
    }

    private void otherwise(Otherwise otherwise) throws IOException {
        members.text("what", otherwise.what());
        members.text("before", otherwise.before());
        members.text("after", otherwise.after());
    }
}
