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
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.hearth.batch.Format;
import org.hearth.batch.InputKind;
import org.hearth.batch.Minutes;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.MinutesReader;
import org.hearth.json.Problems;
import org.hearth.release.ActiveRuleset;
import org.hearth.sent.LiveHistory;
import org.hearth.web.form.FormParts;
import org.hearth.web.request.Answers;
import org.hearth.web.request.BodyLimit;
import org.hearth.web.request.ClaimsAnswer;
import org.hearth.web.request.CurrentRuleset;
import org.hearth.web.request.ErrorMapper;
import org.hearth.web.request.RequestBody;
import org.hearth.x12.acknowledgement.Acknowledgements;
import org.hearth.x12.acknowledgement.Held;

/**
 * {@code GET /}: a page for people, who choose a file of claims and read the report. What its form sends is judged and
 * forgotten: nothing of it reaches a file, and no cookie tells who sent it.
 */
@Path("/")
public final class PageResource {

    private static final int MOST_MINUTES = 16 << 20;
    private static final int LONGEST_WORD = 100;

    private static final Problems NO_CLAIMS =
            Problems.of(400, "no claims", "no claims came with the form, or the file is empty; choose one with claims");

    /** What the form can ask for, and how an answer that is saved ends. */
    private static final Map<Format, String> SAVED = Map.of(
            Format.NDJSON, "ndjson",
            Format.CLAIM_ACKNOWLEDGEMENT, "277ca.edi",
            Format.IMPLEMENTATION_ACKNOWLEDGEMENT, "999.edi");

    private final CurrentRuleset current;
    private final BodyLimit limit;
    private final Acknowledgements acknowledgements;
    private final LiveHistory history;

    PageResource(CurrentRuleset current, BodyLimit limit, Acknowledgements acknowledgements, LiveHistory history) {
        this.history = history;
        this.current = current;
        this.limit = limit;
        this.acknowledgements = acknowledgements;
    }

    /** The page with the form. */
    @GET
    @Produces(Pages.HTML)
    public Response page() {
        Problems unready = current.problem();
        return unready == null ? Pages.form(current.get().ruleset().version(), limit.bytes()) : Pages.unready(unready);
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
            return answer(new RequestBody(in, limit), type);
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

    private Response answer(RequestBody body, String type) throws IOException {
        ActiveRuleset.Loaded loaded = current.get();
        ClaimsAnswer answer = new ClaimsAnswer(
                new Evaluator(loaded::ruleset)::evaluate,
                loaded.ruleset().catalog().notJudged(),
                acknowledgements,
                body,
                history);
        FormParts parts = new FormParts(body, type);
        Format format = null;
        Minutes minutes = null;
        boolean minutesKnown = false;
        Held held = null;
        String file = null;
        for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
            switch (part.name()) {
                case "answer" -> format = format(part.content());
                case "minutes" -> {
                    minutes = minutes(part.content());
                    minutesKnown = true;
                }
                case "claims" -> {
                    file = part.fileName() == null || part.fileName().isEmpty() ? null : part.fileName();
                    InputStream claims = new BufferedInputStream(part.content());
                    if (InputKind.of(claims) == InputKind.EMPTY) {
                        throw Answers.refusal(NO_CLAIMS);
                    }
                    if (format != null && minutesKnown) {
                        return answered(answer.whole(claims, file, minutes, format), format, file);
                    }
                    // a form without the page's script sends the claims first
                    held = new Held(Answers.MOST_HELD);
                    claims.transferTo(held.in());
                }
                default ->
                    throw Answers.refusal(
                            Problems.of(400, "unknown field", "the form has a field that is none of this page"));
            }
        }
        if (held == null) {
            throw Answers.refusal(NO_CLAIMS);
        }
        format = format == null ? Format.HTML : format;
        return answered(answer.whole(held.read(), file, minutes, format), format, file);
    }

    private static Format format(InputStream content) throws IOException {
        Format format = Format.of(new String(content.readNBytes(LONGEST_WORD), StandardCharsets.UTF_8))
                .orElse(null);
        if (format == null || format != Format.HTML && !SAVED.containsKey(format)) {
            throw Answers.refusal(
                    Problems.of(400, "unknown answer", "`answer` is none of `html`, `ndjson`, `277ca` and `999`"));
        }
        return format;
    }

    private static Minutes minutes(InputStream content) throws IOException {
        byte[] minutes = content.readNBytes(MOST_MINUTES + 1);
        if (minutes.length > MOST_MINUTES) {
            throw Answers.refusal(
                    Answers.tooLarge(MOST_MINUTES, "minutes may not be larger; send fewer claims at a time"));
        }
        return minutes.length == 0 ? null : new Minutes(MinutesReader.read(new ByteArrayInputStream(minutes)));
    }

    private static Response answered(StreamingOutput answer, Format format, String file) {
        if (format == Format.HTML) {
            return Pages.report(answer);
        }
        String name =
                file == null ? "claims" : file.replaceAll("(?i)\\.gz$", "").replaceAll("\\.[^.]*$", "");
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return Response.ok(answer, format == Format.NDJSON ? "application/x-ndjson" : "application/edi-x12")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + (plain.isEmpty() ? "claims" : plain) + "." + SAVED.get(format)
                                + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
