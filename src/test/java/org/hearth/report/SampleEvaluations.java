package org.hearth.report;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Location;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.line.NotChecked;
import org.hearth.facts.units.ProposedLine;
import org.hearth.finding.Advice;
import org.hearth.finding.Effect;
import org.hearth.finding.Finding;
import org.hearth.finding.FindingPlace;
import org.hearth.finding.Grounds;
import org.hearth.finding.ResponseCodes;
import org.hearth.finding.RowReference;

/** Synthetic evaluations to report. */
final class SampleEvaluations {

    static final Location MARCH = new Location("march.edi", 1, "0001", "SV2", 41, 2);

    private SampleEvaluations() {}

    /** The finding that the design shows. */
    static Finding missingModifier(Location at) {
        return new Finding(
                "HHT-301",
                "missing discipline modifier",
                Effect.RTP,
                new FindingPlace(3, "FL 44", "/lines/2/modifiers", at),
                new Advice("revenue code `0421` on a 34X claim carries no `GP`", "add modifier `GP`"),
                new Grounds(
                        "Pub. 100-04 ch. 5 s. 20.1",
                        new RowReference(
                                "discipline-requirements", "PT", "discipline-requirements.drl.xlsx", "Rules", "B10"),
                        "rules/modifiers/HHT-301-missing-discipline-modifier.drl"),
                new ResponseCodes(null, "4", null, "A7:453"));
    }

    /** A finding with nothing that can be absent. */
    static Finding bare(Effect effect, String message) {
        return new Finding(
                "HHT-102",
                "a title",
                effect,
                new FindingPlace(null, null, "", null),
                new Advice(message, null),
                new Grounds(null, null, null),
                new ResponseCodes("31755", null, "N362", null));
    }

    static Evaluation of(String claimId, Finding... findings) {
        return new Evaluation(claimId, "v1", List.of(findings), List.of(), List.of(), List.of(), List.of());
    }

    /** A claim without findings of which not everything was checked. */
    static Evaluation halfChecked() {
        return new Evaluation(
                "A-1008",
                "v1",
                List.of(),
                List.of(
                        new NotChecked("functional reporting", List.of(), "earlier claims"),
                        new NotChecked("units", List.of(3), "minutes"),
                        new NotChecked("units", List.of(4, 5, 6), "minutes")),
                List.of(),
                List.of(
                        new ProposedLine(1, "97110", "0420", List.of("GP", "CQ"), LocalDate.of(2022, 3, 7), 1),
                        new ProposedLine(2, "97530", "0420", List.of(), null, 2)),
                List.of());
    }
}
