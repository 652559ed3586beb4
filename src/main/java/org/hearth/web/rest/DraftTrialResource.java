package org.hearth.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftRuns;
import org.hearth.draft.Trial;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.EvaluationWriter;
import org.hearth.release.ActiveRuleset;
import org.hearth.ruleset.Ruleset;
import org.hearth.web.request.CurrentRuleset;

/** {@code POST /v1/drafts/{id}/trial}: what a draft makes of a claim. */
@Path("/v1/drafts/{id}/trial")
@Produces(MediaType.APPLICATION_JSON)
public final class DraftTrialResource {

    /**
     * What a draft makes of a claim; {@code active} and {@code draft} are evaluations.
     *
     * @param example the claim as an example would have it; only of an open draft, which may be given it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tried(
            JsonNode active,
            JsonNode draft,
            List<Trial.Matched> matched,
            List<Trial.Near> nearest,
            TrialClaim.AsExample example) {}

    private final DraftRuns runs;
    private final DraftCalls calls;
    private final CurrentRuleset current;
    private final ObjectMapper json;

    DraftTrialResource(DraftRuns runs, DraftCalls calls, CurrentRuleset current, ObjectMapper json) {
        this.runs = runs;
        this.calls = calls;
        this.current = current;
        this.json = json;
    }

    /** Judges a claim, as JSON or in the words of an example, by the draft and by the active ruleset. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    public Response trial(
            @PathParam("id") String id,
            @QueryParam("table") List<String> tables,
            @QueryParam("as") String as,
            InputStream body)
            throws IOException {
        Draft draft = calls.draft(id);
        TrialClaim tried = TrialClaim.read(body, as);
        TrialClaim.requireFew(tables);
        for (String table : tables) {
            calls.file(draft, table);
        }
        ActiveRuleset.Loaded active = current.get();
        Trial trial = calls.run(0, () -> runs.trial(draft, tried.claim(), tried::on, active.ruleset(), tables));
        Ruleset after = calls.run(0, () -> runs.ruleset(draft));
        return DraftCalls.answer(
                        draft,
                        new Tried(
                                json.readTree(EvaluationWriter.line(trial.active())),
                                json.readTree(EvaluationWriter.line(trial.draft())),
                                trial.matched(),
                                trial.nearest(),
                                draft.state() == Draft.State.OPEN ? tried.asExample(new Evaluator(() -> after)) : null))
                .build();
    }
}
