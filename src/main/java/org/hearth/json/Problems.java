package org.hearth.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * The body of an error answer, {@code application/problem+json} (RFC 9457).
 *
 * @param type a URN that stays the same for the kind of problem, or {@code about:blank} where the status says it all
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what is wrong here, one line
 * @param errors each thing that is wrong; may be empty
 */
public record Problems(String type, String title, int status, String detail, List<Problem> errors)
        implements Serializable {

    /** The media type of the body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problems {
        errors = List.copyOf(errors);
    }

    /** A problem that its HTTP status says all about. */
    public static Problems of(int status, String title, String detail) {
        return new Problems("about:blank", title, status, detail, List.of());
    }

    /** A claim that is not JSON (400) or that has wrong fields (422). */
    public static Problems of(InvalidClaimException why) {
        return why.wellFormed()
                ? new Problems("urn:hearth:problem:invalid-claim", "invalid claim", 422, count(why), why.problems())
                : new Problems("urn:hearth:problem:malformed-json", "malformed JSON", 400, count(why), why.problems());
    }

    private static String count(InvalidClaimException why) {
        String claim = why.claimId() == null ? "the claim" : "claim `" + why.claimId() + "`";
        int count = why.problems().size();
        return claim + " cannot be read: " + (count == 1 ? "1 problem" : count + " problems");
    }

    /** The body on one line. */
    public String line() {
        return Json.line(this::write);
    }

    /** The body over several lines. */
    public String indented() {
        return Json.indented(this::write);
    }

    void write(JsonGenerator json) throws IOException {
        Members members = new Members(json);
        json.writeStartObject();
        members.text("type", type);
        members.text("title", title);
        members.number("status", status);
        members.text("detail", detail);
        if (!errors.isEmpty()) {
            members.objects("errors", errors, error -> {
                members.text("pointer", error.pointer());
                members.text("value", error.value());
                members.text("message", error.message());
                members.text("fix", error.fix());
            });
        }
        json.writeEndObject();
    }
}
