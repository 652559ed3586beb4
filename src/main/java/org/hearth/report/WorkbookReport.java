package org.hearth.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.claim.ServiceLine;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.FactsEdition;
import org.hearth.finding.Finding;
import org.hearth.tables.workbook.StreamedWorkbook;
import org.hearth.tables.workbook.StreamedWorkbook.Column;

/**
 * Evaluations as a workbook (.xlsx) to sort and filter: the sheets Claims (a row each, those too that could not be read or are not
 * judged), Findings (a row each), Summary, and Problems if there is anything that could not be read. More rows than a sheet takes
 * go on in a second one, which Summary says. Nothing is written before {@link #end}. Of the member id it shows nothing. Not safe
 * for use by several threads.
 */
public final class WorkbookReport implements InputReport, Closeable {

    private static final String SUMMARY = "Summary";
    private static final String PROBLEMS = "Problems";

    private static final class Count {
        private final Finding first;
        private long findings;
        private long claims;

        Count(Finding first) {
            this.first = first;
        }
    }

    private final OutputStream out;
    private final StreamedWorkbook workbook = new StreamedWorkbook();
    private final StreamedWorkbook.Rows claims = workbook.sheet(
            "Claims",
            List.of(
                    new Column("claim", 22),
                    new Column("type of bill", 12),
                    new Column("from", 12),
                    new Column("through", 12),
                    new Column("disposition", 14),
                    new Column("findings", 10),
                    new Column("ids", 30),
                    new Column("lines", 8),
                    new Column("total charge", 14),
                    new Column("billing provider", 16),
                    new Column("why", 50),
                    new Column("not checked", 50),
                    new Column("file", 26)));
    private final StreamedWorkbook.Rows findings = workbook.sheet(
            "Findings",
            List.of(
                    new Column("claim", 22),
                    new Column("type of bill", 12),
                    new Column("from", 12),
                    new Column("through", 12),
                    new Column("line", 7),
                    new Column("date of service", 15),
                    new Column("revenue code", 13),
                    new Column("HCPCS", 10),
                    new Column("form locator", 12),
                    new Column("id", 10),
                    new Column("severity", 10),
                    new Column("effect", 9),
                    new Column("title", 30),
                    new Column("message", 60),
                    new Column("fix", 60),
                    new Column("mend", 9),
                    new Column("FISS", 9),
                    new Column("CARC", 8),
                    new Column("RARC", 9),
                    new Column("277CA", 10),
                    new Column("citation", 40),
                    new Column("table row", 34),
                    new Column("field", 26),
                    new Column("file", 26),
                    new Column("segment", 10),
                    new Column("position", 10)));
    private final Map<String, Count> counts = new TreeMap<>();
    private StreamedWorkbook.Rows problems;
    private String ruleset;

    /** A workbook that is written to {@code out} at its end; {@code out} stays open. */
    public WorkbookReport(OutputStream out) {
        this.out = out;
    }

    /** Adds a claim and what was found on it. */
    public void claim(Claim claim, Evaluation evaluation) {
        ruleset = evaluation.ruleset();
        Location at = claim.origin().at("");
        Set<String> ids = new LinkedHashSet<>();
        for (Finding finding : evaluation.findings()) {
            finding(claim, finding);
            Count count = counts.computeIfAbsent(finding.id(), first -> new Count(finding));
            count.findings++;
            count.claims += ids.add(finding.id()) ? 1 : 0;
        }
        claims.add(
                claim.claimId(),
                typeOfBill(claim),
                claim.statementFrom(),
                claim.statementThrough(),
                evaluation.disposition(),
                evaluation.findings().size(),
                ids.isEmpty() ? null : String.join(", ", ids),
                claim.lines().size(),
                claim.totalCharge(),
                claim.billingProviderNpi(),
                evaluation.notJudged() == null ? null : TextReport.reason(evaluation.notJudged()),
                evaluation.notChecked().isEmpty()
                        ? null
                        : ClaimSection.unchecked(evaluation).collect(Collectors.joining("; ")),
                at == null ? null : at.file());
    }

