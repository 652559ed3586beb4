package org.hearth.web.request;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.hearth.batch.Batch;
import org.hearth.batch.ClaimLines;
import org.hearth.batch.Intake;
import org.hearth.batch.Pasts;
import org.hearth.batch.Sidecars;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.RevenueCode;
import org.hearth.decision.Judging;
import org.hearth.history.SentClaims;
import org.hearth.json.Problems;
import org.hearth.web.form.FormParts;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Answers with evaluations that have their claims beside them, for somebody at a desk who is going to correct them. The body
 * is taken whole, and then judged and answered line by line. A form may bring several files of claims, which are judged as
 * one input after another, in any order beside what stands beside them. As all of it is here before the first is answered, the
 * claims are judged on as many threads as there are processors, or as other requests have left.
 */
public final class ClaimsBeside {

    private static final int BUFFER = 1 << 16;
    /** More would wait for the one that reads and writes. */
    private static final int MOST_THREADS = 8;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final Helpers HELPERS = new Helpers(2 * PROCESSORS, Math.min(PROCESSORS, MOST_THREADS));

    private final Judging judging;
    private final Codes codes;
    private final SentClaims sent;
    private final boolean rows;

    /**
     * @param judging judges a claim by its past, the first as the last by one ruleset; safe for use by several threads
     * @param codes tell the disciplines of a claim
     * @param sent what was marked as sent
     * @param rows whether each line that is a claim's comes after its row
     */
    public ClaimsBeside(Judging judging, Codes codes, SentClaims sent, boolean rows) {
        this.judging = judging;
        this.codes = codes;
        this.sent = sent;
        this.rows = rows;
    }

    /** Judges the claims of one file. */
    private interface Inputs {
        void run(Batch batch, InputStream all) throws IOException;
    }

    /** Answers a body that is one file of claims. */
    public StreamingOutput file(RequestBody body) throws IOException {
        return answer(new SpooledBody(body), (batch, all) -> batch.run(batch.open(all, null)));
    }

    /**
     * Answers a form.
     *
     * @param type its media type, with the boundary
     * @throws Answers.Refusal if it brings no claims, or something that it should not
     */
    public StreamingOutput form(RequestBody body, String type) throws IOException {
        SpooledBody spooled = new SpooledBody(body);
        try {
            Sidecars sidecars = ClaimsForm.besides(spooled.fromStart(), body.room(), type);
            return answer(spooled, (batch, all) -> {
                FormParts parts = new FormParts(all, type);
                for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
                    if (part.name().equals(ClaimsForm.CLAIMS)) {
                        batch.run(sidecars.joinedTo(batch.open(part.content(), part.fileName())));
                    }
                }
                for (Intake end : sidecars.ends()) {
                    batch.run(end);
                }
            });
        } catch (IOException | RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    private StreamingOutput answer(SpooledBody spooled, Inputs inputs) {
        // nobody asks for the answer if its reader has gone
        CurrentRequestManager.get().registerCompletionCallback(ended -> close(spooled));
        return out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
            ClaimLines lines = new ClaimLines(new PromptWriter(writer), this::disciplines, rows);
            int helpers = HELPERS.take();
            boolean ended = false;
            try (spooled;
                    Batch batch = new Batch(judging, Incident::report, lines, Math.max(1, helpers), new Pasts(sent))) {
                try {
                    inputs.run(batch, spooled.fromStart());
                } catch (RequestBody.RefusedException e) {
                    breakOff(batch, e.problem());
                } catch (RuntimeException e) {
                    breakOff(batch, Incident.report(e));
                }
                judging.ended(batch.finish());
                ended = true;
            } finally {
                HELPERS.back(helpers);
                if (!ended) {
                    judging.torn();
                }
            }
            writer.flush();
        };
    }

    /** The status has been sent: all that can still be told is why the answer ends here. */
    private static void breakOff(Batch batch, Problems why) throws IOException {
        batch.run(() -> new Intake.End(null, why));
    }

    private static void close(SpooledBody spooled) {
        try {
            spooled.close();
        } catch (IOException e) {
            // its file has no name any more, and goes with the program
            return;
        }
    }

    private Set<Discipline> disciplines(Claim claim) {
        Set<Discipline> found = EnumSet.noneOf(Discipline.class);
        for (ServiceLine line : claim.lines()) {
            Discipline discipline = codes.revenueCodes()
                    .on(line.revenueCode(), Day.of(line.serviceDate(), Day.of(claim.statementFrom())), RevenueCode.NONE)
                    .discipline();
            if (discipline != null) {
                found.add(discipline);
            }
        }
        return found;
    }
}
