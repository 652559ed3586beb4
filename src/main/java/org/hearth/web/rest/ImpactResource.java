package org.hearth.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.hearth.batch.ImpactRun;
import org.hearth.batch.InputKind;
import org.hearth.batch.Intakes;
import org.hearth.evaluate.Evaluator;
import org.hearth.evaluate.Impact;
import org.hearth.json.ImpactWriter;
import org.hearth.report.ImpactHtml;
import org.hearth.ruleset.Ruleset;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.web.request.BodyLimit;
import org.hearth.web.request.CurrentRuleset;
import org.hearth.web.request.Incident;
import org.hearth.web.request.RequestBody;

/** {@code POST /v1/rulesets/{version}/impact}: what a kept ruleset would do to claims in the place of the active one. */
@Path("/v1/rulesets/{version}/impact")
public final class ImpactResource {

    private static final int BUFFER = 1 << 16;

    private final CurrentRuleset current;
    private final BodyLimit limit;

    ImpactResource(CurrentRuleset current, BodyLimit limit) {
        this.current = current;
        this.limit = limit;
    }

    /** Claims of any kind, told by their content, judged by both rulesets; answered when all are. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson", "application/edi-x12"})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response impact(@PathParam("version") String version, InputStream in, @Context HttpHeaders headers)
            throws IOException {
        boolean page = page(headers);
        Ruleset before = current.get().ruleset();
        Ruleset after = current.get(version).ruleset();
        BufferedInputStream body = new BufferedInputStream(new RequestBody(in, limit), BUFFER);
        ClaimsOfAnyKind.require(InputKind.of(body));
        TablesDiff diff = DiffResource.between(before, after);
        Impact impact = new Impact(before.version(), after.version());
        try (ImpactRun run = new ImpactRun(
                new Evaluator(() -> before),
                new Evaluator(() -> after),
                diff.renamedRows(),
                diff.changedRows().keySet(),
                Incident::report,
                impact,
                1)) {
            run.run(Intakes.open(body, null));
            run.finish();
        }
        if (!page) {
            return Response.ok(ImpactWriter.indented(diff, impact).getBytes(StandardCharsets.UTF_8))
                    .type(MediaType.APPLICATION_JSON)
                    .build();
        }
        StringBuilder html = new StringBuilder();
        new ImpactHtml(html).write(diff, impact);
        return Response.ok(html.toString().getBytes(StandardCharsets.UTF_8))
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .build();
    }

    /** Whether a page is asked for; whoever takes anything gets JSON. */
    private static boolean page(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return true;
            }
        }
        throw new NotAcceptableException();
    }
}
