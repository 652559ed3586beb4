package org.hearth.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.json.PartLine;
import org.hearth.json.Problem;
import org.hearth.report.Tally;

/** Writes the answers of a {@link Part} as {@link Format#NDJSON} does, and what the end of the whole answer needs at its end. */
public final class PartLines implements Output {

    private final Part part;
    private final String run;
    private final Appendable out;
    private final Output lines;
    private final ToIntFunction<Tally> status;
    private final List<PartLine.OfInput> inputs = new ArrayList<>();
    private final UnjudgedFaults ofUnjudged = new UnjudgedFaults();
    private int ended;
    private int warned;
    private int erred;

    /**
     * @param run stands for the inputs and for how they are judged
     * @param lines writes the lines of an answer to {@code out}
     * @param status the exit status that a run comes to
     */
    public PartLines(Part part, String run, Appendable out, Output lines, ToIntFunction<Tally> status) {
        this.part = part;
        this.run = run;
        this.out = out;
        this.lines = lines;
        this.status = status;
    }

    @Override
    public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
        lines.evaluation(claim, evaluation);
        ofUnjudged.note(UnjudgedFaults.of(claim, evaluation));
    }

    @Override
    public void unread(Intake.Unread unread) throws IOException {
        lines.unread(unread);
    }

    @Override
    public void unused(Intake.Unused unused) throws IOException {
        lines.unused(unused);
    }

    /** The errors of an end are those of the file, and then those of the claims that are not judged. */
    @Override
    public void end(Intake.End end) throws IOException {
        lines.end(end);
        List<Problem> unjudged = ofUnjudged.take();
        List<Problem> errors = end.errors().subList(0, end.errors().size() - unjudged.size());
        // what is no input's is told once the inputs have ended, and of all parts once
        boolean ofAll = end.file() == null;
        // no more is told of all parts together
        List<Problem> warnings = warned < Warnings.LISTED ? end.warnings() : List.of();
        boolean tellsErrors = erred < Warnings.LISTED && !end.errors().isEmpty();
        if (!warnings.isEmpty() || tellsErrors) {
            inputs.add(new PartLine.OfInput(
                    ofAll ? -1 : part.firstInput() + ended,
                    end.file(),
                    warnings,
                    tellsErrors ? errors : List.of(),
                    tellsErrors ? unjudged : List.of()));
        }
        warned += warnings.size();
        // of its first input the part before may have told so many that these are not
        erred += errors.size() + (ended == 0 ? 0 : unjudged.size());
        ended += ofAll ? 0 : 1;
    }

    @Override
    public void close(Tally tally) throws IOException {
        PartLine.Counts counts = new PartLine.Counts(
                tally.claims(), tally.notJudged(), tally.outOfOrder(), tally.problems(), tally.whole());
        out.append(new PartLine(part.index(), part.count(), run, counts, status.applyAsInt(tally), inputs).line())
                .append('\n');
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
