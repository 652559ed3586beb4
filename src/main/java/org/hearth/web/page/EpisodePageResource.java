package org.hearth.web.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.hearth.batch.EpisodeRun;
import org.hearth.batch.InputKind;
import org.hearth.batch.Intakes;
import org.hearth.decision.CallKind;
import org.hearth.episode.EpisodeAnswer;
import org.hearth.episode.Episodes;
import org.hearth.json.EpisodeWriter;
import org.hearth.json.Problems;
import org.hearth.report.EpisodeHtml;
import org.hearth.report.EpisodeSvg;
import org.hearth.ruleset.Ruleset;
import org.hearth.web.form.FormParts;
import org.hearth.web.request.Answers;
import org.hearth.web.request.BodyLimit;
import org.hearth.web.request.ClaimsJudge;
import org.hearth.web.request.CurrentRuleset;
import org.hearth.web.request.ErrorMapper;
import org.hearth.web.request.Incident;
import org.hearth.web.request.RequestBody;

/**
 * {@code GET /episodes}: a page for people, who choose files of claims and see them in time. It needs no script. What its form
 * sends is judged and forgotten.
 */
@Path("/episodes")
public final class EpisodePageResource {

    private static final int LONGEST_WORD = 100;
    private static final String PAGES = "findings/";

    private static final Problems NO_CLAIMS = Problems.of(
            400, "no claims", "no claims came with the form, or the files are empty; choose some with claims");

    private final CurrentRuleset current;
    private final ClaimsJudge judge;
    private final BodyLimit limit;

    EpisodePageResource(CurrentRuleset current, ClaimsJudge judge, BodyLimit limit) {
        this.current = current;
        this.judge = judge;
        this.limit = limit;
    }

    /** The page with the form. */
    @GET
    @Produces(Pages.HTML)
    public Response page() {
        Problems unready = current.problem();
        return unready == null
                ? Pages.episodes(null, "", current.get().ruleset().version(), limit.bytes())
                : Pages.unready(unready);
    }

    /** Shows the claims of the form. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response show(InputStream in, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        try {
            return answer(new RequestBody(in, limit), type);
        } catch (IOException | RuntimeException e) {
            Problems problem = ErrorMapper.problem(e);
            return problem.equals(current.problem())
                    ? Pages.unready(problem)
                    : Pages.episodes(problem, "", null, limit.bytes());
        }
    }

    private Response answer(RequestBody body, String type) throws IOException {
        Ruleset ruleset = current.get().ruleset();
        Episodes episodes = new Episodes(ruleset, judge.by(ruleset, CallKind.EPISODE));
        EpisodeRun run = new EpisodeRun(episodes, Incident::report);
        FormParts parts = new FormParts(body, type);
        String format = "html";
        boolean any = false;
        for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
            switch (part.name()) {
                case "answer" -> format = new String(part.content().readNBytes(LONGEST_WORD), StandardCharsets.UTF_8);
                case "claims" -> {
                    InputStream claims = new BufferedInputStream(part.content());
                    if (InputKind.of(claims) != InputKind.EMPTY) {
                        any = true;
                        run.run(Intakes.open(claims, part.fileName()));
                    }
                }
                default ->
                    throw Answers.refusal(
                            Problems.of(400, "unknown field", "the form has a field that is none of this page"));
            }
        }
        if (!any) {
            throw Answers.refusal(NO_CLAIMS);
        }
        EpisodeAnswer answer = run.answer();
        return switch (format) {
            case "html" -> Pages.episodes(null, EpisodeHtml.of(answer, PAGES), answer.ruleset(), limit.bytes());
            case "svg" -> saved(EpisodeSvg.of(answer, PAGES), EpisodeSvg.MEDIA_TYPE, format);
            case "json" -> saved(EpisodeWriter.indented(answer), MediaType.APPLICATION_JSON, format);
            default ->
                throw Answers.refusal(
                        Problems.of(400, "unknown answer", "`answer` is none of `html`, `svg` and `json`"));
        };
    }

    private static Response saved(String content, String type, String ending) {
        return Response.ok(content.getBytes(StandardCharsets.UTF_8), type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"episode." + ending + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
