package org.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hearth.claim.Claim;
import org.hearth.claim.ContextFact;
import org.hearth.claim.ServiceLine;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.facts.claim.Need;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.junit.jupiter.api.Test;

/** What could not be judged is said: of no finding does a fact that was taken away leave nothing behind. */
class NeedsTest {

    /** What is taken away, and what the answer then says that it wants. */
    private record Loss(UnaryOperator<Claim> of, Set<String> needs) {}

    @Test
    void aFindingThatGoesWithAFactIsListedAsNotChecked() {
        Map<String, String> silent = new TreeMap<>();
        for (Example example : Examples.all(Rulesets.files(), Rulesets.ruleset())) {
            if (example.expectedIds().isEmpty()) {
                continue;
            }
            Claim claim = example.toClaim();
            Evaluator evaluator = example.on(Rulesets.evaluator());
            Evaluation whole = evaluator.evaluate(claim);
            for (Loss loss : losses()) {
                Claim poorer = loss.of().apply(claim);
                if (poorer.equals(claim)) {
                    continue;
                }
                Evaluation left = evaluator.evaluate(poorer);
                boolean said = left.notChecked().stream()
                        .anyMatch(entry -> loss.needs().contains(entry.needs()));
                for (String id : new TreeSet<>(ids(whole))) {
                    if (count(whole, id) > count(left, id) && !said) {
                        silent.putIfAbsent(id + " without " + loss.needs(), example.toString());
                    }
                }
            }
        }
        assertThat(silent)
                .as("findings that go without a word when a fact is taken away, and an example of each")
                .isEmpty();
    }

    private static List<String> ids(Evaluation evaluation) {
        return evaluation.findings().stream().map(finding -> finding.id()).toList();
    }

    private static long count(Evaluation evaluation, String id) {
        return evaluation.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .count();
    }

    private static List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        losses.add(new Loss(claim -> claim.toBuilder().history(null).build(), words(Need.EARLIER_CLAIMS)));
        losses.add(new Loss(claim -> claim.toBuilder().receivedDate(null).build(), words(Need.RECEIPT)));
        losses.add(new Loss(claim -> claim.toBuilder().payer(null).build(), words(Need.PAYER)));
        for (ContextFact fact : ContextFact.values()) {
            losses.add(new Loss(
                    claim -> claim.toBuilder()
                            .context(claim.context().without(fact))
                            .build(),
                    need(fact)));
        }
        losses.add(new Loss(
                claim -> lines(claim, line -> line.withMinutes(null, null)),
                Set.of("minutes", "minutes by therapist and assistant")));
        return losses;
    }

    private static Set<String> words(Need need) {
        return Set.of(need.toString());
    }

    private static Set<String> need(ContextFact fact) {
        return switch (fact) {
            case UNDER_HOME_HEALTH_PLAN -> words(Need.HOME_HEALTH_PLAN);
            case HOMEBOUND -> words(Need.HOMEBOUND);
            case HOME_HEALTH_PERIODS -> words(Need.HOME_HEALTH_PERIODS);
            case THERAPY_AMOUNT_BEFORE -> Set.of("therapy amount before");
            case DISCHARGED_ON -> words(Need.DISCHARGES);
            case ONE_TIME_VISITS -> words(Need.ONE_TIME_VISITS);
            case SECOND_PLAN_EVALUATIONS -> words(Need.SECOND_PLANS);
            case NOTICE_OF_ADMISSION -> words(Need.NOTICE_OF_ADMISSION);
            case INPATIENT_STAYS -> words(Need.INPATIENT_STAYS);
            case HOSPICE_PERIODS -> words(Need.HOSPICE_ELECTIONS);
            case MEDICARE_ADVANTAGE_PERIODS -> words(Need.MEDICARE_ADVANTAGE);
            case CERTIFICATIONS -> words(Need.CERTIFICATIONS);
            case PART_A -> words(Need.PART_A);
            case PART_B -> words(Need.PART_B);
            case DIED_ON -> words(Need.DEATH);
            case PAYERS_BEFORE -> words(Need.PAYERS_BEFORE);
        };
    }

    private static Claim lines(Claim claim, UnaryOperator<ServiceLine> change) {
        return claim.toBuilder()
                .lines(claim.lines().stream().map(change).toList())
                .build();
    }
}
