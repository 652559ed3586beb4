package org.hearth.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftEdit;
import org.hearth.draft.DraftException;
import org.hearth.draft.DraftRuns;
import org.hearth.draft.Drafts;
import org.hearth.draft.Grid;
import org.hearth.draft.InvalidEditException;
import org.hearth.draft.Workbench;
import org.hearth.json.Problems;
import org.hearth.json.TablesDiffWriter;
import org.hearth.ledger.Person;
import org.hearth.ledger.Told;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.tables.workbook.TableProblem;
import org.hearth.web.identity.Caller;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;
import org.hearth.web.request.RequestBody;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** {@code /v1/drafts}: drafts of changed tables, and the edits that make them. */
@Path("/v1/drafts")
@Produces(MediaType.APPLICATION_JSON)
public final class DraftsResource {

    /** What a new draft is about; of its author nothing is asked where the service knows who calls. */
    public record Begun(String name, String author, String reason, String source) {}

    /** What a draft is about from now on; its author stays. */
    public record Described(String name, String reason, String source) {}

    /** Edits of a table. */
    public record Edits(String table, List<DraftEdit> edits) {}

    /** The table whose own examples take the answers that come now. */
    public record Accepted(String table) {}

    /** A draft after an edit, and the table that it changed. */
    public record Edited(DraftJson draft, Grid grid) {}

    /** What is wrong with the workbooks of a draft, by place. */
    public record Checked(List<TableProblem> problems, List<TableProblem> warnings) {}

    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_HEAD_BYTES = 1 << 14;

    private final Workbench workbench;
    private final DraftRuns runs;
    private final DraftCalls calls;
    private final CurrentRuleset current;

    DraftsResource(Workbench workbench, DraftRuns runs, DraftCalls calls, CurrentRuleset current) {
        this.workbench = workbench;
        this.runs = runs;
        this.calls = calls;
        this.current = current;
    }

    /** All drafts, the one that was changed last first; without what is wrong with their tables. Those that cannot be read follow. */
    @GET
    public Response all() throws IOException {
        List<DraftJson> drafts = new ArrayList<>();
        Drafts.Kept kept = workbench.drafts().all();
        kept.drafts().forEach(draft -> drafts.add(calls.brief(draft)));
        kept.unreadable().forEach((id, why) -> drafts.add(DraftJson.unreadable(id, why)));
        return Response.ok(drafts).build();
    }

