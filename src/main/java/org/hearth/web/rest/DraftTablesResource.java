package org.hearth.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.Map;
import org.hearth.draft.Draft;
import org.hearth.draft.Workbench;
import org.hearth.web.request.Answers;
import org.hearth.web.request.RequestBody;

/** {@code /v1/drafts/{id}/tables}: the tables of a draft, as grids and as workbooks. */
@Path("/v1/drafts/{id}/tables")
public final class DraftTablesResource {

    private final Workbench workbench;
    private final DraftCalls calls;

    DraftTablesResource(Workbench workbench, DraftCalls calls) {
        this.workbench = workbench;
        this.calls = calls;
    }

    /** A table of a draft as a grid. */
    @GET
    @Path("{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response grid(@PathParam("id") String id, @PathParam("name") String name) throws IOException {
        Draft draft = calls.draft(id);
        String file = calls.file(draft, name);
        return DraftCalls.answer(draft, calls.run(0, () -> workbench.grid(draft, file)))
                .build();
    }

    /** A table's workbook. */
    @GET
    @Path("{name}.xlsx")
    @Produces(TablesResource.WORKBOOK)
    public Response workbook(@PathParam("id") String id, @PathParam("name") String name) throws IOException {
        Draft draft = calls.draft(id);
        String file = calls.file(draft, name);
        return DraftCalls.answer(draft, calls.run(0, () -> workbench.workbook(draft, file)))
                .header(HttpHeaders.CONTENT_DISPOSITION, TablesResource.attachment(file))
                .build();
    }

    /** Takes a workbook that was edited elsewhere in the place of a table's. */
    @PUT
    @Path("{name}.xlsx")
    @Consumes({TablesResource.WORKBOOK, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    public Response take(
            @PathParam("id") String id, @PathParam("name") String name, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        long revision = calls.revision(headers);
        String file = calls.file(calls.draft(id), name);
        byte[] workbook = RequestBody.whole(body, UploadedWorkbooks.MOST_BYTES);
        if (workbook.length > UploadedWorkbooks.MOST_BYTES) {
            throw Answers.refusal(Answers.tooLarge(UploadedWorkbooks.MOST_BYTES, "no workbook of ours is as large"));
        }
        Draft draft = calls.run(revision, () -> workbench.take(id, revision, Map.of(file, workbook)));
        return calls.edited(draft, file);
    }
}
