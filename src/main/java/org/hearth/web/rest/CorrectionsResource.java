package org.hearth.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import org.hearth.batch.CorrectionRun;
import org.hearth.batch.InputKind;
import org.hearth.batch.Intake;
import org.hearth.batch.Pasts;
import org.hearth.batch.Sidecars;
import org.hearth.batch.Unzipped;
import org.hearth.catalog.FindingCatalog;
import org.hearth.data.TemporaryFile;
import org.hearth.decision.CallKind;
import org.hearth.decision.Judging;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Correction;
import org.hearth.finding.LeftMend;
import org.hearth.history.SentClaims;
import org.hearth.json.ClaimCorrections;
import org.hearth.json.CorrectionsWriter;
import org.hearth.json.Problems;
import org.hearth.report.Tally;
import org.hearth.ruleset.Ruleset;
import org.hearth.sent.LiveHistory;
import org.hearth.web.request.Answers;
import org.hearth.web.request.BodyLimit;
import org.hearth.web.request.ClaimsForm;
import org.hearth.web.request.ClaimsJudge;
import org.hearth.web.request.CurrentRuleset;
import org.hearth.web.request.Incident;
import org.hearth.web.request.RequestBody;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** {@code POST /v1/corrections}: corrects claims, and answers them as they came with nothing else changed. */
@Path("/v1/corrections")
public final class CorrectionsResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String X12 = "application/edi-x12";
    private static final int BUFFER = 1 << 16;

    private final CurrentRuleset current;
    private final ClaimsJudge judge;
    private final BodyLimit limit;
    private final LiveHistory history;

    CorrectionsResource(CurrentRuleset current, ClaimsJudge judge, BodyLimit limit, LiveHistory history) {
        this.current = current;
        this.judge = judge;
        this.limit = limit;
        this.history = history;
    }

    /** Claims of any kind, of which the certain mends are made. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON, X12})
    public Response certain(
            InputStream in,
            @QueryParam("only") String only,
            @QueryParam("asOf") String asOf,
            @QueryParam("history") String past,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Context HttpHeaders headers)
            throws IOException {
        String declared = type.getType() + "/" + type.getSubtype();
        boolean changes = wantsChanges(headers, declared);
        Question question = question(only, asOf, past);
        RequestBody body = new RequestBody(in, limit);
        Plain claims = plain(body);
        InputKind kind = claims.kind();
        boolean json = kind == InputKind.JSON || kind == InputKind.JSON_LIST;
        if (declared.equals(X12) ? kind != InputKind.X12 : !json) {
            throw Answers.refusal(EvaluationsResource.mismatch(kind, declared));
        }
        Answer answer = new Answer(question, new ClaimCorrections(List.of(), true), changes);
        try {
            answer.correct(claims, null, new Sidecars(), body);
            return answer.response(declared);
        } catch (IOException | RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    /** A form with corrections, then claims of any kind, and what stands beside them. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response given(
            InputStream in,
            @QueryParam("only") String only,
            @QueryParam("asOf") String asOf,
            @QueryParam("history") String past,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @Context HttpHeaders headers)
            throws IOException {
        boolean changes = wantsChanges(headers, MediaType.WILDCARD);
        Question question = question(only, asOf, past);
        RequestBody body = new RequestBody(in, limit);
        ClaimsForm form = ClaimsForm.toCorrect(body, type);
        Plain claims = plain(form.claims());
        InputKind kind = claims.kind();
        ClaimsOfAnyKind.requireUnpacked(kind);
        Answer answer = new Answer(question, form.corrections(), changes);
        try {
            answer.correct(claims, form.file(), form.sidecars(), body);
            form.end();
            return answer.response(
                    kind == InputKind.X12 ? X12 : kind == InputKind.JSON_LIST ? MediaType.APPLICATION_JSON : NDJSON);
        } catch (IOException | RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    /** Claims that are not compressed, or no longer; the limit of a body holds for what is unpacked too. */
    private record Plain(BufferedInputStream in, InputKind kind, RequestBody unpacked) {}

    private Plain plain(InputStream sent) throws IOException {
        BufferedInputStream claims = new BufferedInputStream(sent, BUFFER);
        InputKind kind = InputKind.of(claims);
        if (kind != InputKind.GZIP) {
            return new Plain(claims, kind, null);
        }
        try {
            RequestBody unpacked = new RequestBody(new Unzipped(claims), limit);
            BufferedInputStream plain = new BufferedInputStream(unpacked, BUFFER);
            return new Plain(plain, InputKind.of(plain), unpacked);
        } catch (ZipException | EOFException e) {
            throw Answers.refusal(Problems.of(
                    400, "damaged file", "the gzip file is damaged; pack it again, or send the claims as they are"));
        }
    }

    /** Whether the changes are asked for and not the corrected claims; {@code application/json} by its name asks for them. */
    private static boolean wantsChanges(HttpHeaders headers, String answered) {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        boolean changes = accepted.stream()
                .anyMatch(type -> !type.isWildcardType()
                        && !type.isWildcardSubtype()
                        && type.isCompatible(MediaType.APPLICATION_JSON_TYPE));
        if (!changes && accepted.stream().noneMatch(MediaType.valueOf(answered)::isCompatible)) {
            throw new NotAcceptableException();
        }
        return changes;
    }

    private Question question(String only, String asOf, String past) throws IOException {
        SentClaims sent = EvaluationsResource.sent(past, history);
        Ruleset ruleset = current.get(asOf).ruleset();
        return new Question(judge.by(ruleset, CallKind.CORRECTION), ids(only, ruleset.catalog()), sent);
    }

    private static Set<String> ids(String only, FindingCatalog catalog) {
        try {
            return CorrectionRun.mendable(only == null ? List.of() : List.of(only.split(",")), catalog);
        } catch (IllegalArgumentException e) {
            throw Answers.refusal(Problems.of(400, "unknown value", "`only`: " + e.getMessage()));
        }
    }

    /** By what claims are judged, and which of their findings are mended. */
    private record Question(Judging judging, Set<String> only, SentClaims sent) {}

    /** The corrected claims or the changes, in a file until all was read: a part of either would be of no use. */
    private static final class Answer implements CorrectionRun.Listener, AutoCloseable {

        private final Question question;
        private final ClaimCorrections corrections;
        private final boolean changes;
        private final TemporaryFile kept = new TemporaryFile();
        private final Writer text = new OutputStreamWriter(kept.out(), StandardCharsets.UTF_8);
        private CorrectionsWriter writer;
        private Problems damage;
        private Problems unread;
        private boolean any;
        private boolean ended;

        Answer(Question question, ClaimCorrections corrections, boolean changes) throws IOException {
            this.question = question;
            this.corrections = corrections;
            this.changes = changes;
        }

        void correct(Plain claims, String file, Sidecars sidecars, RequestBody body) throws IOException {
            writer = new CorrectionsWriter(changes ? text : Writer.nullWriter());
            try (CorrectionRun run = new CorrectionRun(
                    question.judging(),
                    corrections,
                    question.only(),
                    Incident::report,
                    new Pasts(question.sent()),
                    this)) {
                Tally tally =
                        run.run(claims.in(), file, sidecars, changes ? OutputStream.nullOutputStream() : kept.out());
                body.requireWithinLimit();
                if (claims.unpacked() != null) {
                    claims.unpacked().requireWithinLimit();
                }
                question.judging().ended(tally);
                writer.end(run.claims(), tally.problems(), tally.whole());
                text.flush();
            }
            if (damage != null) {
                throw Answers.refusal(damage);
            }
            if (!any && unread != null) {
                throw Answers.refusal(unread);
            }
        }

        Response response(String type) {
            // nobody asks for it if its sender has gone
            CurrentRequestManager.get().registerCompletionCallback(ended -> close());
            StreamingOutput copied = kept::copyTo;
            return Response.ok(copied, changes ? MediaType.APPLICATION_JSON : type)
                    .build();
        }

        @Override
        public void claim(long ordinal, Evaluation evaluation, List<Correction> made, List<LeftMend> left)
                throws IOException {
            any = true;
            writer.claim(ordinal, evaluation.claimId(), made, left);
        }

        @Override
        public void unread(Intake.Unread claim) {
            unread = unread == null ? claim.problem() : unread;
        }

        @Override
        public void unused(Intake.Unused minutes) {
            // counted at the end
        }

        @Override
        public void end(Intake.End end) {
            // what is given beside the claims comes after them, and costs itself alone
            damage = ended ? damage : end.problem();
            ended = true;
        }

        @Override
        public void close() {
            try {
                kept.close();
            } catch (IOException e) {
                // the file goes with the program
                return;
            }
        }
    }
}
