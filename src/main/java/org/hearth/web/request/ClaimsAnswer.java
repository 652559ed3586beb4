package org.hearth.web.request;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.hearth.batch.Batch;
import org.hearth.batch.Format;
import org.hearth.batch.Intake;
import org.hearth.batch.Pasts;
import org.hearth.batch.Setting;
import org.hearth.batch.Sidecars;
import org.hearth.batch.Sink;
import org.hearth.catalog.NotJudged;
import org.hearth.claim.Claim;
import org.hearth.decision.Judging;
import org.hearth.evaluate.Evaluation;
import org.hearth.history.Past;
import org.hearth.history.SentClaims;
import org.hearth.json.Problems;
import org.hearth.report.Tally;
import org.hearth.x12.acknowledgement.Acknowledgements;
import org.hearth.x12.acknowledgement.Held;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Answers the claims of a request, from the first to the last by one ruleset, on the thread that reads them. */
public final class ClaimsAnswer {

    private static final int BUFFER = 1 << 16;

    private final Judging judging;
    private final BiFunction<Claim, Past, Evaluation> evaluator;
    private final List<NotJudged> notJudged;
    private final Acknowledgements acknowledgements;
    private final RequestBody body;
    private final SentClaims sent;
    private final String findingPages;

    /**
     * @param judging judges a claim by its past, the first as the last by one ruleset
     * @param evaluator the same, of claims that are changed before they are judged
     * @param notJudged what Hearth does not judge at all, for the foot of what people read
     * @param sent what was marked as sent
     * @param findingPages what leads from a report to the findings' pages; {@code null} if it may be read elsewhere
     */
    public ClaimsAnswer(
            Judging judging,
            BiFunction<Claim, Past, Evaluation> evaluator,
            List<NotJudged> notJudged,
            Acknowledgements acknowledgements,
            RequestBody body,
            SentClaims sent,
            String findingPages) {
        this.sent = sent;
        this.findingPages = findingPages;
        this.judging = judging;
        this.evaluator = evaluator;
        this.notJudged = List.copyOf(notJudged);
        this.acknowledgements = acknowledgements;
        this.body = body;
    }

    /** Answers while the claims arrive: what has been answered goes out before more is waited for. */
    public StreamingOutput asTheyArrive(InputStream claims, Format format) {
        return out -> {
            Writer writer = writer(out);
            body.answeredBy(writer);
            boolean ended = false;
            try {
                Tally tally = answer(claims, format, writer);
                writer.flush();
                judging.ended(tally);
                ended = true;
            } finally {
                if (!ended) {
                    judging.torn();
                }
            }
        };
    }

    private Tally answer(InputStream claims, Format format, Writer writer) throws IOException {
        try (Batch batch = batch(format, new Sink(writer, OutputStream.nullOutputStream()))) {
            try {
                batch.run(batch.open(claims, null));
            } catch (RequestBody.RefusedException e) {
                breakOff(batch, e.problem());
            } catch (InterruptedIOException e) {
                breakOff(batch, Answers.STOPPING);
            } catch (RuntimeException e) {
                breakOff(batch, Incident.report(e));
            }
            return batch.finish();
        }
    }

    /** The status has been sent: all that can still be told is why the answer ends here. */
    private static void breakOff(Batch batch, Problems why) throws IOException {
        Intake.End end = new Intake.End(null, why);
        batch.run(() -> end);
    }

    /**
     * Answers once all claims were read, so that the answer is whole or is a problem. An input of which a 277CA or 999
     * could tell nothing, or a 277CA not all, is a problem; the other formats tell of it themselves.
     *
     * @param file the input's name, or {@code null}
     * @param sidecars what is given beside the claims
     */
    public StreamingOutput whole(InputStream claims, String file, Sidecars sidecars, Format format) throws IOException {
        Held held = held();
        Later target = new Later(writer(held.in()));
        LaterBytes bytes = new LaterBytes();
        Batch batch = batch(format, new Sink(target, bytes));
        boolean waiting = false;
        boolean ended = false;
        try {
            Intake intake = batch.open(claims, file);
            Problems[] damage = new Problems[1];
            Intake joined = sidecars.joinedTo(intake);
            batch.run(() -> {
                Intake.Item item = joined.next();
                damage[0] = item instanceof Intake.End end ? end.problem() : null;
                return item;
            });
            body.requireWithinLimit();
            for (Intake end : sidecars.ends()) {
                batch.run(end);
            }
            if (damage[0] != null
                    && !format.tellsProblems()
                    && (format == Format.CLAIM_ACKNOWLEDGEMENT || !target.written)) {
                throw Answers.refusal(damage[0]);
            }
            if (format.waits()) {
                // what is kept by its report, which writes nothing before its end
                waiting = true;
                // nobody asks for the page if its sender has gone
                CurrentRequestManager.get().registerCompletionCallback(gone -> batch.close());
                return out -> {
                    target.writer = writer(out);
                    bytes.target = out;
                    judging.ended(batch.finish());
                    target.writer.flush();
                };
            }
            judging.ended(batch.finish());
            ended = true;
            target.writer.flush();
            return out -> held.read().transferTo(out);
        } finally {
            if (!waiting) {
                batch.close();
                if (!ended) {
                    judging.torn();
                }
            }
        }
    }

    private Batch batch(Format format, Sink target) throws IOException {
        return new Batch(
                evaluator,
                Incident::report,
                format.to(
                        target,
                        new Setting(Writer.nullWriter(), acknowledgements, notJudged, findingPages, this::held)),
                1,
                new Pasts(sent));
    }

    private Held held() {
        return new Held(Answers.MOST_HELD, body.room());
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    }

    /** Where an answer goes, which is known late. */
    private static final class Later implements Appendable {

        private Writer writer;
        private boolean written;

        Later(Writer writer) {
            this.writer = writer;
        }

        @Override
        public Appendable append(CharSequence text) throws IOException {
            written = true;
            writer.append(text);
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            return append(text.subSequence(start, end));
        }

        @Override
        public Appendable append(char one) throws IOException {
            return append(String.valueOf(one));
        }
    }

    /** Where an answer that is bytes goes, which is known late. */
    private static final class LaterBytes extends OutputStream {

        private OutputStream target;

        @Override
        public void write(int one) throws IOException {
            target.write(one);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            target.write(source, offset, length);
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
