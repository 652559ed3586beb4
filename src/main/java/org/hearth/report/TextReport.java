package org.hearth.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.catalog.NotJudged;
import org.hearth.claim.Location;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.OutOfScope;
import org.hearth.facts.units.ProposedLine;
import org.hearth.finding.Condition;
import org.hearth.finding.Finding;
import org.hearth.finding.Reason;
import org.hearth.finding.RowReference;
import org.hearth.finding.Severity;
import org.hearth.finding.Shown;

/**
 * Findings as plain text, claim by claim, with a summary as its last line. Lines end in {@code \n} everywhere. Not safe
 * for use by several threads.
 *
 * <p>If nothing was checked, or not all of the input could be read or is judged, the summary is the first line too. That is known last, so a report
 * with an end waits in a {@link Spool} for it.
 */
public final class TextReport implements InputReport, Closeable {

    private static final String RESET = "\u001b[0m";
    /** Where the form locator stands, if the place leaves room. */
    private static final int LOCATOR_COLUMN = 82;

    private final Appendable target;
    private final Spool kept;
    private final Appendable out;
    private final boolean colour;
    private final List<NotJudged> notJudged;
    private boolean begun;

    /**
     * A report that is written as it goes.
     *
     * @param colour whether severities are coloured for a terminal
     */
    public TextReport(Appendable out, boolean colour) {
        this(out, null, colour, List.of());
    }

    /**
     * A report that is written at its end.
     *
     * @param colour whether severities are coloured for a terminal
     * @param notJudged what Hearth does not judge at all, for the foot
     */
    public TextReport(Appendable out, boolean colour, List<NotJudged> notJudged) {
        this(out, new Spool(), colour, notJudged);
    }

    private TextReport(Appendable target, Spool kept, boolean colour, List<NotJudged> notJudged) {
        this.target = target;
        this.kept = kept;
        this.out = kept == null ? target : kept;
        this.colour = colour;
        this.notJudged = List.copyOf(notJudged);
    }

    /**
     * Writes what was found on a claim.
     *
     * @throws IOException if it cannot be written
     */
    public void claim(Evaluation evaluation) throws IOException {
        gap();
        int findings = evaluation.findings().size();
        line("claim " + ticked(evaluation.claimId()) + ": " + evaluation.disposition()
                + (findings == 0 ? "" : ", " + Tally.counted(findings, "finding"))
                + (evaluation.notJudged() == null ? "" : ", " + reason(evaluation.notJudged())));
        for (Finding finding : evaluation.findings()) {
            finding(evaluation.claimId(), finding);
        }
        for (ProposedLine line : evaluation.proposedLines()) {
            line(proposed(line));
        }
        List<String> unjudged = new ArrayList<>();
        Unjudged.byTeller(evaluation.notChecked(), false)
                .forEach((teller, topics) -> unjudged.add("of " + teller + ": " + topics));
        if (!unjudged.isEmpty()) {
            line("not checked for want " + String.join("; ", unjudged));
        }
        if (evaluation.history() != null) {
            line("past: " + evaluation.history().inWords());
        }
    }

    @Override
    public void unreadable(String file, String claimId, List<Unreadable> why) throws IOException {
        gap();
        line("claim" + (claimId == null ? "" : " " + ticked(claimId)) + ": UNREADABLE, "
                + Tally.counted(why.size(), "problem"));
        reasons(file, why);
    }

    @Override
    public void damaged(String file, List<Unreadable> why) throws IOException {
        gap();
        line((file == null ? "the input" : ticked(file)) + ": NOT WHOLE, " + Tally.counted(why.size(), "problem"));
        reasons(file, why);
    }

    @Override
    public void errors(String file, List<Unreadable> errors) throws IOException {
        gap();
        line((file == null ? "the input" : ticked(file)) + ": " + Tally.counted(errors.size(), "error")
                + " of the file");
        reasons(file, errors);
    }

    @Override
    public void warnings(String file, List<Unreadable> warnings) throws IOException {
        gap();
        line((file == null ? "the input" : ticked(file)) + ": " + Tally.counted(warnings.size(), "warning"));
        reasons(Severity.WARNING, file, warnings);
    }

    private void reasons(String file, List<Unreadable> why) throws IOException {
        reasons(Severity.ERROR, file, why);
    }

    private void reasons(Severity severity, String file, List<Unreadable> why) throws IOException {
        for (Unreadable problem : why) {
            heading(severity, ": " + problem.message());
            List<String> place = new ArrayList<>();
            if (file != null) {
                place.add(file);
            }
            if (problem.where() != null && !problem.where().isEmpty()) {
                place.add(problem.where());
            }
            detail("at  ", place.isEmpty() ? null : String.join(", ", place));
            detail("fix ", problem.fix());
        }
    }

    @Override
    public void end(Tally tally) throws IOException {
        gap();
        if (!notJudged.isEmpty()) {
            line("never judged here: "
                    + notJudged.stream().map(NotJudged::topic).collect(Collectors.joining(", ")));
        }
        if (tally.outOfOrder() > 0) {
            line(tally.order());
        }
        line(tally.summary());
        if (kept != null) {
            if (tally.lacking()) {
                target.append(tally.summary()).append("\n\n");
            }
            kept.copyTo(target);
        }
    }

