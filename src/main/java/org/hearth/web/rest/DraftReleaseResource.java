package org.hearth.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftReleases;
import org.hearth.ledger.Person;
import org.hearth.ledger.Told;
import org.hearth.web.identity.Caller;
import org.hearth.web.request.Answers;

/** {@code /v1/drafts/{id}}: the way of a draft to its release. */
@Path("/v1/drafts/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class DraftReleaseResource {

    /** Who proposes a draft, of whom nothing is asked where the service knows it, and what the approver should know. */
    public record Proposed(String by, String note) {}

    /**
     * Who approves a draft; {@code from} is a day as {@code 2027-01-01}, {@code null} for at once, {@code despiteExamples} and {@code
     * fewerExamples} say why it holds in spite of them.
     */
    public record Wish(String by, String note, String from, String despiteExamples, String fewerExamples) {}

    /**
     * What came of an approval: the draft, what was recorded ({@code null} of one that waits for its day), and the time zone in which
     * that day begins.
     */
    public record Answer(DraftJson draft, ReleaseJson release, String zone) {}

    private final DraftReleases releases;
    private final DraftCalls calls;

    DraftReleaseResource(DraftReleases releases, DraftCalls calls) {
        this.releases = releases;
        this.calls = calls;
    }

    /** Proposes a draft, which nobody changes then until it is approved or the proposal is taken back. */
    @POST
    @Path("proposal")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        long revision = calls.revision(headers);
        Proposed proposed = JsonBody.read(body, Proposed.class, Activating.MOST_BYTES);
        Person by = by(proposed.by());
        String note = JsonBody.text("note", proposed.note(), Told.TEXT, false);
        return answer(calls.run(revision, () -> releases.propose(id, revision, by, note)));
    }

    /** Takes a proposal back, or the approval of a draft whose day has not come. */
    @DELETE
    @Path("proposal")
    public Response withdraw(@PathParam("id") String id, @Context HttpHeaders headers) throws IOException {
        long revision = calls.revision(headers);
        return answer(calls.run(revision, () -> releases.withdraw(id, revision)));
    }

    /** Approves a proposed draft, and publishes it at once or from a day on. */
    @POST
    @Path("approval")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response approve(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        long revision = calls.revision(headers);
        Wish wish = JsonBody.read(body, Wish.class, Activating.MOST_BYTES);
        DraftReleases.Wish meant = new DraftReleases.Wish(
                by(wish.by()),
                JsonBody.text("note", wish.note(), Told.TEXT, false),
                day(wish.from()),
                why("despiteExamples", wish.despiteExamples()),
                why("fewerExamples", wish.fewerExamples()));
        DraftReleases.Approved approved = calls.run(revision, () -> releases.approve(id, revision, meant));
        return DraftCalls.answer(
                        approved.draft(),
                        new Answer(
                                calls.json(approved.draft()),
                                approved.release()
                                        .map(record -> ReleaseJson.of(record, true))
                                        .orElse(null),
                                releases.zone()))
                .build();
    }

    /** The files of a draft as a folder under version control has them. */
    @GET
    @Path("files.zip")
    @Produces("application/zip")
    public Response files(@PathParam("id") String id) throws IOException {
        Draft draft = calls.draft(id);
        Map<String, byte[]> files = calls.run(0, () -> releases.checks().handedOut(draft));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return DraftCalls.answer(draft, out.toByteArray())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"draft-" + draft.id() + ".zip\"")
                .build();
    }

    /** Who makes the call, or who it is said to be where nobody is identified. */
    private static Person by(String told) {
        Caller caller = Caller.now();
        return caller.identified() ? caller.person() : Person.told(JsonBody.text("by", told, Told.NAME, true));
    }

    private static String why(String name, String text) {
        String why = JsonBody.text(name, text, Told.TEXT, false);
        return why.isEmpty() ? null : why;
    }

    private static LocalDate day(String from) {
        if (from == null || from.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(from.strip());
        } catch (DateTimeParseException e) {
            throw Answers.refusal(JsonBody.invalid(
                    "/from", from, "`from` is no day", "send one such as 2027-01-01, or none for now"));
        }
    }

    private Response answer(Draft draft) throws IOException {
        return DraftCalls.answer(draft, calls.json(draft)).build();
    }
}
