package org.hearth.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hearth.finding.Correction;
import org.hearth.finding.FieldChange;
import org.hearth.finding.LeftMend;

/**
 * Writes what was corrected as one JSON object, an entry a line: {@code changes}, each with the claim, why, and what was there
 * before and after; {@code left}, the certain mends that were not made; {@code end}, how many claims came by. Not safe for use
 * by several threads.
 */
public final class CorrectionsWriter {

    /** How many mends that were not made are told one by one. */
    private static final int MOST_LEFT = 1_000;

    private final Appendable out;
    private final List<String> left = new ArrayList<>();
    private long changes;
    private long leftInAll;
    private long corrected;

    public CorrectionsWriter(Appendable out) throws IOException {
        this.out = out;
        out.append("{\"changes\":[");
    }

    /**
     * Writes what was changed on a claim.
     *
     * @param ordinal which claim of the input it is, from 1
     * @param claimId its number
     */
    public void claim(long ordinal, String claimId, List<Correction> corrections, List<LeftMend> notMade)
            throws IOException {
        corrected += corrections.isEmpty() ? 0 : 1;
        for (Correction correction : corrections) {
            out.append(changes++ == 0 ? "\n" : ",\n").append(change(ordinal, claimId, correction));
        }
        for (LeftMend one : notMade) {
            if (leftInAll++ < MOST_LEFT) {
                left.add(left(ordinal, claimId, one));
            }
        }
    }

    private static String change(long ordinal, String claimId, Correction correction) {
        return Json.line(json -> {
            Members members = new Members(json);
            json.writeStartObject();
            begin(json, members, ordinal, claimId);
            members.texts("because", correction.because());
            members.number("line", correction.line());
            members.text("why", correction.why());
            members.objects("fields", correction.fields(), field -> field(json, members, field));
            if (!correction.texts().isEmpty()) {
                members.objects("segments", correction.texts(), text -> {
                    members.text("before", text.before());
                    members.text("after", text.after());
                });
            }
            if (!correction.kept().isEmpty()) {
                members.texts("presentOnAdmissionKept", correction.kept());
            }
            if (!correction.left().isEmpty()) {
                members.texts("notInFile", correction.left());
            }
            json.writeEndObject();
        });
    }

    private static void begin(JsonGenerator json, Members members, long ordinal, String claimId) throws IOException {
        json.writeNumberField("claim", ordinal);
        members.text("claimId", claimId);
    }

    private static void field(JsonGenerator json, Members members, FieldChange field) throws IOException {
        members.text("field", field.pointer());
        json.writeFieldName("before");
        json.writeTree(value(field.before()));
        json.writeFieldName("after");
        json.writeTree(value(field.after()));
    }

    private static JsonNode value(String text) throws IOException {
        return text == null ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(text);
    }

    private static String left(long ordinal, String claimId, LeftMend one) {
        return Json.line(json -> {
            Members members = new Members(json);
            json.writeStartObject();
            begin(json, members, ordinal, claimId);
            members.text("finding", one.finding().id());
            members.number("line", one.finding().line());
            members.text("message", one.finding().message());
            members.text("reason", one.reason());
            json.writeEndObject();
        });
    }

    /**
     * Writes the end.
     *
     * @param claims how many claims came by, those that could not be read as well
     * @param problems how many of them could not be read, and how many of the minutes given beside them not be used
     * @param whole whether the input was read to its end
     */
    public void end(long claims, long problems, boolean whole) throws IOException {
        out.append(changes == 0 ? "" : "\n").append("],\"left\":[");
        for (int index = 0; index < left.size(); index++) {
            out.append(index == 0 ? "\n" : ",\n").append(left.get(index));
        }
        out.append(left.isEmpty() ? "" : "\n").append("],\"end\":").append(Json.line(json -> {
            json.writeStartObject();
            json.writeNumberField("claims", claims);
            json.writeNumberField("corrected", corrected);
            json.writeNumberField("changes", changes);
            json.writeNumberField("left", leftInAll);
            json.writeNumberField("problems", problems);
            json.writeBooleanField("whole", whole);
            json.writeEndObject();
        }));
        out.append("}\n");
    }
}
