package org.hearth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearth.claim.Claim;
import org.hearth.facts.ClaimFacts;
import org.hearth.json.EvaluationWriter;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.Ruleset;
import org.junit.jupiter.api.Test;

/** The same claim gets the same bytes, whatever the order of the facts and the number of threads. */
class EvaluatorTest {

    private static final List<Claim> CLAIMS = Examples.all(Rulesets.files(), Rulesets.ruleset()).stream()
            .map(Example::toClaim)
            .toList();

    private static List<String> judged() {
        return CLAIMS.stream()
                .map(claim -> EvaluationWriter.line(Rulesets.evaluator().evaluate(claim)))
                .toList();
    }

    @Test
    void theOrderOfInsertionDoesNotMatter() {
        Ruleset ruleset = Rulesets.ruleset();
        List<String> expected = judged();
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            List<String> shuffled = new ArrayList<>();
            for (Claim claim : CLAIMS) {
                Evaluation judged = Rulesets.evaluator().evaluate(claim);
                if (judged.notJudged() != null) {
                    // of such a claim there are no facts
                    shuffled.add(EvaluationWriter.line(judged));
                    continue;
                }
                ClaimFacts facts = ClaimFacts.of(claim, ruleset.codes());
                List<Object> all = new ArrayList<>(facts.all());
                Collections.shuffle(all, random);
                shuffled.add(EvaluationWriter.line(Evaluator.evaluate(ruleset, facts, all, null)));
            }
            assertThat(shuffled).isEqualTo(expected);
        }
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() throws Exception {
        List<String> expected = judged();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> tasks = Collections.nCopies(4, EvaluatorTest::judged);
            for (Future<List<String>> answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }
}
