package org.hearth.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hearth.claim.Location;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Finding;
import org.hearth.finding.RowReference;
import org.hearth.finding.Shown;

/**
 * Findings as CSV (RFC 4180: commas, CRLF), a row each; a clean claim has none. A value that a spreadsheet would take
 * for a formula gets an apostrophe before it. Not safe for use by several threads.
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
     * Writes the findings of a claim.
     *
     * @throws IOException if it cannot be written
     */
    public void claim(Evaluation evaluation) throws IOException {
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

    private void row(Object... values) throws IOException {
        out.append(Arrays.stream(values).map(CsvReport::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = Shown.escaped(value.toString());
        if (!text.isEmpty() && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.contains("\"") || text.contains(",") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
