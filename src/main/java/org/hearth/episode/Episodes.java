package org.hearth.episode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.hearth.claim.Claim;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.HeaderCode;
import org.hearth.codes.HeaderKind;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.facts.ClaimFacts;
import org.hearth.history.Earlier;
import org.hearth.history.History;
import org.hearth.history.Past;
import org.hearth.history.Seal;
import org.hearth.ruleset.Ruleset;

/**
 * Makes episodes of claims, wherever they come from, by one ruleset. Each claim is judged with those before it in its
 * episode as what was billed before, unless its sender says what was. Safe for use by several threads.
 */
public final class Episodes {

    /**
     * How many claims are taken at a time: each is judged beside all before it, so time grows with the square. Ten years of
     * one beneficiary are a fifth of it.
     */
    public static final int MOST_CLAIMS = 1_000;

    /** How many service lines they may have together, for the same reason. */
    public static final int MOST_LINES = 30_000;

    /** The label that the list of header codes has for a patient whose care goes on. */
    private static final String GOES_ON = "still a patient";

    private static final Comparator<Claim> ORDER = Comparator.comparing(Claim::statementFrom)
            .thenComparing(Claim::statementThrough)
            .thenComparing(Claim::receivedDate, Comparator.nullsLast(Comparator.naturalOrder()));

    private record Subject(String member, String agency) {}

    private final Ruleset ruleset;
    private final BiFunction<Claim, Past, Evaluation> evaluator;

    /** Episodes of claims that a ruleset judges. */
    public Episodes(Ruleset ruleset) {
        this(ruleset, new Evaluator(() -> ruleset)::evaluate);
    }

    /** @param evaluator judges a claim by its past and by the ruleset */
    public Episodes(Ruleset ruleset, BiFunction<Claim, Past, Evaluation> evaluator) {
        this.ruleset = ruleset;
        this.evaluator = evaluator;
    }

    /** The version of the ruleset that the claims are judged by. */
    public String version() {
        return ruleset.version();
    }

    /** The claims of each beneficiary and agency, in the order in which their first claims stand. */
    public static List<List<Claim>> bySubject(List<Claim> claims) {
        Map<Subject, List<Claim>> bySubject = new LinkedHashMap<>();
        for (Claim claim : claims) {
            bySubject
                    .computeIfAbsent(
                            new Subject(claim.beneficiaryId(), claim.billingProviderNpi()), any -> new ArrayList<>())
                    .add(claim);
        }
        return List.copyOf(bySubject.values());
    }

    /**
     * The episode of the claims of one beneficiary and agency.
     *
     * @param claims at least one, in any order
     * @param number which of an answer's episodes it is, from 1
     */
    public Episode of(List<Claim> claims, int number) {
        List<Claim> inOrder = claims.stream().sorted(ORDER).toList();
        Codes codes = ruleset.codes();
        Set<Claim> standing = standing(inOrder);
        List<JudgedClaim> judged = new ArrayList<>(inOrder.size());
        EpisodeView view = new EpisodeView(codes);
        for (int index = 0; index < inOrder.size(); index++) {
            Claim claim = inOrder.get(index);
            Past past = Past.of(claim, before(inOrder, index), true, List.of(), Seal.NONE);
            Evaluation evaluation = evaluator.apply(claim, past);
            ClaimFacts facts = ClaimFacts.of(claim, past, codes);
            HeaderCode status = claim.patientStatus() == null
                    ? null
                    : codes.headerCode(
                            HeaderKind.STATUS.with(claim.patientStatus()),
                            Day.of(claim.statementFrom()),
                            Day.of(claim.statementThrough()));
            JudgedClaim one = new JudgedClaim(
                    claim,
                    facts.bill().kind(),
                    standing.contains(claim),
                    status == null ? null : status.label(),
                    claim.patientStatus() == null
                            || status != null && status.label().equals(GOES_ON),
                    evaluation);
            judged.add(one);
            if (one.stands()) {
                view.add(one, facts);
            }
        }
        return view.episode(number, judged);
    }

    /** The claims before one. Their input shows what is there, not that there is nothing else. */
    private static List<Earlier> before(List<Claim> inOrder, int index) {
        return inOrder.subList(0, index).stream()
                .map(claim -> new Earlier(claim, Earlier.Source.FILE))
                .toList();
    }

    /** The claims that none of the others takes back, but for those that only take back. */
    private Set<Claim> standing(List<Claim> claims) {
        Map<String, List<Claim>> byKind = new LinkedHashMap<>();
        for (Claim claim : claims) {
            byKind.computeIfAbsent(claim.typeOfBill().kind(), any -> new ArrayList<>())
                    .add(claim);
        }
        // by identity: two claims that say the same are two all the same
        Set<Claim> standing = Collections.newSetFromMap(new IdentityHashMap<>());
        for (List<Claim> alike : byKind.values()) {
            Past all = new Past(before(alike, alike.size()), true, 0, 0, Seal.NONE);
            History.of(alike.get(0), all, ruleset.codes()).standing().forEach(one -> standing.add(one.claim()));
        }
        return standing;
    }
}
