package org.hearth.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hearth.claim.Location;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Finding;
import org.hearth.finding.RowReference;
import org.hearth.finding.Severity;
import org.hearth.tables.workbook.CsvRow;

/**
 * Findings as CSV, a row each; a clean claim has none. What could not be read or is not judged has a row without an id. Not safe
 * for use by several threads.
 */
public final class CsvReport {

    private static final List<String> COLUMNS = List.of(
            "claim",
            "line",
            "id",
            "severity",
            "effect",
            "title",
            "message",
            "fix",
            "citation",
            "form locator",
            "field",
            "file",
            "segment",
            "position",
            "table row",
            "fiss",
            "carc",
            "rarc",
            "claim status",
            "mend");

    private final Appendable out;

    /**
     * Writes the header row.
     *
     * @throws IOException if it cannot be written
     */
    public CsvReport(Appendable out) throws IOException {
        this.out = out;
        row(COLUMNS.toArray());
    }

    /**
     * Writes the findings of a claim, or that it is not judged.
     *
     * @throws IOException if it cannot be written
     */
    public void claim(Evaluation evaluation) throws IOException {
        if (evaluation.notJudged() != null) {
            told(
                    evaluation.claimId(),
                    null,
                    evaluation.disposition(),
                    "not judged",
                    TextReport.reason(evaluation.notJudged()),
                    null,
                    null,
                    null);
        }
        for (Finding finding : evaluation.findings()) {
            Location at = finding.at();
            RowReference row = finding.row();
            row(
                    evaluation.claimId(),
                    finding.line(),
                    finding.id(),
                    finding.effect().severity().label(),
                    finding.effect(),
                    finding.title(),
                    finding.message(),
                    finding.fix(),
                    finding.citation(),
                    finding.formLocator(),
                    finding.field(),
                    at == null ? null : at.file(),
                    at == null ? null : at.segment(),
                    at == null ? null : at.position(),
                    row == null ? null : row.table() + "/" + row.row(),
                    finding.codes().fiss(),
                    finding.codes().carc(),
                    finding.codes().rarc(),
                    finding.codes().claimStatus(),
                    finding.mend() == null ? null : finding.mend().word());
        }
    }

    /**
     * Writes why a claim could not be read: a row without an id, as it is no finding.
     *
     * @param file the input's name, or {@code null}
     * @param claimId the sender's own number for the claim, or {@code null} if it is not known
     * @throws IOException if it cannot be written
     */
    public void unreadable(String file, String claimId, List<Unreadable> why) throws IOException {
        reasons(file, claimId, "unreadable", why);
    }

    /**
     * Writes why an input could not be read whole, likewise.
     *
     * @param file the input's name, or {@code null}
     * @throws IOException if it cannot be written
     */
    public void damaged(String file, List<Unreadable> why) throws IOException {
        reasons(file, null, "not whole", why);
    }

    /**
     * Writes why minutes given beside the claims could not be used, likewise.
     *
     * @param claimId the claim that they are for
     * @throws IOException if it cannot be written
     */
    public void unused(String claimId, List<Unreadable> why) throws IOException {
        reasons(null, claimId, "minutes not used", why);
    }

    private void reasons(String file, String claimId, String title, List<Unreadable> why) throws IOException {
        for (Unreadable reason : why) {
            told(claimId, Severity.ERROR.label(), null, title, reason.message(), reason.fix(), reason.where(), file);
        }
    }

    /** A row that is no finding. */
    private void told(
            String claimId,
            String severity,
            String effect,
            String title,
            String message,
            String fix,
            String field,
            String file)
            throws IOException {
        List<Object> values = new ArrayList<>(Collections.nCopies(COLUMNS.size(), null));
        values.set(COLUMNS.indexOf("claim"), claimId);
        values.set(COLUMNS.indexOf("severity"), severity);
        values.set(COLUMNS.indexOf("effect"), effect);
        values.set(COLUMNS.indexOf("title"), title);
        values.set(COLUMNS.indexOf("message"), message);
        values.set(COLUMNS.indexOf("fix"), fix);
        values.set(COLUMNS.indexOf("field"), field);
        values.set(COLUMNS.indexOf("file"), file);
        out.append(CsvRow.of(values));
    }

    private void row(Object... values) throws IOException {
        out.append(CsvRow.of(Arrays.asList(values)));
    }
}