    /** Lets go of what waits, whether it was written or not. */
    @Override
    public void close() throws IOException {
        if (kept != null) {
            kept.close();
        }
    }

    /** Why a claim is not judged, in words. */
    static String reason(OutOfScope why) {
        return why.reason() + ": " + why.detail();
    }

    private void finding(String claimId, Finding finding) throws IOException {
        String subject = finding.line() == null ? "" : " line " + finding.line();
        heading(finding.effect().severity(), " " + finding.id() + subject + ": " + finding.message());
        detail("at  ", located(place(claimId, finding), finding.formLocator()));
        RowReference row = finding.row();
        if (row != null) {
            detail(
                    "from",
                    row.workbook() + ", sheet " + row.sheet() + ", cell " + row.cell() + " (row " + row.table() + "/"
                            + row.row() + ")");
        }
        detail("fix ", finding.fix());
        detail("mend", finding.mend() == null ? null : finding.mend().word());
        detail("fiss", finding.codes().fiss());
        String explain = "hearth explain " + finding.id();
        detail("see ", finding.citation() == null ? explain : finding.citation() + "; " + explain);
        for (Reason reason : finding.because()) {
            reason(reason, "  why   ");
        }
    }

    /** A fact that met a rule or row, what it met there, and what it comes from itself. */
    private void reason(Reason reason, String indent) throws IOException {
        String met = reason.row() == null
                ? "rule " + reason.rule()
                : "row " + reason.row().table() + "/" + reason.row().row() + " ("
                        + reason.row().workbook() + ", sheet " + reason.row().sheet() + ")";
        String number = reason.line() == null || reason.fact().equals("line") ? "" : " of line " + reason.line();
        String fact = reason.fact().equals("line") ? "line " + reason.line() : reason.fact() + number;
        line(indent + fact + " meets " + met);
        String deeper = " ".repeat(indent.length() + 2);
        for (Condition condition : reason.conditions()) {
            String has = condition.has() == null ? "" : " " + Shown.value(condition.has());
            String wants = condition.cell() == null
                    ? "asked: " + condition.wants()
                    : "cell " + condition.cell() + ": " + condition.wants();
            line(deeper + condition.asks() + has + " (" + wants + ")");
        }
        for (Map.Entry<String, String> value : reason.values().entrySet()) {
            line(deeper + value.getKey() + " " + Shown.value(value.getValue()));
        }
        for (RowReference row : reason.rows()) {
            line(deeper + "looked up: " + row.table() + "/" + row.row() + " (" + row.workbook() + ", sheet "
                    + row.sheet() + ", cell " + row.cell() + ")");
        }
        for (Reason behind : reason.because()) {
            reason(behind, deeper + "as ");
        }
    }

    private static String place(String claimId, Finding finding) {
        List<String> parts = new ArrayList<>();
        Location at = finding.at();
        if (at != null && at.file() != null) {
            parts.add(at.file());
        }
        // Positions are counted within a transaction set; a file with one of each need not say so.
        if (at != null && at.interchange() != null && at.interchange() > 1) {
            parts.add("interchange " + at.interchange());
        }
        if (at != null && at.transaction() != null && !at.transaction().matches("0*1")) {
            parts.add("transaction " + at.transaction());
        }
        parts.add("claim " + ticked(claimId));
        if (at != null && at.segment() != null) {
            parts.add("segment " + at.segment() + (at.position() == null ? "" : " at position " + at.position()));
            if (at.element() != null) {
                parts.add("element " + at.element());
            }
        } else if (finding.field() != null && !finding.field().isEmpty()) {
            parts.add(finding.field());
        }
        return String.join(", ", parts);
    }

    private static String located(String place, String formLocator) {
        if (formLocator == null) {
            return place;
        }
        int blanks = Math.max(2, LOCATOR_COLUMN - "  at    ".length() - place.length());
        return place + " ".repeat(blanks) + "(UB-04 " + formLocator + ")";
    }

    /** A line to bill, in words. */
    static String proposed(ProposedLine line) {
        List<String> parts = new ArrayList<>();
        parts.add("revenue code " + line.revenueCode());
        parts.add(Stream.concat(Stream.of(line.hcpcs()), line.modifiers().stream())
                .collect(Collectors.joining(" ")));
        if (line.serviceDate() != null) {
            parts.add(line.serviceDate().toString());
        }
        parts.add(Tally.counted(line.units(), "unit"));
        return "to bill for line " + line.from() + ": " + String.join(", ", parts);
    }

    private static String ticked(String claimId) {
        return "`" + claimId + "`";
    }

    private void heading(Severity severity, String rest) throws IOException {
        String word = severity.label();
        if (colour) {
            String code =
                    switch (severity) {
                        case ERROR -> "31";
                        case WARNING -> "33";
                        case INFO -> "36";
                    };
            out.append("\u001b[").append(code).append('m').append(word).append(RESET);
        } else {
            out.append(word);
        }
        line(rest);
    }

    private void detail(String name, String text) throws IOException {
        if (text != null) {
            line("  " + name + "  " + text);
        }
    }

    private void gap() throws IOException {
        if (begun) {
            out.append('\n');
        }
        begun = true;
    }

    /** Everything passes here, so that nothing from a claim reaches a terminal as more than text. */
    private void line(String text) throws IOException {
        out.append(Shown.escaped(text)).append('\n');
    }
}
