package org.hearth.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Function;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.evaluate.Evaluation;
import org.hearth.json.AnsweredClaim;
import org.hearth.json.EvaluationWriter;
import org.hearth.report.Tally;
import org.hearth.x12.reading.X12Origin;

/**
 * Writes NDJSON in which each evaluation has its claim beside it, and which claim of which input it is: what somebody needs
 * who is going to correct the claims. A claim that cannot be read is counted too, so that the number is that of the claim in
 * its input. Whoever keeps many of them may have a row before each line: what a list of claims shows, so that only rows need be
 * parsed until a claim is looked at.
 */
public final class ClaimLines implements Output {

    private final Appendable out;
    private final Function<Claim, Set<Discipline>> disciplines;
    private final boolean rows;
    private final Warnings warnings = new Warnings();
    private int input;
    private int ordinal;
    private boolean offsets;

    /**
     * @param out where the answer goes
     * @param disciplines the disciplines of a claim's therapy lines
     * @param rows whether each line that is a claim's comes after its row
     */
    public ClaimLines(Appendable out, Function<Claim, Set<Discipline>> disciplines, boolean rows) {
        this.out = out;
        this.disciplines = disciplines;
        this.rows = rows;
    }

    @Override
    public Intake open(InputStream in, String file, Judging judging) throws IOException {
        judging.await();
        input++;
        ordinal = 0;
        BufferedInputStream content = new BufferedInputStream(in);
        // of a file that is unpacked as it is read the offsets are of no use to whoever has it packed
        offsets = InputKind.of(content) == InputKind.X12;
        return Intakes.open(content, file);
    }

    @Override
    public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
        ordinal++;
        AnsweredClaim answered = new AnsweredClaim(input, ordinal, disciplines.apply(claim), claim, bytes(claim));
        if (rows) {
            line(EvaluationWriter.row(evaluation, answered));
        }
        line(EvaluationWriter.line(evaluation, answered));
    }

    private AnsweredClaim.Bytes bytes(Claim claim) {
        return offsets && claim.origin() instanceof X12Origin origin
                ? new AnsweredClaim.Bytes(origin.from(), origin.through())
                : null;
    }

    @Override
    public void unread(Intake.Unread unread) throws IOException {
        ordinal++;
        if (rows) {
            line(EvaluationWriter.row(unread.claimId(), input, ordinal));
        }
        line(EvaluationWriter.problemLine(unread.claimId(), unread.problem(), input, ordinal));
    }

    @Override
    public void unused(Intake.Unused unused) throws IOException {
        line(EvaluationWriter.problemLine(unused.claimId(), unused.problem()));
    }

    @Override
    public void end(Intake.End end) throws IOException {
        if (end.problem() != null) {
            line(EvaluationWriter.problemLine(end.problem(), input));
        }
        warnings.add(end);
    }

    @Override
    public void close(Tally tally) throws IOException {
        line(EvaluationWriter.endLine(
                tally.claims(),
                tally.notJudged(),
                tally.outOfOrder(),
                tally.problems(),
                tally.whole(),
                warnings.errors(),
                warnings.listed()));
    }

    private void line(String json) throws IOException {
        out.append(json).append('\n');
    }
}
