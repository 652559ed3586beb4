package org.hearth.web.rest;

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
import org.hearth.draft.Trial;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.EvaluationWriter;
import org.hearth.json.Problems;
import org.hearth.ruleset.Ruleset;
import org.hearth.tables.content.Table;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;

/** {@code POST /v1/releases/{version}/trial}: what a release makes of a claim, beside what is active. */
@Path("/v1/releases/{version}/trial")
@Produces(MediaType.APPLICATION_JSON)
public final class ReleaseTrialResource {

    /** What a release makes of a claim; {@code active} and {@code release} are evaluations, each with the version that gave it. */
    public record Tried(JsonNode active, JsonNode release, List<Trial.Matched> matched, List<Trial.Near> nearest) {}

    private final CurrentRuleset current;
    private final ObjectMapper json;

    ReleaseTrialResource(CurrentRuleset current, ObjectMapper json) {
        this.current = current;
        this.json = json;
    }

    /** Judges a claim, as JSON or in the words of an example, by a kept ruleset and by the active one. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    public Response trial(
            @PathParam("version") String version,
            @QueryParam("table") List<String> tables,
            @QueryParam("as") String as,
            InputStream body)
            throws IOException {
        Ruleset release = current.get(version).ruleset();
        Ruleset active = current.get().ruleset();
        TrialClaim tried = TrialClaim.read(body, as);
        TrialClaim.requireFew(tables);
        List<String> known = release.tables().stream().map(Table::name).toList();
        if (!known.containsAll(tables)) {
            throw Answers.refusal(
                    Problems.of(404, "no such table", "no table has this name; GET /v1/tables lists them all"));
        }
        Trial trial = Trial.of(
                tried.claim(),
                tried.on(new Evaluator(() -> active)),
                tried.on(new Evaluator(() -> release)),
                release,
                tables);
        return Response.ok(new Tried(
                        json.readTree(EvaluationWriter.line(trial.active())),
                        json.readTree(EvaluationWriter.line(trial.draft())),
                        trial.matched(),
                        trial.nearest()))
                .build();
    }
}
