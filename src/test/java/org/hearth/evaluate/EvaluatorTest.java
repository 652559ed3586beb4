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
import java.util.stream.IntStream;
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

    @Test
    void theOrderOfInsertionDoesNotMatter() {
        Ruleset ruleset = Rulesets.ruleset();
        Random random = new Random(0);
        for (Claim claim : CLAIMS) {
            Evaluation judged = Rulesets.evaluator().evaluate(claim);
            if (judged.notJudged() != null) {
                // of such a claim there are no facts
                continue;
            }
            ClaimFacts facts = ClaimFacts.of(claim, ruleset.codes());
            List<Object> shuffled = new ArrayList<>(facts.all());
            Collections.shuffle(shuffled, random);
            assertThat(EvaluationWriter.line(Evaluator.evaluate(ruleset, facts, shuffled, null)))
                    .isEqualTo(EvaluationWriter.line(judged));
        }
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() throws Exception {
        List<String> expected = everyTenthJudged();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> tasks = Collections.nCopies(4, EvaluatorTest::everyTenthJudged);
            for (Future<List<String>> answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> everyTenthJudged() {
        return IntStream.range(0, CLAIMS.size())
                .filter(index -> index % 10 == 0)
                .mapToObj(CLAIMS::get)
                .map(claim -> EvaluationWriter.line(Rulesets.evaluator().evaluate(claim)))
                .toList();
    }
}
