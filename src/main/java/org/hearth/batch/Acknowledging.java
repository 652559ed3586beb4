package org.hearth.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.json.Problems;
import org.hearth.report.Tally;
import org.hearth.x12.acknowledgement.Acknowledgements;
import org.hearth.x12.acknowledgement.AnsweredFile;
import org.hearth.x12.acknowledgement.Held;
import org.hearth.x12.reading.X12Item;

/**
 * Answers 837I files by a 277CA or a 999, one after another; what neither has a place for goes to the notes. For a 999 no
 * claim is judged. An answer is written as the file is read, and waits for the claims of a transaction set at its end.
 */
final class Acknowledging implements Output {

    private final Acknowledgements acknowledgements;
    private final Supplier<Held> holding;
    private final boolean claims;
    private final Appendable out;
    private final ErrorLines notes;
    private final Problems noJson;
    private AnsweredFile file;
    private boolean errors;

    /** @param claims whether the answer is a 277CA; else it is a 999 */
    Acknowledging(Setting setting, boolean claims, Appendable out) {
        this.acknowledgements = setting.acknowledgements();
        this.holding = setting.holding();
        this.claims = claims;
        this.out = out;
        this.notes = new ErrorLines(setting.notes());
        noJson = new Problems(
                "urn:hearth:problem:no-837i",
                "no 837I file",
                415,
                "these are claims as JSON, and a " + (claims ? "277CA" : "999")
                        + " answers 837I files only; send the 837I file, or ask for another format",
                List.of());
    }

    @Override
    public Intake open(InputStream in, String name, Judging judging) throws IOException {
        // claims of the file before may still be on their way
        judging.await();
        Intake intake = Intakes.open(in, name, content -> opened(content, name, judging), noJson);
        return () -> {
            try {
                return intake.next();
            } catch (UnwritableException | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                // what the reader cannot read it tells as a problem
                throw new UnwritableException(e);
            }
        };
    }

    private Intakes.X12Claims opened(InputStream content, String name, Judging judging) {
        AnsweredFile answered = claims
                ? acknowledgements.claims(content, name, judging::await, holding, out)
                : acknowledgements.implementation(content, name, out);
        file = answered;
        return claims ? answered::next : () -> withoutClaims(answered);
    }

    private X12Item withoutClaims(AnsweredFile answered) throws IOException {
        X12Item item = answered.next();
        while (item instanceof X12Item.LocatedClaim) {
            item = answered.next();
        }
        errors |= item instanceof X12Item.End && !answered.isAccepted();
        return item;
    }

    @Override
    public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
        file.judged(claim, evaluation);
    }

    @Override
    public void unread(Intake.Unread unread) throws IOException {
        notes.unread(unread);
        file.unjudged();
    }

    @Override
    public void unused(Intake.Unused unused) throws IOException {
        notes.unused(unused);
    }

    @Override
    public void end(Intake.End end) throws IOException {
        if (end.problem() == noJson) {
            notes.unanswered(end);
        } else {
            notes.end(end);
        }
    }

    @Override
    public void close(Tally tally) throws IOException {
        if (errors) {
            tally.addErrorOfFile();
        }
        if (claims) {
            notes.notJudged(tally);
        }
    }
}
