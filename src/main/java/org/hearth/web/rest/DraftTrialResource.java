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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftRuns;
import org.hearth.draft.Trial;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.ClaimReader;
import org.hearth.json.EvaluationWriter;
import org.hearth.json.Problems;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.TriedClaim;
import org.hearth.web.guard.Administered;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;
import org.hearth.web.request.RequestBody;

/** {@code POST /v1/drafts/{id}/trial}: what a draft makes of a claim. */
@Path("/v1/drafts/{id}/trial")
@Produces(MediaType.APPLICATION_JSON)
@Administered
public final class DraftTrialResource {

    /** What a draft makes of a claim; {@code active} and {@code draft} are evaluations. */
    public record Tried(JsonNode active, JsonNode draft, List<Trial.Matched> matched, List<Trial.Near> nearest) {}

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_TABLES = 20;

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
    public Response trial(@PathParam("id") String id, @QueryParam("table") List<String> tables, InputStream body)
            throws IOException {
        Draft draft = calls.draft(id);
        byte[] sent = RequestBody.whole(body, MOST_BYTES);
        if (sent.length > MOST_BYTES) {
            throw Answers.refusal(Answers.tooLarge(MOST_BYTES, "send one claim"));
        }
        if (tables.size() > MOST_TABLES) {
            throw Answers.refusal(JsonBody.invalid("", null, "there are too many tables", "name up to " + MOST_TABLES));
        }
        for (String table : tables) {
            calls.file(draft, table);
        }
        String text = new String(sent, StandardCharsets.UTF_8);
        Claim claim;
        UnaryOperator<Evaluator> on;
        try {
            if (TriedClaim.isExample(text)) {
                TriedClaim tried = TriedClaim.of(text);
                claim = tried.claim();
                on = tried::on;
            } else {
                claim = ClaimReader.read(sent, Origin.NONE);
                on = evaluator -> evaluator;
            }
        } catch (TriedClaim.UnreadableException e) {
            throw Answers.refusal(unreadable("", e));
        }
        ActiveRuleset.Loaded active = current.get();
        Trial trial = calls.run(0, () -> runs.trial(draft, claim, on, active.ruleset(), tables));
        return DraftCalls.answer(
                        draft,
                        new Tried(
                                json.readTree(EvaluationWriter.line(trial.active())),
                                json.readTree(EvaluationWriter.line(trial.draft())),
                                trial.matched(),
                                trial.nearest()))
                .build();
    }

    /** What a claim that cannot be read is answered with. */
    static Problems unreadable(String pointer, TriedClaim.UnreadableException why) {
        return JsonBody.invalid(
                pointer,
                null,
                "the claim cannot be read: " + why.getMessage(),
                "send a claim as JSON, or in the words of an example, such as {bill: 34X, lines: [2018-05-01 0420 97110 GP"
                        + " 2u 30m]}");
    }
}
