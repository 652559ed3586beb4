package org.hearth.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Correction;
import org.hearth.finding.Finding;
import org.hearth.finding.LeftMend;
import org.hearth.finding.Mend;
import org.hearth.finding.MendRefusedException;
import org.hearth.finding.PatchOperation;
import org.hearth.history.Past;

/**
 * Makes the certain mends of a claim, one kind of finding after another, and judges it after each. A mend that leaves its
 * finding, or brings another, is taken back. Safe for use by several threads.
 */
final class Corrector {

    /** A hostile claim may have any number of findings, and each trial is an evaluation. */
    private static final int MOST_TRIALS = 200;

    private static final int MOST_TOGETHER = 10_000;

    /** After so many mends of one id that failed, one by one, its others are left untried. */
    private static final int MOST_FAILURES = 3;

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
        ClaimInPlace.Trial trial = claim.attempt(List.of(patch), false);
        claim.take(trial);
        return correction(because, null, null, trial.parts().get(0));
    }

    /** Makes the certain mends of a claim, judged by its past. */
    Result mended(ClaimInPlace claim, Past past) {
        Evaluation evaluation = evaluator.apply(claim.claim(), past);
        List<Correction> made = new ArrayList<>();
        Map<String, LeftMend> left = new LinkedHashMap<>();
        Map<String, Integer> together = new HashMap<>();
        Set<String> mended = new HashSet<>();
        Map<String, Integer> failures = new HashMap<>();
        int trials = 0;
        while (certain) {
            Finding next = next(evaluation, left.keySet());
            if (next == null) {
                break;
            }
            int failed = failures.getOrDefault(next.id(), 0);
            if (failed >= MOST_FAILURES || trials >= MOST_TRIALS) {
                String why = failed >= MOST_FAILURES
                        ? MOST_FAILURES + " other mends of " + next.id() + " on this claim failed"
                        : "the claim had " + MOST_TRIALS + " trials; mend it, and correct it again";
                left.put(key(next), new LeftMend(next, false, why));
                continue;
            }
            trials++;
            // all of one id together, half as many where that fails, and twice as many where it does not
            List<Finding> kind =
                    alike(evaluation, next, left.keySet(), together.getOrDefault(next.id(), MOST_TOGETHER));
            Set<String> tried = new HashSet<>(mended);
            kind.forEach(finding -> tried.add(key(finding)));
            Attempt attempt = attempt(claim, past, evaluation, kind, tried);
            together.put(next.id(), attempt.refusal() == null ? kind.size() * 2 : Math.max(1, kind.size() / 2));
            if (attempt.refusal() == null) {
                mended.addAll(tried);
                made.addAll(attempt.made());
                evaluation = attempt.evaluation();
            } else if (kind.size() == 1) {
                failures.merge(next.id(), 1, Integer::sum);
                left.put(key(next), new LeftMend(next, attempt.judged(), attempt.refusal()));
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

    /** A finding and others of its id whose mends do not move what the other mends name. */
    private List<Finding> alike(Evaluation evaluation, Finding first, Set<String> passed, int most) {
        List<Finding> alike = new ArrayList<>();
        Set<String> named = new HashSet<>();
        Set<String> moved = new HashSet<>();
        for (Finding finding : evaluation.findings()) {
            if (alike.size() < most
                    && finding.id().equals(first.id())
                    && isCertain(finding)
                    && !passed.contains(key(finding))) {
                List<String> moves = moves(finding);
                List<String> names = names(finding);
                if (Collections.disjoint(moves, named) && Collections.disjoint(names, moved)) {
                    alike.add(finding);
                    named.addAll(names);
                    moved.addAll(moves);
                }
            }
        }
        return alike;
    }

    /** The lists in which a mend moves items to other places. */
    private static List<String> moves(Finding finding) {
        return finding.patch().stream()
                .filter(operation ->
                        !operation.op().equals("replace") && !operation.path().endsWith("/-"))
                .map(operation -> parent(operation.path()))
                .toList();
    }

    /** The fields that a mend names, and all that they stand in. */
    private static List<String> names(Finding finding) {
        List<String> names = new ArrayList<>();
        for (PatchOperation operation : finding.patch()) {
            for (String at = operation.path(); !at.isEmpty(); at = parent(at)) {
                names.add(at);
            }
        }
        return names;
    }

    private static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    private static String key(Finding finding) {
        return finding.id() + " " + finding.line() + " " + finding.message() + " " + finding.patch();
    }

    /** What came of mending some findings. */
    private record Attempt(List<Correction> made, Evaluation evaluation, boolean judged, String refusal) {}

    private Attempt attempt(
            ClaimInPlace claim, Past past, Evaluation before, List<Finding> findings, Set<String> mended) {
        ClaimInPlace.Mark was = claim.mark();
        ClaimInPlace.Trial trial;
        try {
            trial = claim.attempt(findings.stream().map(Finding::patch).toList(), true);
        } catch (MendRefusedException e) {
            return new Attempt(List.of(), null, false, e.getMessage());
        }
        claim.take(trial);
        Evaluation after = evaluator.apply(claim.claim(), past);
        String refusal = refusal(before, after, findings, mended);
        if (refusal != null) {
            claim.backTo(was);
            return new Attempt(List.of(), null, true, refusal);
        }
        List<Correction> made = new ArrayList<>();
        for (int index = 0; index < findings.size(); index++) {
            Finding finding = findings.get(index);
            made.add(correction(
                    List.of(finding.id()),
                    finding.line(),
                    finding.message(),
                    trial.parts().get(index)));
        }
        return new Attempt(made, after, true, null);
    }

    private static Correction correction(List<String> because, Integer line, String why, ClaimInPlace.Part part) {
        return new Correction(because, line, why, part.fields(), part.texts(), part.left(), part.kept());
    }

    /**
     * Why a mend is taken back; {@code null} if its findings are gone, or others of their id, which was not mended before,
     * stand in their place, and none of another id has come.
     */
    private static String refusal(Evaluation before, Evaluation after, List<Finding> findings, Set<String> mended) {
        Map<String, Integer> had = counts(before);
        Map<String, Integer> has = counts(after);
        String id = findings.get(0).id();
        boolean gone = has.getOrDefault(id, 0) <= had.get(id) - findings.size();
        if (!gone
                && after.findings().stream()
                        .filter(finding -> finding.id().equals(id))
                        .anyMatch(finding -> mended.contains(key(finding)))) {
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
