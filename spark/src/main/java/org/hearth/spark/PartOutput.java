package org.hearth.spark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearth.batch.Format;
import org.hearth.batch.Intake;
import org.hearth.batch.Output;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.json.Problem;
import org.hearth.report.Tally;

/** Writes a part of the answer: its lines but the last, which is the whole answer's, and a row a claim and a finding. */
final class PartOutput implements Output {

    private static final int BUFFER = 1 << 16;

    /** Whatever NDJSON has to say stands in it. */
    private static final Appendable NO_NOTES = Writer.nullWriter();

    private final Part part;
    private final Counters counters;
    private final Acknowledging acknowledging;
    private final Staging.Attempt attempt;
    private final Writer text;
    private final Output lines;
    private final Rows rows;
    private long line;
    private boolean inCutFile;
    private Acknowledging.Answered answered;
    private List<Problem> faults = List.of();

    /**
     * @param part takes what the part comes to
     * @param number the number of the part
     * @param acknowledging how files are acknowledged beside it
     * @param attempt where its files are written
     */
    PartOutput(Part part, int number, Acknowledging acknowledging, Staging.Attempt attempt, Counters counters)
            throws IOException {
        this.part = part;
        this.counters = counters;
        this.acknowledging = acknowledging;
        this.attempt = attempt;
        text = new BufferedWriter(
                new OutputStreamWriter(
                        attempt.files().create(attempt.file(Answer.part(number))), StandardCharsets.UTF_8),
                BUFFER);
        lines = Format.NDJSON.to(text, NO_NOTES);
        rows = new Rows(number, attempt);
    }

    /** Says what comes next: of a file that was cut the end is not told here. */
    void next(Piece piece) throws IOException {
        inCutFile = piece.cut() != null;
        if (acknowledging.wants(Format.CLAIM_ACKNOWLEDGEMENT, piece.input())) {
            answered = acknowledging.begin(Format.CLAIM_ACKNOWLEDGEMENT, piece.input(), attempt);
        }
    }

    @Override
    public Intake open(InputStream in, String file, Judging judging) throws IOException {
        return answered == null ? Output.super.open(in, file, judging) : answered.open(in, file);
    }

    /** What breaks the guide in claims of the piece that was read last, and in none that is judged. */
    List<Problem> faults() {
        return faults;
    }

    @Override
    public void evaluation(Claim claim, Evaluation evaluation) throws IOException {
        lines.evaluation(claim, evaluation);
        line++;
        try {
            rows.add(line, claim, evaluation);
        } catch (RuntimeException e) {
            // the line is written, and no other may be for this claim
            throw new IOException("a row cannot be written", e);
        }
        part.add(evaluation);
        if (answered != null) {
            answered.output().evaluation(claim, evaluation);
        }
        counters.judged().add(1);
        counters.findings().add(evaluation.findings().size());
    }

    @Override
    public void unread(Intake.Unread unread) throws IOException {
        lines.unread(unread);
        line++;
        if (answered != null) {
            answered.output().unread(unread);
        }
        counters.problems().add(1);
    }

    @Override
    public void unused(Intake.Unused unused) throws IOException {
        lines.unused(unused);
        line++;
    }

    @Override
    public void end(Intake.End end) throws IOException {
        if (end.file() == null) {
            // only what the batch says of the past of its claims names no input
            throw new IOException("the past of claims found no room in the folder for temporary files");
        }
        faults = end.errors();
        if (answered != null) {
            answered.close();
            answered = null;
        }
        if (!inCutFile) {
            lines.end(end);
            line += end.problem() == null ? 0 : 1;
            part.add(end);
        }
    }

    @Override
    public void close(Tally tally) throws IOException {
        part.finished(tally);
        text.close();
        rows.close();
    }

    /** Lets go of files of a part that did not come to its end. */
    @Override
    public void close() throws IOException {
        try (text;
                rows) {
            if (answered != null) {
                answered.close();
            }
        }
    }
}
