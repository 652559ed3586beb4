package org.hearth.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Correction;
import org.hearth.finding.FieldChange;
import org.hearth.finding.Finding;
import org.hearth.finding.LeftMend;
import org.hearth.finding.Mend;
import org.hearth.finding.MendRefusedException;
import org.hearth.finding.PatchOperation;
import org.hearth.finding.TextChange;
import org.hearth.history.Past;

/**
 * Makes the certain mends of a claim, one kind of finding after another, and judges it after each. A mend that leaves its
 * finding, or brings another, is taken back. Safe for use by several threads.
 */
final class Corrector {

    /** A hostile claim may have any number of findings. */
    private static final int MOST_TRIALS = 5_000;

    /**
     * What became of a claim.
     *
     * @param evaluation of the claim as it now stands
     * @param made what was changed, in its order
     * @param left certain mends that were not made
     */
    record Result(Evaluation evaluation, List<Correction> made, List<LeftMend> left) {}

    private final BiFunction<Claim, Past, Evaluation> evaluator;
    private final boolean certain;
    private final Set<String> only;

    /**
     * @param certain whether the certain mends are made
     * @param only the findings that are mended; empty for all
     */
    Corrector(BiFunction<Claim, Past, Evaluation> evaluator, boolean certain, Set<String> only) {
        this.evaluator = evaluator;
        this.certain = certain;
        this.only = Set.copyOf(only);
    }

    /** Makes a patch that somebody gave, whatever comes of it. */
    static Correction given(ClaimInPlace claim, List<PatchOperation> patch, List<String> because)
            throws MendRefusedException {
        ClaimInPlace.Trial trial = claim.attempt(patch);
        claim.take(trial);
        return new Correction(because, null, null, trial.fields(), trial.texts(), trial.left());
    }

    /** Makes the certain mends of a claim, judged by its past. */
    Result mended(ClaimInPlace claim, Past past) {
        Evaluation evaluation = evaluator.apply(claim.claim(), past);
        List<Correction> made = new ArrayList<>();
        Map<String, LeftMend> left = new LinkedHashMap<>();
        Set<String> together = new HashSet<>();
        for (int trials = 0; certain && trials < MOST_TRIALS; trials++) {
            Finding next = next(evaluation, left.keySet());
            if (next == null) {
                break;
            }
            // findings of one kind whose mends move nothing are mended together, and one by one where that fails
            List<Finding> kind = together.add(next.id()) ? alike(evaluation, next, left.keySet()) : List.of(next);
            Attempt attempt = attempt(claim, past, evaluation, kind);
            if (attempt.refusal() == null) {
                made.addAll(attempt.made());
                evaluation = attempt.evaluation();
            } else if (kind.size() == 1) {
                left.put(key(next), new LeftMend(next, attempt.refusal()));
            }
        }
        return new Result(evaluation, made, List.copyOf(left.values()));
    }

    private Finding next(Evaluation evaluation, Set<String> passed) {
        for (Finding finding : evaluation.findings()) {
            if (isCertain(finding) && !passed.contains(key(finding))) {
                return finding;
            }
        }
        return null;
    }

    private boolean isCertain(Finding finding) {
        return finding.mend() == Mend.CERTAIN && (only.isEmpty() || only.contains(finding.id()));
    }

    private List<Finding> alike(Evaluation evaluation, Finding first, Set<String> passed) {
        List<Finding> alike = new ArrayList<>(List.of(first));
        for (Finding finding : evaluation.findings()) {
            if (finding != first
                    && finding.id().equals(first.id())
                    && isCertain(finding)
                    && !passed.contains(key(finding))
                    && stays(finding)) {
                alike.add(finding);
            }
        }
        return stays(first) ? alike : List.of(first);
    }

    /** Whether a mend leaves every other field where it is. */
    private static boolean stays(Finding finding) {
        return finding.patch().stream()
                .allMatch(operation -> operation.op().equals("replace")
                        || operation.op().equals("add") && operation.path().endsWith("/-"));
    }

    private static String key(Finding finding) {
        return finding.id() + " " + finding.message() + " " + finding.patch();
    }

    /** What came of mending some findings. */
    private record Attempt(List<Correction> made, Evaluation evaluation, String refusal) {

        static Attempt refused(String why) {
            return new Attempt(List.of(), null, why);
        }
    }

    private Attempt attempt(ClaimInPlace claim, Past past, Evaluation before, List<Finding> findings) {
        ClaimInPlace.Mark was = claim.mark();
        List<Correction> made = new ArrayList<>();
        String refusal;
        try {
            for (Finding finding : findings) {
                ClaimInPlace.Trial trial = claim.attempt(finding.patch());
                claim.take(trial);
                made.add(correction(finding, trial.fields(), trial.texts(), trial.left()));
            }
            Evaluation after = evaluator.apply(claim.claim(), past);
            refusal = refusal(before, after, findings);
            if (refusal == null) {
                return new Attempt(made, after, null);
            }
        } catch (MendRefusedException e) {
            refusal = e.getMessage();
        }
        claim.backTo(was);
        return Attempt.refused(refusal);
    }

    private static Correction correction(
            Finding finding, List<FieldChange> fields, List<TextChange> texts, List<String> left) {
        return new Correction(List.of(finding.id()), finding.line(), finding.message(), fields, texts, left);
    }

    /** Why a mend is taken back; {@code null} if its findings are gone and none has come. */
    private static String refusal(Evaluation before, Evaluation after, List<Finding> mended) {
        Map<String, Integer> had = counts(before);
        Map<String, Integer> has = counts(after);
        String id = mended.get(0).id();
        if (has.getOrDefault(id, 0) > had.get(id) - mended.size()) {
            return "it does not take the finding away";
        }
        for (Map.Entry<String, Integer> one : has.entrySet()) {
            if (one.getValue() > had.getOrDefault(one.getKey(), 0)) {
                return "it brings " + one.getKey();
            }
        }
        return null;
    }

    private static Map<String, Integer> counts(Evaluation evaluation) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        evaluation.findings().forEach(finding -> counts.merge(finding.id(), 1, Integer::sum));
        return counts;
    }
}
