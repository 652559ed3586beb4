package org.hearth.evaluate;

import java.util.List;
import org.hearth.facts.functional.ReportingDay;
import org.hearth.facts.line.NotChecked;
import org.hearth.facts.units.ProposedLine;
import org.hearth.facts.units.UnitsAnswer;
import org.hearth.finding.Effect;
import org.hearth.finding.Finding;

/**
 * What Hearth says of one claim. The same claim, history and ruleset give an equal evaluation, in the same order.
 *
 * @param claimId the sender's own number for the claim
 * @param ruleset the version that judged it
 * @param findings by line (the claim itself first), id and row
 * @param notChecked what could not be judged, by topic and line
 * @param units what units the minutes allow, by date, discipline and line
 * @param proposedLines what to bill, for a chart-style request
 * @param functionalReporting the days on which functional reporting was due or made
 * @param history what was known of the claims before; {@code null} if nothing was
 */
public record Evaluation(
        String claimId,
        String ruleset,
        List<Finding> findings,
        List<NotChecked> notChecked,
        List<UnitsAnswer> units,
        List<ProposedLine> proposedLines,
        List<ReportingDay> functionalReporting,
        KnownPast history) {

    /** An evaluation that knew of no other claim. */
    public Evaluation(
            String claimId,
            String ruleset,
            List<Finding> findings,
            List<NotChecked> notChecked,
            List<UnitsAnswer> units,
            List<ProposedLine> proposedLines,
            List<ReportingDay> functionalReporting) {
        this(claimId, ruleset, findings, notChecked, units, proposedLines, functionalReporting, null);
    }

    public Evaluation {
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
        units = List.copyOf(units);
        proposedLines = List.copyOf(proposedLines);
        functionalReporting = List.copyOf(functionalReporting);
    }

    /** The worst effect of any finding, or {@code CLEAN}. */
    public String disposition() {
        return findings.stream()
                .map(Finding::effect)
                .max(Effect::compareTo)
                .map(Enum::name)
                .orElse("CLEAN");
    }
}
