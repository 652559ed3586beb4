package org.hearth.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.modelcompiler.KieBaseBuilder;
import org.hearth.claim.Claim;
import org.hearth.evaluate.ClaimMix;
import org.hearth.evaluate.Evaluator;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;

/** Whether a claim gets the same answer from the tests of facts in a row as from the engine's own nodes. */
class AlphaStepsTest {

    /** Every so many of the examples; all of them take seconds. */
    private static final int EACH = Integer.getInteger("hearth.alpha.each", 12);

    private static boolean isLaidOut(KieBase base) {
        return ((InternalKnowledgeBase) base)
                .getRete().getObjectTypeNodes().stream()
                        .allMatch(type -> type.getObjectSinkPropagator() instanceof AlphaSteps);
    }

    @Test
    void theEngineAnswersTheSameInEitherForm() {
        Ruleset laidOut = Rulesets.ruleset();
        Ruleset nodes = new Ruleset(
                laidOut.version(),
                laidOut.from(),
                KieBaseBuilder.createKieBaseFromModel(laidOut.models()),
                laidOut.models(),
                laidOut.codes(),
                laidOut.catalog(),
                laidOut.workbooks(),
                laidOut.rules(),
                laidOut.pages());
        assertThat(laidOut.kieBase()).matches(AlphaStepsTest::isLaidOut);
        assertThat(nodes.kieBase()).matches(base -> !isLaidOut(base));
        Evaluator one = new Evaluator(() -> laidOut);
        Evaluator other = new Evaluator(() -> nodes);
        List<Claim> claims = new ArrayList<>(ClaimMix.DEFECTIVE.claims(20));
        claims.addAll(ClaimMix.MINUTES_AND_HISTORY.claims(4));
        List<Example> examples = Examples.all(Rulesets.files(), laidOut);
        for (int index = 0; index < examples.size(); index += EACH) {
            claims.add(examples.get(index).toClaim());
        }
        int findings = 0;
        for (Claim claim : claims) {
            findings += one.evaluate(claim).findings().size();
            assertThat(one.evaluate(claim)).isEqualTo(other.evaluate(claim));
        }
        assertThat(findings).isGreaterThan(100);
    }
}
