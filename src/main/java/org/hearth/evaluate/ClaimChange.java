package org.hearth.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hearth.finding.Finding;
import org.hearth.finding.Grounds;
import org.hearth.finding.RowReference;
import org.hearth.finding.Severity;

/**
 * What another ruleset makes of a claim. Findings are the same if they say the same to whoever reads them and come from
 * the same table row; where the row stands in its sheet means nothing.
 *
 * @param file the name of the claim's file, or {@code null}
 * @param claimId the sender's own number for the claim
 * @param verdict what it comes to
 * @param before the disposition as it was
 * @param after the disposition as it is
 * @param findings the findings that appear, disappear or change
 * @param answers the other answers that differ
 */
public record ClaimChange(
        String file,
        String claimId,
        Verdict verdict,
        String before,
        String after,
        List<FindingChange> findings,
        Set<Answer> answers) {

    /** What a change of the ruleset comes to for a claim. */
    public enum Verdict {
        /** There is a finding at error level, and there was none. */
        NEWLY_FAILING("newly failing"),
        /** There is no finding, and there was one. */
        NEWLY_CLEAN("newly clean"),
        /** There was a finding at error level, and lesser ones are all that is left. */
        NO_LONGER_FAILING("no longer failing"),
        /** The answer differs otherwise. */
        CHANGED("changed otherwise"),
        /** The answer is the same. */
        UNCHANGED("unchanged");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** How people call it. */
        public String label() {
            return label;
        }
    }

    /** What an evaluation tells beside findings. */
    public enum Answer {
        /** What could not be judged. */
        NOT_CHECKED("what is not checked", Evaluation::notChecked),
        /** What units the minutes allow. */
        UNITS("units that the minutes allow", Evaluation::units),
        /** What to bill for a chart-style request. */
        PROPOSED_LINES("lines to bill", Evaluation::proposedLines),
        /** When functional reporting was due or made. */
        FUNCTIONAL_REPORTING("functional reporting due", Evaluation::functionalReporting);

        private final String label;
        private final Function<Evaluation, List<?>> part;

        Answer(String label, Function<Evaluation, List<?>> part) {
            this.label = label;
            this.part = part;
        }

        /** How people call it. */
        public String label() {
            return label;
        }
    }

    public ClaimChange {
        findings = List.copyOf(findings);
        answers = Set.copyOf(answers);
    }

    /**
     * Compares two evaluations of one claim.
     *
     * @param file the name of the claim's file, or {@code null}
     * @param renamedRows the new name of each row that is the same but for its key, {@code table/key} by {@code
     *     table/key}
     */
    public static ClaimChange between(
            String file, Evaluation before, Evaluation after, Map<String, String> renamedRows) {
        List<FindingChange> findings = findings(before.findings(), after.findings(), renamedRows);
        Set<Answer> answers = EnumSet.noneOf(Answer.class);
        for (Answer answer : Answer.values()) {
            if (!answer.part.apply(before).equals(answer.part.apply(after))) {
                answers.add(answer);
            }
        }
        return new ClaimChange(
                file,
                after.claimId(),
                verdict(
                        before,
                        after,
                        findings.isEmpty()
                                && answers.isEmpty()
                                && Objects.equals(before.notJudged(), after.notJudged())),
                before.disposition(),
                after.disposition(),
                findings,
                answers);
    }

    /**
     * The same change, each finding with the changed rows behind it.
     *
     * @param used the rows that had a part in judging the claim, before or after
     * @param changed the rows that the change touches, {@code table/key}
     */
    public ClaimChange with(UsedRows used, Set<String> changed) {
        List<FindingChange> credited = findings.stream()
                .map(finding -> {
                    Set<String> behind = used.behind(finding.finding().line());
                    behind.retainAll(changed);
                    return new FindingChange(finding.before(), finding.after(), behind);
                })
                .toList();
        return new ClaimChange(file, claimId, verdict, before, after, credited, answers);
    }

    private static Verdict verdict(Evaluation before, Evaluation after, boolean same) {
        if (same) {
            return Verdict.UNCHANGED;
        }
        boolean failed = failing(before);
        boolean fails = failing(after);
        if (fails != failed && fails) {
            return Verdict.NEWLY_FAILING;
        }
        if (after.notJudged() != null) {
            return Verdict.CHANGED;
        }
        if (after.findings().isEmpty() && !before.findings().isEmpty()) {
            return Verdict.NEWLY_CLEAN;
        }
        return failed && !fails ? Verdict.NO_LONGER_FAILING : Verdict.CHANGED;
    }

    private static boolean failing(Evaluation evaluation) {
        return evaluation.findings().stream()
                .anyMatch(finding -> finding.effect().severity() == Severity.ERROR);
    }

    /** What says the same goes first; then what is told of the same line and field by the same row; then by any row. */
    private static List<FindingChange> findings(
            List<Finding> before, List<Finding> after, Map<String, String> renamedRows) {
        if (before.isEmpty() && after.isEmpty()) {
            return List.of();
        }
        List<Finding> gone = new ArrayList<>(
                before.stream().map(one -> said(one, renamedRows)).toList());
        List<Finding> come =
                new ArrayList<>(after.stream().map(one -> said(one, Map.of())).toList());
        pair(gone, come, one -> one);
        List<FindingChange> changes = new ArrayList<>(pair(
                gone, come, one -> Arrays.asList(one.id(), one.line(), one.field(), FindingChange.row(one.row()))));
        changes.addAll(pair(gone, come, one -> Arrays.asList(one.id(), one.line(), one.field())));
        gone.forEach(one -> changes.add(new FindingChange(one, null)));
        come.forEach(one -> changes.add(new FindingChange(null, one)));
        return changes;
    }

    /** Takes out of both lists what agrees in something, each with one of the other. */
    private static List<FindingChange> pair(List<Finding> gone, List<Finding> come, Function<Finding, Object> by) {
        if (gone.isEmpty() || come.isEmpty()) {
            return List.of();
        }
        Map<Object, Deque<Finding>> now = new HashMap<>();
        come.forEach(one ->
                now.computeIfAbsent(by.apply(one), key -> new ArrayDeque<>()).add(one));
        List<FindingChange> pairs = new ArrayList<>();
        for (Iterator<Finding> old = gone.iterator(); old.hasNext(); ) {
            Finding was = old.next();
            Deque<Finding> candidates = now.getOrDefault(by.apply(was), new ArrayDeque<>());
            if (!candidates.isEmpty()) {
                pairs.add(new FindingChange(was, candidates.remove()));
                old.remove();
            }
        }
        come.clear();
        now.values().forEach(come::addAll);
        return pairs;
    }

    /** A finding without the places in files, which say nothing of the claim. */
    private static Finding said(Finding finding, Map<String, String> renamedRows) {
        RowReference row = finding.row();
        if (row != null) {
            String name = renamedRows.getOrDefault(FindingChange.row(row), FindingChange.row(row));
            row = new RowReference(
                    row.table(), name.substring(row.table().length() + 1), row.workbook(), row.sheet(), null);
        }
        return new Finding(
                finding.id(),
                finding.title(),
                finding.effect(),
                finding.place().inClaim(),
                finding.advice(),
                new Grounds(finding.citation(), row, null),
                finding.codes());
    }
}
