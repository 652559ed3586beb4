package org.hearth.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.hearth.batch.Format;
import org.hearth.batch.InputKind;
import org.hearth.batch.Intakes;
import org.hearth.batch.Pasts;
import org.hearth.batch.Sidecars;
import org.hearth.claim.Claim;
import org.hearth.claim.Door;
import org.hearth.claim.Origin;
import org.hearth.decision.CallKind;
import org.hearth.decision.Judging;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Shown;
import org.hearth.history.Past;
import org.hearth.history.SentClaims;
import org.hearth.json.ClaimReader;
import org.hearth.json.EvaluationWriter;
import org.hearth.json.Problems;
import org.hearth.ruleset.Ruleset;
import org.hearth.sent.LiveHistory;
import org.hearth.web.page.Pages;
import org.hearth.web.request.Answers;
import org.hearth.web.request.BodyLimit;
import org.hearth.web.request.ClaimsAnswer;
import org.hearth.web.request.ClaimsBeside;
import org.hearth.web.request.ClaimsForm;
import org.hearth.web.request.ClaimsJudge;
import org.hearth.web.request.CurrentRuleset;
import org.hearth.web.request.RequestBody;
import org.hearth.x12.acknowledgement.Acknowledgements;

/** {@code POST /v1/evaluations}: judges a claim, or a batch of them while it arrives. */
@Path("/v1/evaluations")
public final class EvaluationsResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String X12 = "application/edi-x12";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** The version of a kept ruleset to judge by in the place of the active one. */
    private static final String AS_OF = "asOf";

    /** Whether each finding tells which facts met its rule. */
    private static final String EXPLAIN = "explain";

    /** {@code none}: judged without what was marked as sent. */
    private static final String HISTORY = "history";

    /** Whether each evaluation has its claim beside it, once the body was taken whole; {@code listed}: after a row. */
    private static final String CLAIMS = "claims";

    private static final String LISTED = "listed";

    /** {@code 837I}: claims as JSON are judged as if they had come in such a file. */
    private static final String AS = "as";

    private static final String ACKNOWLEDGEMENT = "acknowledgement";
    private static final Set<Format> ACKNOWLEDGEMENTS =
            EnumSet.of(Format.CLAIM_ACKNOWLEDGEMENT, Format.IMPLEMENTATION_ACKNOWLEDGEMENT);
    private static final int BUFFER = 1 << 16;

    private final CurrentRuleset current;
    private final ClaimsJudge judge;
    private final BodyLimit limit;
    private final Acknowledgements acknowledgements;
    private final LiveHistory history;

    EvaluationsResource(
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

    /** One claim, answered by one evaluation; or a list of claims, answered by a list. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(
            InputStream in,
            @QueryParam(AS_OF) String asOf,
            @QueryParam(EXPLAIN) String explain,
            @QueryParam(HISTORY) String past,
            @Context HttpHeaders headers)
            throws IOException {
        requireAccepted(headers, MediaType.APPLICATION_JSON_TYPE);
        Question question = question(in, asOf, explain, past, MediaType.APPLICATION_JSON);
        if (question.kind == InputKind.JSON_LIST) {
            return Response.ok(question.answer.asTheyArrive(question.in, Format.JSON))
                    .build();
        }
        byte[] claim = question.in.readNBytes(ClaimReader.MAX_BYTES + 1);
        if (claim.length > ClaimReader.MAX_BYTES) {
            throw Answers.refusal(
                    Answers.tooLarge(ClaimReader.MAX_BYTES, "a single claim may not be larger; shorten its history"));
        }
        var evaluation = judged(question, read(claim, question));
        return Response.ok(EvaluationWriter.line(evaluation).getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** Claims one after another, or an 837I file, answered by an evaluation a line. */
    @POST
    @Consumes({NDJSON, X12})
    @Produces(NDJSON)
    public StreamingOutput lines(
            InputStream in,
            @QueryParam(AS_OF) String asOf,
            @QueryParam(EXPLAIN) String explain,
            @QueryParam(HISTORY) String past,
            @QueryParam(CLAIMS) String claims,
            @QueryParam(AS) String as,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Context HttpHeaders headers)
            throws IOException {
        requireAccepted(headers, MediaType.valueOf(NDJSON));
        if (besides(claims)) {
            return beside(asOf, explain, past, claims).file(new RequestBody(in, limit));
        }
        boolean filed = filed(as);
        Question question = question(in, asOf, explain, past, type.getType() + "/" + type.getSubtype(), filed);
        return question.answer.asTheyArrive(question.in, Format.NDJSON);
    }

    /** Claims of any kind, answered by a page to read. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON, X12})
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8;qs=0.5")
    public Response report(
            InputStream in,
            @QueryParam(AS_OF) String asOf,
            @QueryParam(HISTORY) String past,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type)
            throws IOException {
        Question question = question(in, asOf, null, past, type.getType() + "/" + type.getSubtype());
        return Pages.report(question.answer.whole(question.in, null, new Sidecars(), Format.HTML));
    }

    /** Claims of any kind, answered by a table of the findings or by a workbook of claims and findings. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON, X12})
    @Produces({CSV + ";charset=UTF-8;qs=0.4", XLSX + ";qs=0.4"})
    public Response table(
            InputStream in,
            @QueryParam(AS_OF) String asOf,
            @QueryParam(HISTORY) String past,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Context HttpHeaders headers)
            throws IOException {
        Format format = tableFormat(headers);
        Question question = question(in, asOf, null, past, type.getType() + "/" + type.getSubtype());
        return table(question.answer.whole(question.in, null, new Sidecars(), format), format);
    }

    /** The same as a form. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({CSV + ";charset=UTF-8;qs=0.4", XLSX + ";qs=0.4"})
    public Response formTable(
            InputStream in,
            @QueryParam(AS_OF) String asOf,
            @QueryParam(HISTORY) String past,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @Context HttpHeaders headers)
            throws IOException {
        Format format = tableFormat(headers);
        return table(answer(in, asOf, null, past, type, format), format);
    }

    /** Which of the tables is asked for, the sender's first choice first. */
    private static Format tableFormat(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.valueOf(CSV))) {
                return Format.CSV;
            }
            if (accepted.isCompatible(MediaType.valueOf(XLSX))) {
                return Format.XLSX;
            }
        }
        throw new NotAcceptableException();
    }

    /** A table under the media type of its format. */
    private static Response table(StreamingOutput table, Format format) {
        return Response.ok(table, format == Format.CSV ? CSV + ";charset=UTF-8" : XLSX)
                .build();
    }

    /** Claims of any kind as a form, with what stands beside them, answered by an evaluation a line. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(NDJSON)
    public StreamingOutput form(
            InputStream in,
            @QueryParam(AS_OF) String asOf,
            @QueryParam(EXPLAIN) String explain,
            @QueryParam(HISTORY) String past,
            @QueryParam(CLAIMS) String claims,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @Context HttpHeaders headers)
            throws IOException {
        requireAccepted(headers, MediaType.valueOf(NDJSON));
        if (besides(claims)) {
            return beside(asOf, explain, past, claims).form(new RequestBody(in, limit), type);
        }
        return answer(in, asOf, explain, past, type, Format.NDJSON);
    }

    /** The same, answered by a page to read. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8;qs=0.5")
    public Response formReport(
            InputStream in,
            @QueryParam(AS_OF) String asOf,
            @QueryParam(HISTORY) String past,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type)
            throws IOException {
        return Pages.report(answer(in, asOf, null, past, type, Format.HTML));
    }

    private StreamingOutput answer(InputStream in, String asOf, String explain, String past, String type, Format format)
            throws IOException {
        SentClaims sent = sent(past, history);
        Ruleset ruleset = current.get(asOf).ruleset();
        RequestBody body = new RequestBody(in, limit);
        ClaimsForm form = ClaimsForm.read(body, type);
        Judging judging = judge.by(ruleset, CallKind.BATCH, said(EXPLAIN, explain));
        ClaimsAnswer answer = new ClaimsAnswer(judging, judging, List.of(), acknowledgements, body, sent, null);
        StreamingOutput answered = answer.whole(form.claims(), form.file(), form.sidecars(), format);
        form.end();
        return answered;
    }

    private static boolean besides(String claims) {
        return LISTED.equals(claims) || said(CLAIMS, claims, ", `" + LISTED + "`");
    }

    private ClaimsBeside beside(String asOf, String explain, String past, String claims) throws IOException {
        Ruleset ruleset = current.get(asOf).ruleset();
        return new ClaimsBeside(
                judge.by(ruleset, CallKind.DESK, said(EXPLAIN, explain)),
                ruleset.codes(),
                sent(past, history),
                LISTED.equals(claims));
    }

    /** An 837I file, answered by a 277CA, or by a 999 if {@code Accept} says so. */
    @POST
    @Consumes(X12)
    @Produces(X12 + ";qs=0.4")
    public Response acknowledgement(
            InputStream in,
            @QueryParam(AS_OF) String asOf,
            @QueryParam(HISTORY) String past,
            @Context HttpHeaders headers)
            throws IOException {
        String kind = headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.toString().startsWith(X12))
                .map(type -> type.getParameters().getOrDefault(ACKNOWLEDGEMENT, "277ca"))
                .findFirst()
                .orElse("277ca");
        Format format = Format.of(kind)
                .filter(ACKNOWLEDGEMENTS::contains)
                .orElseThrow(() -> Answers.refusal(Problems.of(
                        406,
                        "not acceptable",
                        "`Accept` asks for an acknowledgement that there is not; write `" + X12 + "; " + ACKNOWLEDGEMENT
                                + "=277ca` or `" + X12 + "; " + ACKNOWLEDGEMENT + "=999`")));
        Question question = question(in, asOf, null, past, X12);
        return Response.ok(
                        question.answer.whole(question.in, null, new Sidecars(), format),
                        X12 + ";" + ACKNOWLEDGEMENT + "=" + format.label())
                .build();
    }

    private static Claim read(byte[] claim, Question question) {
        try {
            return ClaimReader.read(claim, Origin.NONE);
        } catch (RuntimeException e) {
            question.judging.unreadable();
            throw e;
        }
    }

    private static Evaluation judged(Question question, Claim claim) {
        try (Pasts pasts = new Pasts(question.sent)) {
            return question.judging.apply(claim, pasts.before(claim));
        }
    }

    /** Of several methods that take a body, the framework falls back on one that answers what was not asked for. */
    private static void requireAccepted(HttpHeaders headers, MediaType answered) {
        if (headers.getAcceptableMediaTypes().stream().noneMatch(answered::isCompatible)) {
            throw new NotAcceptableException();
        }
    }

    /**
     * Whether claims as JSON are to be judged as if they stood in a file.
     *
     * @throws jakarta.ws.rs.WebApplicationException with status 400 if that says neither
     */
    static boolean filed(String as) {
        if (as == null) {
            return false;
        }
        if (as.equals("837I")) {
            return true;
        }
        throw Answers.refusal(
                Problems.of(400, "unknown value", "`as` is " + Shown.value(as) + "; write `837I`, or leave it out"));
    }

    /** What a claim does not say it is without, as in a file. */
    private static BiFunction<Claim, Past, Evaluation> asFiled(Judging judging) {
        return judging.of(claim -> claim.toBuilder().door(Door.X12).build());
    }

    private Question question(InputStream in, String asOf, String explain, String past, String declared)
            throws IOException {
        return question(in, asOf, explain, past, declared, false);
    }

    private Question question(InputStream in, String asOf, String explain, String past, String declared, boolean filed)
            throws IOException {
        SentClaims sent = sent(past, history);
        Ruleset ruleset = current.get(asOf).ruleset();
        boolean explained = said(EXPLAIN, explain);
        RequestBody body = new RequestBody(in, limit);
        BufferedInputStream buffered = new BufferedInputStream(body, BUFFER);
        InputKind kind = InputKind.of(buffered);
        boolean json = kind == InputKind.JSON || kind == InputKind.JSON_LIST;
        if (declared.equals(X12) ? kind != InputKind.X12 : !json) {
            throw Answers.refusal(mismatch(kind, declared));
        }
        boolean single = kind == InputKind.JSON && declared.equals(MediaType.APPLICATION_JSON);
        Judging judging = judge.by(ruleset, single ? CallKind.CLAIM : CallKind.BATCH, explained);
        ClaimsAnswer answer = new ClaimsAnswer(
                judging, filed ? asFiled(judging) : judging, List.of(), acknowledgements, body, sent, null);
        return new Question(judging, answer, sent, buffered, kind);
    }

    /** What was sent before, unless a request asks for none of it. */
    static SentClaims sent(String past, SentClaims history) {
        if (past == null) {
            return history;
        }
        if (past.equals("none")) {
            return SentClaims.NONE;
        }
        throw Answers.refusal(Problems.of(
                400, "unknown value", "`history` is " + Shown.value(past) + "; write `none`, or leave it out"));
    }

    private static boolean said(String name, String value) {
        return said(name, value, "");
    }

    /** @param others what else may be written, as it is told */
    private static boolean said(String name, String value, String others) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw Answers.refusal(Problems.of(
                400,
                "unknown value",
                "`" + name + "` is " + Shown.value(value) + "; write `true`" + others + " or `false`"));
    }

    /** That a body is of another kind than its media type says. */
    static Problems mismatch(InputKind kind, String declared) {
        return switch (kind) {
            case GZIP -> ClaimsOfAnyKind.COMPRESSED;
            case JSON, JSON_LIST ->
                Problems.of(
                        415,
                        "body of another kind",
                        "the body is JSON, `Content-Type` says `" + declared + "`; send it as `"
                                + MediaType.APPLICATION_JSON + "` or `" + NDJSON + "`");
            case X12 ->
                Problems.of(
                        415,
                        "body of another kind",
                        "the body is an X12 file, `Content-Type` says `" + declared + "`; send it as `" + X12 + "`");
            default -> Intakes.strange(kind);
        };
    }

    /** A body whose kind is known, to be judged by one ruleset. */
    private record Question(Judging judging, ClaimsAnswer answer, SentClaims sent, InputStream in, InputKind kind) {}
}
