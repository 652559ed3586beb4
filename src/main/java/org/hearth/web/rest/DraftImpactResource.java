package org.hearth.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.hearth.batch.ImpactRun;
import org.hearth.batch.InputKind;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftReleases;
import org.hearth.draft.DraftRuns;
import org.hearth.draft.Workbench;
import org.hearth.evaluate.Evaluator;
import org.hearth.evaluate.Impact;
import org.hearth.json.ImpactWriter;
import org.hearth.ruleset.Ruleset;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.web.request.BodyLimit;
import org.hearth.web.request.CurrentRuleset;
import org.hearth.web.request.Incident;
import org.hearth.web.request.RequestBody;

/** {@code POST /v1/drafts/{id}/impact}: what a draft would do to claims, as the change of what is active now. */
@Path("/v1/drafts/{id}/impact")
public final class DraftImpactResource {

    private static final int BUFFER = 1 << 16;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final Workbench workbench;
    private final DraftRuns runs;
    private final DraftReleases releases;
    private final DraftCalls calls;
    private final CurrentRuleset current;
    private final LongRuns longRuns;
    private final BodyLimit limit;

    DraftImpactResource(
            Workbench workbench,
            DraftRuns runs,
            DraftReleases releases,
            DraftCalls calls,
            CurrentRuleset current,
            LongRuns longRuns,
            BodyLimit limit) {
        this.workbench = workbench;
        this.runs = runs;
        this.releases = releases;
        this.calls = calls;
        this.current = current;
        this.longRuns = longRuns;
        this.limit = limit;
    }

    /** Judges claims of any kind by both, tells how many it has come to, and last what differs; hanging up ends the run. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson", "application/edi-x12"})
    @Produces(LongRuns.NDJSON)
    public Response impact(@PathParam("id") String id, InputStream in) throws IOException {
        Draft kept = calls.draft(id);
        longRuns.begin();
        Draft draft = calls.run(0, () -> releases.checks().onActive(kept));
        Ruleset before = current.get(draft.base()).ruleset();
        Ruleset after = calls.run(0, () -> runs.ruleset(draft));
        TablesDiff diff = calls.run(0, () -> workbench.difference(draft));
        BufferedInputStream body = new BufferedInputStream(new RequestBody(in, limit), BUFFER);
        ClaimsOfAnyKind.require(InputKind.of(body));
        StreamingOutput answer = longRuns.answer(out -> {
            Impact impact = new Impact(before.version(), after.version());
            try (ImpactRun run = new ImpactRun(
                    new Evaluator(() -> before),
                    new Evaluator(() -> after),
                    diff.renamedRows(),
                    diff.changedRows().keySet(),
                    Incident::report,
                    impact,
                    threads())) {
                run.run(counted(Intakes.open(body, null), out));
                run.finish();
            }
            if (impact.whole() && !impact.defect()) {
                workbench.drafts().impacts().keep(draft, impact);
            }
            out.line("{\"impact\":" + ImpactWriter.line(diff, impact) + "}");
        });
        return Response.ok(answer).build();
    }

    /** All cores but one, which goes on answering others. */
    private static int threads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    private static Intake counted(Intake intake, LongRuns.Lines out) {
        return new Intake() {
            private long claims;
            private long told = System.nanoTime();

            @Override
            public Item next() throws IOException {
                Item item = intake.next();
                claims += item instanceof Read ? 1 : 0;
                if (System.nanoTime() - told >= PAUSE) {
                    told = System.nanoTime();
                    out.line("{\"progress\":{\"claims\":" + claims + "}}");
                    out.flush();
                }
                return item;
            }
        };
    }
}
