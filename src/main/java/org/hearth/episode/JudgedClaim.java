package org.hearth.episode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Finding;

/**
 * A claim of an episode and what Hearth says of it, judged with the claims before it as what was billed before.
 *
 * @param claim as billed
 * @param kind {@code 32X} or {@code 34X}, or {@code notice} or {@code void} of either
 * @param stands whether no later claim of the episode takes it back, and it takes none back without a bill of its own
 * @param statusLabel its patient status in words; {@code null} where it has none that the list knows
 * @param goesOn whether its patient status says that care goes on
 * @param evaluation what was found
 */
public record JudgedClaim(
        Claim claim, String kind, boolean stands, String statusLabel, boolean goesOn, Evaluation evaluation) {

    /** A finding and the day to show it at: of its line, or else the first of the statement. */
    public record Dated(LocalDate on, Finding finding) {}

    /** The findings by day, in the evaluation's order within a day. */
    public List<Dated> findings() {
        List<Dated> dated = new ArrayList<>(evaluation.findings().size());
        for (Finding finding : evaluation.findings()) {
            dated.add(new Dated(day(finding.line()), finding));
        }
        dated.sort(Comparator.comparing(Dated::on));
        return dated;
    }

    private LocalDate day(Integer lineNumber) {
        if (lineNumber != null) {
            for (ServiceLine line : claim.lines()) {
                if (lineNumber.equals(line.lineNumber()) && line.serviceDate() != null) {
                    return line.serviceDate();
                }
            }
        }
        return claim.statementFrom();
    }

    /** Names the claim only: it holds the member id. */
    @Override
    public String toString() {
        return "JudgedClaim[" + claim.claimId() + "]";
    }
}