    /** Begins a draft of the active ruleset. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(InputStream body) throws IOException {
        Begun begun = JsonBody.read(body, Begun.class, MOST_HEAD_BYTES);
        return begun(head(begun.name(), begun.author(), begun.reason(), begun.source()), Map.of());
    }

    /** Begins a draft with workbooks that were edited elsewhere. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response begin(
            @RestForm String name,
            @RestForm String author,
            @RestForm String reason,
            @RestForm String source,
            @RestForm(FileUpload.ALL) List<FileUpload> uploads)
            throws IOException {
        return begun(head(name, author, reason, source), UploadedWorkbooks.read(uploads));
    }

    private static Draft.Head head(String name, String author, String reason, String source) {
        Caller caller = Caller.now();
        return head(
                name,
                caller.identified() ? caller.person() : Person.told(JsonBody.text("author", author, Told.NAME, true)),
                reason,
                source);
    }

    private static Draft.Head head(String name, Person author, String reason, String source) {
        return new Draft.Head(
                JsonBody.text("name", name, Told.NAME, true),
                author.name(),
                JsonBody.text("reason", reason, Told.TEXT, false),
                JsonBody.text("source", source, Told.TEXT, false),
                author.subject());
    }

    private Response begun(Draft.Head head, Map<String, byte[]> workbooks) throws IOException {
        Draft draft = calls.run(0, () -> workbench.begin(head, current.get(), workbooks));
        return Response.fromResponse(answer(draft))
                .status(201)
                .location(URI.create("/v1/drafts/" + draft.id()))
                .build();
    }

    private Response answer(Draft draft) throws IOException {
        return DraftCalls.answer(draft, calls.json(draft)).build();
    }

    /** One draft. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id) throws IOException {
        return answer(calls.draft(id));
    }

    /** Says something else of what a draft is about. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response describe(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        long revision = calls.revision(headers);
        Described described = JsonBody.read(body, Described.class, MOST_HEAD_BYTES);
        return answer(calls.run(revision, () -> {
            Draft draft = workbench.drafts().get(id);
            return workbench
                    .drafts()
                    .describe(
                            id,
                            revision,
                            head(
                                    described.name(),
                                    new Person(
                                            draft.head().author(), draft.head().subject()),
                                    described.reason(),
                                    described.source()));
        }));
    }

    /** Deletes a draft. */
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id, @Context HttpHeaders headers) throws IOException {
        long revision = calls.revision(headers);
        calls.run(revision, () -> {
            workbench.drafts().delete(id, revision);
            return null;
        });
        return Response.noContent().build();
    }

    /** Edits a table of a draft, all edits or none, and says what is wrong with it then. */
    @POST
    @Path("{id}/edits")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response edit(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        long revision = calls.revision(headers);
        Edits edits = JsonBody.read(body, Edits.class, MOST_BYTES);
        if (edits.edits() == null || edits.edits().isEmpty() || edits.edits().size() > Workbench.MOST_EDITS) {
            throw Answers.refusal(JsonBody.invalid(
                    "/edits", null, "there is no edit, or too many", "send 1 to " + Workbench.MOST_EDITS));
        }
        String file = calls.file(calls.draft(id), JsonBody.text("table", edits.table(), Told.NAME, true));
        Draft draft = calls.run(revision, () -> workbench.edit(id, revision, file, edits.edits()));
        return calls.edited(draft, file);
    }

    /** Takes the last edit back. */
    @POST
    @Path("{id}/undo")
    public Response undo(@PathParam("id") String id, @Context HttpHeaders headers) throws IOException {
        return turned(id, headers, workbench.drafts()::undo);
    }

    /** Does the edit again that was last undone. */
    @POST
    @Path("{id}/redo")
    public Response redo(@PathParam("id") String id, @Context HttpHeaders headers) throws IOException {
        return turned(id, headers, workbench.drafts()::redo);
    }

    private interface Turn {
        Draft of(String id, long revision) throws DraftException, InvalidEditException, IOException;
    }

    private Response turned(String id, HttpHeaders headers, Turn turn) throws IOException {
        long revision = calls.revision(headers);
        Draft before = calls.draft(id);
        Draft draft = calls.run(revision, () -> turn.of(id, revision));
        TreeSet<String> files = new TreeSet<>(before.workbooks().keySet());
        files.addAll(draft.workbooks().keySet());
        String changed = files.stream()
                .filter(file -> !CodeSetFile.mayName(file)
                        && !Objects.equals(
                                before.workbooks().get(file), draft.workbooks().get(file)))
                .findFirst()
                .orElse(null);
        return calls.edited(draft, changed);
    }

    /** Lets the own examples of a table that fail expect what comes of them now. */
    @POST
    @Path("{id}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response accept(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        long revision = calls.revision(headers);
        Accepted accepted = JsonBody.read(body, Accepted.class, MOST_HEAD_BYTES);
        String file = calls.file(calls.draft(id), JsonBody.text("table", accepted.table(), Told.NAME, true));
        return calls.edited(calls.run(revision, () -> runs.acceptAnswers(id, revision, file)), file);
    }

    /** Takes an imported code set, which is named by what it is and its first day, such as {@code icd10-2025-10-01.txt.gz}. */
    @PUT
    @Path("{id}/code-sets/{file}")
    @Consumes({"application/gzip", MediaType.APPLICATION_OCTET_STREAM})
    public Response take(
            @PathParam("id") String id, @PathParam("file") String file, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        long revision = calls.revision(headers);
        if (!CodeSetFile.mayName(file) || file.contains("/")) {
            throw Answers.refusal(Problems.of(
                    404,
                    "no such code set",
                    "no code set has this name; `hearth codes import` names them, such as icd10-2025-10-01.txt.gz"));
        }
        byte[] set = RequestBody.whole(body, UploadedWorkbooks.MOST_BYTES);
        if (set.length > UploadedWorkbooks.MOST_BYTES) {
            throw Answers.refusal(Answers.tooLarge(UploadedWorkbooks.MOST_BYTES, "no code set is as large"));
        }
        return answer(calls.run(revision, () -> workbench.take(id, revision, Map.of(file, set))));
    }

    /** Everything that is wrong with the workbooks of a draft, together with all others; no example is run. */
    @GET
    @Path("{id}/check")
    public Response check(@PathParam("id") String id) throws IOException {
        Draft draft = calls.draft(id);
        Workbench.Checked checked = calls.run(0, () -> workbench.check(draft));
        return DraftCalls.answer(draft, new Checked(checked.problems(), checked.warnings()))
                .build();
    }

    /** What differs between a draft and the ruleset that it changes. */
    @GET
    @Path("{id}/difference")
    public Response difference(@PathParam("id") String id) throws IOException {
        Draft draft = calls.draft(id);
        TablesDiff diff = calls.run(0, () -> workbench.difference(draft));
        return DraftCalls.answer(draft, TablesDiffWriter.indented(diff, DraftCalls.words(diff)))
                .build();
    }
}