    private void finding(Claim claim, Finding finding) {
        ServiceLine line = claim.lines().stream()
                .filter(one -> finding.line() != null && finding.line() == one.lineNumber())
                .findFirst()
                .orElse(null);
        Location at = finding.at();
        findings.add(
                claim.claimId(),
                typeOfBill(claim),
                claim.statementFrom(),
                claim.statementThrough(),
                finding.line(),
                line == null ? null : line.serviceDate(),
                line == null ? null : line.revenueCode(),
                line == null ? null : line.hcpcs(),
                finding.formLocator(),
                finding.id(),
                finding.effect().severity().label(),
                finding.effect(),
                finding.title(),
                finding.message(),
                finding.fix(),
                finding.mend() == null ? null : finding.mend().word(),
                finding.codes().fiss(),
                finding.codes().carc(),
                finding.codes().rarc(),
                finding.codes().claimStatus(),
                finding.citation(),
                finding.row() == null
                        ? null
                        : finding.row().table() + "/" + finding.row().row(),
                finding.field(),
                at == null ? null : at.file(),
                at == null ? null : at.segment(),
                at == null ? null : at.position());
    }

    private static String typeOfBill(Claim claim) {
        return claim.typeOfBill() == null ? null : claim.typeOfBill().code();
    }

    @Override
    public void unreadable(String file, String claimId, List<Unreadable> why) {
        claims.add(
                claimId,
                null,
                null,
                null,
                "UNREADABLE",
                null,
                null,
                null,
                null,
                null,
                why.get(0).message(),
                null,
                file);
        problems(file, claimId, "unreadable", why);
    }

    @Override
    public void damaged(String file, List<Unreadable> why) {
        problems(file, null, "not whole", why);
    }

    @Override
    public void errors(String file, List<Unreadable> errors) {
        problems(file, null, "error of the file", errors);
    }

    @Override
    public void warnings(String file, List<Unreadable> warnings) {
        problems(file, null, "warning", warnings);
    }

    /**
     * Adds why minutes given beside the claims could not be used.
     *
     * @param claimId the claim that they are for
     */
    public void unused(String claimId, List<Unreadable> why) {
        problems(null, claimId, "minutes not used", why);
    }

    private void problems(String file, String claimId, String what, List<Unreadable> why) {
        if (problems == null) {
            problems = workbook.sheet(
                    PROBLEMS,
                    List.of(
                            new Column("file", 26),
                            new Column("claim", 22),
                            new Column("what", 18),
                            new Column("where", 34),
                            new Column("message", 70),
                            new Column("fix", 60)));
        }
        for (Unreadable one : why) {
            problems.add(file, claimId, what, one.where(), one.message(), one.fix());
        }
    }

    @Override
    public void end(Tally tally) throws IOException {
        List<String> above = new ArrayList<>(List.of(tally.summary()));
        if (tally.outOfOrder() > 0) {
            above.add(tally.order());
        }
        further(above, "Claims", claims);
        further(above, "Findings", findings);
        if (ruleset != null) {
            above.add("Rules: " + FactsEdition.beside(ruleset));
        }
        StreamedWorkbook.Rows summary = workbook.sheet(
                SUMMARY,
                above,
                List.of(
                        new Column("finding", 12),
                        new Column("what it is", 44),
                        new Column("effect", 9),
                        new Column("findings", 10),
                        new Column("claims", 10)));
        for (Count count : counts.values()) {
            summary.add(count.first.id(), count.first.title(), count.first.effect(), count.findings, count.claims);
        }
        if (problems != null) {
            workbook.move(SUMMARY, PROBLEMS);
        }
        // what was not read is not to be overlooked
        workbook.open(tally.lacking() ? SUMMARY : "Claims");
        workbook.writeTo(out);
    }

    private static void further(List<String> above, String name, StreamedWorkbook.Rows rows) {
        if (rows.sheets() > 1) {
            above.add(name + " are more than a sheet takes and go on in " + name + " 2"
                    + (rows.sheets() == 2 ? "" : " to " + name + " " + rows.sheets()));
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
