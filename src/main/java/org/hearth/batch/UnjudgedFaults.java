package org.hearth.batch;

import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.GuideFault;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Shown;
import org.hearth.json.Problem;

/** What breaks the guide in claims that are not judged is told of their file: such a claim has no findings. */
final class UnjudgedFaults {

    private static final int MOST = 20;

    private final List<Problem> problems = new ArrayList<>();

    /** Notes the faults of a claim, unless it was judged. */
    void note(Claim claim, Evaluation evaluation) {
        if (evaluation.notJudged() == null) {
            return;
        }
        for (GuideFault fault : claim.asSent().faults()) {
            if (fault.leavesGuide() && problems.size() < MOST) {
                problems.add(new Problem(
                        null,
                        null,
                        "claim " + Shown.value(claim.claimId()) + ", segment " + fault.segment() + " at position "
                                + fault.at().position()
                                + (fault.element() == 0 ? "" : ", element " + fault.element())
                                + ": by the guide, " + fault.kind(),
                        "correct the claim, which is not judged here, before you send the file"));
            }
        }
    }

    /** The end of the file with what was noted of its claims, which is then forgotten. */
    Intake.End addedTo(Intake.End end) {
        List<Problem> errors = new ArrayList<>(end.errors());
        errors.addAll(problems);
        problems.clear();
        return new Intake.End(end.file(), end.problem(), end.warnings(), errors);
    }
}
