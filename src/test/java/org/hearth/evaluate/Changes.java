package org.hearth.evaluate;

import java.util.List;
import org.hearth.facts.line.NotChecked;
import org.hearth.finding.Advice;
import org.hearth.finding.Effect;
import org.hearth.finding.Finding;
import org.hearth.finding.FindingPlace;
import org.hearth.finding.Grounds;
import org.hearth.finding.ResponseCodes;
import org.hearth.finding.RowReference;

/** Evaluations that differ. */
public final class Changes {

    private Changes() {}

    /** A finding on a line that comes from a row of {@code modifiers}. */
    public static Finding finding(String id, Effect effect, Integer line, String row, String message) {
        return new Finding(
                id,
                "title of " + id,
                effect,
                new FindingPlace(line, "FL 44", "/lines/0/modifiers", null),
                new Advice(message, "mend it"),
                new Grounds(
                        "a manual",
                        row == null ? null : new RowReference("modifiers", row, "modifiers.drl.xlsx", "Rules", "A9"),
                        null),
                new ResponseCodes(null, "4", null, null));
    }

    /** An evaluation with findings and nothing else. */
    public static Evaluation evaluation(String claimId, Finding... findings) {
        return new Evaluation(claimId, "v", List.of(findings), List.of(), List.of(), List.of(), List.of());
    }

    /** An evaluation of which the units of a line were not checked. */
    public static Evaluation halfChecked(String claimId, Finding... findings) {
        return new Evaluation(
                claimId,
                "v",
                List.of(findings),
                List.of(new NotChecked("units", List.of(1), "minutes")),
                List.of(),
                List.of(),
                List.of());
    }

    /** An impact with one claim of each kind, and problems. */
    public static Impact impact() {
        Finding error = finding("HHT-301", Effect.RTP, 1, "PT", "no `GP`");
        Finding warning = finding("HHT-302", Effect.WARN, 2, null, "odd `59`");
        Finding other = finding("HHT-302", Effect.WARN, 2, "59", "odd `59`, `XE`");
        Impact impact = new Impact("2026-11-23+aaaaaaaaaaaa", "2027-01-01+bbbbbbbbbbbb");
        impact.add(change(evaluation("A-1"), evaluation("A-1", error)));
        impact.add(change(evaluation("A-2", error), evaluation("A-2")));
        impact.add(change(evaluation("A-3", error, warning), evaluation("A-3", warning)));
        impact.add(change(evaluation("A-4", warning), evaluation("A-4", other)));
        impact.add(change(evaluation("A-5", warning), evaluation("A-5", warning)));
        impact.add(change(evaluation("A-6"), halfChecked("A-6")));
        impact.addUnreadable(new Impact.Unread("march.edi", "A-7", "`soon` is not a date"));
        impact.addUnused(new Impact.Unread(null, "A-8", "minutes not used: there is no line `9`"));
        impact.addDamaged(new Impact.Unread("march.edi", null, "it breaks off"));
        return impact;
    }

    private static ClaimChange change(Evaluation before, Evaluation after) {
        return ClaimChange.between("march.edi", before, after, java.util.Map.of());
    }
}
