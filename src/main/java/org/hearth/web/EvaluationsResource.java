package org.hearth.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearth.batch.Batch;
import org.hearth.batch.Format;
import org.hearth.batch.InputKind;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.claim.Origin;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.ClaimReader;
import org.hearth.json.EvaluationWriter;
import org.hearth.json.Problems;
import org.hearth.ruleset.Ruleset;

/** {@code POST /v1/evaluations}: judges a claim, or a batch of them while it arrives. */
@Path("/v1/evaluations")
public final class EvaluationsResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String X12 = "application/edi-x12";
    /** The version of a kept ruleset to judge by in the place of the active one. */
    private static final String AS_OF = "asOf";

    private static final int BUFFER = 1 << 16;

    private final CurrentRuleset current;
    private final BodyLimit limit;

    EvaluationsResource(CurrentRuleset current, BodyLimit limit) {
        this.current = current;
        this.limit = limit;
    }

    /** One claim, answered by one evaluation; or a list of claims, answered by a list. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(InputStream in, @QueryParam(AS_OF) String asOf) throws IOException {
        Question question = question(in, asOf, MediaType.APPLICATION_JSON, InputKind.JSON, InputKind.JSON_LIST);
        if (question.kind == InputKind.JSON_LIST) {
            return Response.ok(question.answeredAs(Format.JSON)).build();
        }
        byte[] claim = question.in.readNBytes(ClaimReader.MAX_BYTES + 1);
        if (claim.length > ClaimReader.MAX_BYTES) {
            throw Answers.refusal(
                    Answers.tooLarge(ClaimReader.MAX_BYTES, "a single claim may not be larger; shorten its history"));
        }
        var evaluation = new Evaluator(() -> question.ruleset).evaluate(ClaimReader.read(claim, Origin.NONE));
        return Response.ok(EvaluationWriter.line(evaluation).getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** Claims one after another, answered by an evaluation a line. */
    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public StreamingOutput ndjson(InputStream in, @QueryParam(AS_OF) String asOf) throws IOException {
        return question(in, asOf, NDJSON, InputKind.JSON, InputKind.JSON_LIST).answeredAs(Format.NDJSON);
    }

    /** An 837I file, answered by an evaluation a line. */
    @POST
    @Consumes(X12)
    @Produces(NDJSON)
    public StreamingOutput x12(InputStream in, @QueryParam(AS_OF) String asOf) throws IOException {
        return question(in, asOf, X12, InputKind.X12).answeredAs(Format.NDJSON);
    }

    private Question question(InputStream in, String asOf, String declared, InputKind... expected) throws IOException {
        Ruleset ruleset = current.get(asOf).ruleset();
        RequestBody body = new RequestBody(in, limit);
        BufferedInputStream buffered = new BufferedInputStream(body, BUFFER);
        InputKind kind = InputKind.of(buffered);
        if (!List.of(expected).contains(kind)) {
            throw Answers.refusal(mismatch(kind, declared));
        }
        return new Question(ruleset, body, buffered, kind);
    }

    private static Problems mismatch(InputKind kind, String declared) {
        return switch (kind) {
            case EMPTY -> Problems.of(400, "empty body", "the body is empty; send a claim");
            case GZIP -> Problems.of(415, "compressed body", "the body is compressed; send it as it is");
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
            case OTHER ->
                Problems.of(
                        400,
                        "unknown input",
                        "the body begins with neither `{` nor `[` nor `ISA`; send claims as JSON, or an 837I file");
        };
    }

    /** A body whose kind is known, to be judged by one ruleset from its first claim to its last. */
    private final class Question {

        private final Ruleset ruleset;
        private final RequestBody body;
        private final InputStream in;
        private final InputKind kind;

        Question(Ruleset ruleset, RequestBody body, InputStream in, InputKind kind) {
            this.ruleset = ruleset;
            this.body = body;
            this.in = in;
            this.kind = kind;
        }

        StreamingOutput answeredAs(Format format) {
            return out -> answer(format, out);
        }

        private void answer(Format format, OutputStream out) throws IOException {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
            body.answeredBy(writer);
            // one thread: what has been answered goes out before more of the question is waited for
            Batch batch = new Batch(
                    new Evaluator(() -> ruleset)::evaluate,
                    Incident::report,
                    format.to(writer, Writer.nullWriter()),
                    1);
            try {
                batch.run(Intakes.open(in, null));
            } catch (RequestBody.TooLargeException e) {
                breakOff(batch, e.problem());
            } catch (RuntimeException e) {
                breakOff(batch, Incident.report(e));
            }
            batch.finish();
            writer.flush();
        }

        /** The status has been sent: all that can still be told is why the answer ends here. */
        private static void breakOff(Batch batch, Problems why) throws IOException {
            Intake.End end = new Intake.End(null, why);
            batch.run(() -> end);
        }
    }
}
