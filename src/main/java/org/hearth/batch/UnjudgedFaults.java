package org.hearth.batch;

import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.GuideFault;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Shown;
import org.hearth.json.Problem;

/**
 * What breaks the guide in claims that are not judged, which is told of their file: such a claim has no findings. Not safe for
 * use by several threads.
 */
public final class UnjudgedFaults {

    private static final int MOST = 20;

    private final List<Problem> problems = new ArrayList<>();

    /** The faults of a claim; none of one that was judged. */
    public static List<Problem> of(Claim claim, Evaluation evaluation) {
        if (evaluation.notJudged() == null) {
            return List.of();
        }
        return claim.asSent().faults().stream()
                .filter(GuideFault::leavesGuide)
                .limit(MOST)
                .map(fault -> new Problem(
                        null,
                        null,
                        "claim " + Shown.value(claim.claimId()) + ", segment " + fault.segment() + " at position "
                                + fault.at().position()
                                + (fault.element() == 0 ? "" : ", element " + fault.element())
                                + ": by the guide, " + fault.kind(),
                        "correct the claim, which is not judged here, before you send the file"))
                .toList();
    }

    /** Notes the {@link #of faults} of the next claim of a file; so many are told. */
    public void note(List<Problem> faults) {
        problems.addAll(faults.subList(0, Math.min(faults.size(), MOST - problems.size())));
    }

    /** What was noted of the claims of a file, which is then forgotten. */
    List<Problem> take() {
        List<Problem> noted = List.copyOf(problems);
        problems.clear();
        return noted;
    }

    /** The end of the file with what was noted of its claims, which is then forgotten. */
    public Intake.End addedTo(Intake.End end) {
        List<Problem> errors = new ArrayList<>(end.errors());
        errors.addAll(take());
        return new Intake.End(end.file(), end.problem(), end.warnings(), errors);
    }
}
