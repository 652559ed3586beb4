package org.hearth.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.Finding;

/**
 * A claim that may be somebody's, said again in the words of an example, which is nobody's. Numbers and names become made-up
 * ones, of beneficiaries, claims, agencies and practitioners alike; dates and codes stay, and what an example cannot say is left
 * out. That nothing else is lost is not promised but seen: what was written is read again, as it was and from the cells that
 * will hold it, and compared member by member, and both claims must get the same findings.
 */
public final class NobodysClaim {

    private static final int MOST_NAMED = 5;

    private NobodysClaim() {}

    /**
     * A claim in the words of an example.
     *
     * @param claim the same claim to the rules, and nobody's
     * @param expect what comes of it, as an example expects it
     * @param left what was replaced or left out, in words
     */
    public record Said(TriedClaim claim, String expect, List<String> left) {
        public Said {
            left = List.copyOf(left);
        }
    }

    /**
     * A claim in the words of an example: as it was written if it was written so, else said again.
     *
     * @param text as it was written
     * @param claim what was read of it
     * @param evaluator judges it
     * @throws TriedClaim.UnreadableException if it cannot be an example
     */
    public static Said of(String text, Claim claim, Evaluator evaluator) throws TriedClaim.UnreadableException {
        if (!TriedClaim.isExample(text)) {
            return of(claim, evaluator);
        }
        TriedClaim said = TriedClaim.inShort(text);
        return new Said(said, TriedClaim.answer(said.on(evaluator).evaluate(said.claim())), List.of());
    }

    /**
     * Says a claim in the words of an example.
     *
     * @param claim anybody's
     * @param evaluator judges both
     * @throws TriedClaim.UnreadableException if the words of an example cannot say it, or said so it gets other findings
     */
    public static Said of(Claim claim, Evaluator evaluator) throws TriedClaim.UnreadableException {
        List<String> differs = List.of();
        Set<String> left = new LinkedHashSet<>();
        for (boolean misshapen : new boolean[] {false, true}) {
            left.clear();
            TriedClaim said = new ClaimInWords(claim, misshapen, left).tried();
            Evaluator judge = said.on(evaluator);
            List<String> wanted = findings(claim, judge.evaluate(claim));
            Evaluation answer = judge.evaluate(said.claim());
            List<String> got = findings(said.claim(), answer);
            if (got.equals(wanted)) {
                if (!findings(claim, evaluator.evaluate(claim)).equals(wanted)) {
                    left.add("what imported code sets say of it");
                }
                return new Said(said, TriedClaim.answer(answer), List.copyOf(left));
            }
            differs = differs.isEmpty() ? differences(wanted, got) : differs;
        }
        throw new TriedClaim.UnreadableException("said as an example it comes out otherwise ("
                + String.join(", ", differs) + "); an example has no " + String.join(", ", left));
    }

    /** Each finding by what it is and where, whatever the lines are numbered. */
    private static List<String> findings(Claim claim, Evaluation evaluation) {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        for (ServiceLine line : claim.lines()) {
            places.put(line.lineNumber(), places.size() + 1);
        }
        List<String> all = new ArrayList<>();
        if (evaluation.notJudged() != null) {
            all.add(Evaluation.NOT_JUDGED);
        }
        for (Finding finding : evaluation.findings()) {
            String line = finding.line() == null ? "" : " line " + places.getOrDefault(finding.line(), finding.line());
            all.add(finding.id() + line);
        }
        return all.stream().sorted().toList();
    }

    private static List<String> differences(List<String> wanted, List<String> got) {
        List<String> all = new ArrayList<>();
        minus(wanted, got).forEach(one -> all.add("without " + one));
        minus(got, wanted).forEach(one -> all.add("with " + one));
        return all.stream().limit(MOST_NAMED).toList();
    }

    private static List<String> minus(Collection<String> from, Collection<String> what) {
        List<String> rest = new ArrayList<>(from);
        what.forEach(rest::remove);
        return rest;
    }
}
