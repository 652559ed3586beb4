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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.hearth.batch.Format;
import org.hearth.decision.CallKind;
import org.hearth.decision.Judging;
import org.hearth.json.Problems;
import org.hearth.release.ActiveRuleset;
import org.hearth.sent.LiveHistory;
import org.hearth.sent.UnusableHistoryException;
import org.hearth.web.request.Answers;
import org.hearth.web.request.BodyLimit;
import org.hearth.web.request.ClaimsAnswer;
import org.hearth.web.request.ClaimsForm;
import org.hearth.web.request.ClaimsJudge;
import org.hearth.web.request.CurrentRuleset;
import org.hearth.web.request.ErrorMapper;
import org.hearth.web.request.RequestBody;
import org.hearth.x12.acknowledgement.Acknowledgements;

/**
 * {@code GET /}: a page for people, who choose files of claims, and look at them and correct them at a desk; without script
 * they read the report. What its form sends is judged and forgotten, and no cookie tells who sent it.
 */
@Path("/")
public final class PageResource {

    /** What the form can ask for, and how an answer that is saved ends. */
    private static final Map<Format, String> SAVED = Map.of(
            Format.NDJSON, "ndjson",
            Format.CSV, "csv",
            Format.XLSX, "xlsx",
            Format.CLAIM_ACKNOWLEDGEMENT, "277ca.edi",
            Format.IMPLEMENTATION_ACKNOWLEDGEMENT, "999.edi");

    private static final Map<Format, String> TYPES = Map.of(
            Format.NDJSON, "application/x-ndjson",
            Format.CSV, "text/csv;charset=UTF-8",
            Format.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** What leads from the page to those of the findings. */
    private static final String FINDING_PAGES = "findings/";

    private final CurrentRuleset current;
    private final ClaimsJudge judge;
    private final BodyLimit limit;
    private final Acknowledgements acknowledgements;
    private final LiveHistory history;

    PageResource(
            CurrentRuleset current,
            ClaimsJudge judge,
            BodyLimit limit,
            Acknowledgements acknowledgements,
            LiveHistory history) {
        this.history = history;
        this.current = current;
        this.judge = judge;
        this.limit = limit;
        this.acknowledgements = acknowledgements;
    }

    /** The page with the form. */
    @GET
    @Produces(Pages.HTML)
    public Response page() {
        Problems unready = current.problem();
        return unready == null
                ? Pages.form(current.get().ruleset().version(), limit.bytes(), keepsHistory())
                : Pages.unready(unready);
    }

    private boolean keepsHistory() {
        try {
            return history.toKeep().isPresent();
        } catch (UnusableHistoryException e) {
            // the operator learns why from the calls that need it
            return false;
        }
    }

    /**
     * Judges the claims of the form. Whoever takes a page gets one even if something is wrong; the page's script asks for
     * a problem instead.
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response check(
            InputStream in,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        try {
            return answer(new RequestBody(in, limit), type, Pages.isAccepted(accept));
        } catch (IOException | RuntimeException e) {
            Problems problem = ErrorMapper.problem(e);
            if (!Pages.isAccepted(accept)) {
                return Answers.of(problem);
            }
            return problem.equals(current.problem())
                    ? Pages.unready(problem)
                    : Pages.answer(problem.status(), Pages.problem(problem, limit.bytes()));
        }
    }

    /** @param shown whether the answer is shown where it comes from; else its links would lead nowhere */
    private Response answer(RequestBody body, String type, boolean shown) throws IOException {
        ActiveRuleset.Loaded loaded = current.get();
        Judging judging = judge.by(loaded.ruleset(), CallKind.PAGE);
        ClaimsAnswer answer = new ClaimsAnswer(
                judging,
                judging,
                loaded.ruleset().catalog().notJudged(),
                acknowledgements,
                body,
                history,
                shown ? FINDING_PAGES : null);
        ClaimsForm form = ClaimsForm.read(body, type);
        Format format = form.format().orElse(Format.HTML);
        StreamingOutput report = answer.whole(form.claims(), form.file(), form.sidecars(), format);
        form.end();
        return answered(report, format, form.file());
    }

    private static Response answered(StreamingOutput answer, Format format, String file) {
        if (format == Format.HTML) {
            return Pages.report(answer);
        }
        String name =
                file == null ? "claims" : file.replaceAll("(?i)\\.gz$", "").replaceAll("\\.[^.]*$", "");
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return Response.ok(answer, TYPES.getOrDefault(format, "application/edi-x12"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + (plain.isEmpty() ? "claims" : plain) + "." + SAVED.get(format)
                                + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
