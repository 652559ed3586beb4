package org.hearth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hearth.claim.Claim;
import org.hearth.facts.ClaimFacts;
import org.hearth.finding.Finding;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;

/** The work on a claim grows with its lines, never with their pairs. How long it takes, the benchmark tells. */
class LargeClaimsTest {

    private static final int A_LINE = 6;

    @Test
    void factsAndFiredRulesGrowWithTheLines() {
        Map<String, String> tooMuch = new TreeMap<>();
        LargeClaims.all().forEach((kind, claim) -> {
            int most = A_LINE * claim.lines().size();
            int facts = ClaimFacts.of(claim, Rulesets.ruleset().codes()).all().size();
            AtomicInteger fired = new AtomicInteger();
            Evaluation evaluation = Rulesets.evaluator().trace(claim, rule -> fired.incrementAndGet());
            if (facts > most || fired.get() > most || evaluation.findings().size() > most) {
                tooMuch.put(kind, facts + " facts, " + fired + " rules fired");
            }
        });

        assertThat(tooMuch).isEmpty();
    }

    @Test
    void aPlaceRepeatedOnEveryLineIsToldOnceALine() {
        Claim claim = LargeClaims.all().get("one place of care 999 times");

        assertThat(Rulesets.evaluator().evaluate(claim).findings())
                .filteredOn(finding -> finding.id().equals("HHT-812"))
                .extracting(Finding::line)
                .doesNotHaveDuplicates()
                .hasSize(claim.lines().size() - 2);
    }

    @Test
    void spansOfCenturiesInTheHistoryCoverAsDaysDo() {
        Claim claim = LargeClaims.all().get("earlier claims of centuries");

        assertThat(Rulesets.evaluator().evaluate(claim).findings())
                .filteredOn(finding -> finding.id().equals("HHT-810"))
                .hasSize(997);
    }
}
