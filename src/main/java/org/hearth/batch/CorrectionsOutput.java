package org.hearth.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Correction;
import org.hearth.finding.LeftMend;
import org.hearth.json.CorrectionsWriter;
import org.hearth.report.CorrectionsText;
import org.hearth.report.Tally;

/** Writes what was corrected, as text for people and as JSON. Not safe for use by several threads. */
public final class CorrectionsOutput implements CorrectionRun.Listener, Closeable {

    private final CorrectionsText text;
    private final CorrectionsWriter log;
    private final ErrorLines notes;

    /**
     * @param text where the text goes
     * @param log where the JSON goes
     * @param err where it is said what could not be read
     */
    public CorrectionsOutput(Appendable text, Appendable log, Appendable err) throws IOException {
        this.text = new CorrectionsText(text);
        this.log = new CorrectionsWriter(log);
        this.notes = new ErrorLines(err);
    }

    @Override
    public void claim(long ordinal, Evaluation evaluation, List<Correction> made, List<LeftMend> left)
            throws IOException {
        text.claim(ordinal, evaluation, made, left);
        log.claim(ordinal, evaluation.claimId(), made, left);
    }

    @Override
    public void unread(Intake.Unread claim) throws IOException {
        notes.unread(claim);
    }

    @Override
    public void unused(Intake.Unused minutes) throws IOException {
        notes.unused(minutes);
    }

    @Override
    public void end(Intake.End end) throws IOException {
        notes.end(end);
    }

    /**
     * Writes the ends of both.
     *
     * @param trial whether nothing is written but these
     */
    public void end(long claims, Tally tally, boolean trial) throws IOException {
        text.end(tally, trial);
        log.end(claims, tally.problems(), tally.whole());
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
