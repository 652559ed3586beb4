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
 * @param notJudged why the claim was not judged at all, and so has nothing of the above; {@code null} where it was
 */
public record Evaluation(
        String claimId,
        String ruleset,
        List<Finding> findings,
        List<NotChecked> notChecked,
        List<UnitsAnswer> units,
        List<ProposedLine> proposedLines,
        List<ReportingDay> functionalReporting,
        KnownPast history,
        OutOfScope notJudged) {

    /** The disposition of a claim that was not judged; it ranks below {@code CLEAN}. */
    public static final String NOT_JUDGED = "NOT_JUDGED";

    public Evaluation {
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
        units = List.copyOf(units);
        proposedLines = List.copyOf(proposedLines);
        functionalReporting = List.copyOf(functionalReporting);
    }

    /** What Hearth says of a claim that it judges and of whose past it knew nothing. */
    public Evaluation(
            String claimId,
            String ruleset,
            List<Finding> findings,
            List<NotChecked> notChecked,
            List<UnitsAnswer> units,
            List<ProposedLine> proposedLines,
            List<ReportingDay> functionalReporting) {
        this(claimId, ruleset, findings, notChecked, units, proposedLines, functionalReporting, null, null);
    }

    /** What Hearth says of a claim that it does not judge. */
    static Evaluation of(String claimId, String ruleset, OutOfScope why) {
        return new Evaluation(claimId, ruleset, List.of(), List.of(), List.of(), List.of(), List.of(), null, why);
    }

    /** The worst effect of any finding, or {@code CLEAN}; {@link #NOT_JUDGED} of a claim that was not judged. */
    public String disposition() {
        if (notJudged != null) {
            return NOT_JUDGED;
        }
        return findings.stream()
                .map(Finding::effect)
                .max(Effect::compareTo)
                .map(Enum::name)
                .orElse("CLEAN");
    }
}
