package org.hearth.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hearth.batch.EpisodeRun;
import org.hearth.batch.InputKind;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.batch.SentIntake;
import org.hearth.decision.CallKind;
import org.hearth.episode.EpisodeAnswer;
import org.hearth.episode.Episodes;
import org.hearth.json.EpisodeWriter;
import org.hearth.json.Problems;
import org.hearth.report.EpisodeSvg;
import org.hearth.ruleset.Ruleset;
import org.hearth.sent.LiveHistory;
import org.hearth.sent.SentStore;
import org.hearth.sent.UnusableHistoryException;
import org.hearth.web.guard.AccessGuard;
import org.hearth.web.identity.Right;
import org.hearth.web.request.Answers;
import org.hearth.web.request.BodyLimit;
import org.hearth.web.request.ClaimsJudge;
import org.hearth.web.request.CurrentRuleset;
import org.hearth.web.request.Incident;
import org.hearth.web.request.RequestBody;

/** {@code POST /v1/episodes}: claims in time, by beneficiary and agency. */
@Path("/v1/episodes")
public final class EpisodesResource {

    private static final int BUFFER = 1 << 16;
    private static final MediaType PICTURE = MediaType.valueOf(EpisodeSvg.MEDIA_TYPE);

    /** What leads from the address of the call to the findings' pages. */
    private static final String PAGES = "../findings/";

    private final CurrentRuleset current;
    private final ClaimsJudge judge;
    private final BodyLimit limit;
    private final LiveHistory history;
    private final AccessGuard access;

    EpisodesResource(
            CurrentRuleset current, ClaimsJudge judge, BodyLimit limit, LiveHistory history, AccessGuard access) {
        this.current = current;
        this.judge = judge;
        this.limit = limit;
        this.history = history;
        this.access = access;
    }

    /**
     * Claims of any kind, told by their content; or, of whoever may see them alone, whose claims are meant of those that were marked
     * as sent, see {@link SentOf}. Answered when all were read.
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson", "application/edi-x12"})
    @Produces({MediaType.APPLICATION_JSON, EpisodeSvg.MEDIA_TYPE})
    public Response episodes(InputStream in, @Context HttpHeaders headers) throws IOException {
        boolean picture = picture(headers);
        Ruleset ruleset = current.get().ruleset();
        Episodes episodes = new Episodes(ruleset, judge.by(ruleset, CallKind.EPISODE));
        BufferedInputStream body = new BufferedInputStream(new RequestBody(in, limit), BUFFER);
        Optional<SentOf> asked = SentOf.of(body);
        EpisodeRun run = new EpisodeRun(episodes, Incident::report);
        if (asked.isPresent()) {
            access.require(Right.SENT);
            run.run(sent(asked.get()));
        } else {
            ClaimsOfAnyKind.require(InputKind.of(body));
            run.run(Intakes.open(body, null));
        }
        EpisodeAnswer answer = run.answer();
        if (!picture) {
            return Response.ok(EpisodeWriter.indented(answer).getBytes(StandardCharsets.UTF_8))
                    .type(MediaType.APPLICATION_JSON)
                    .build();
        }
        return Response.ok(EpisodeSvg.of(answer, PAGES).getBytes(StandardCharsets.UTF_8))
                .type(PICTURE)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src " + EpisodeSvg.styleSource()
                                + "; sandbox; frame-ancestors 'none'")
                .build();
    }

    private Intake sent(SentOf asked) throws IOException {
        try {
            SentStore store = history.toRead().orElseThrow(HistoryResource::off);
            return SentIntake.of(store, asked.member(), asked.npi())
                    .orElseThrow(() -> Answers.refusal(Problems.of(
                            404, "nothing sent", "nothing of this beneficiary and agency was marked as sent")));
        } catch (UnusableHistoryException e) {
            throw HistoryResource.unusable(e);
        }
    }

    /** Whether a picture is asked for; whoever takes anything gets JSON. */
    private static boolean picture(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(PICTURE)) {
                return true;
            }
        }
        throw new NotAcceptableException();
    }
}
