package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;

/** Examples run on all cores and are told of in their order. */
class ExampleRunTest {

    private static final String CLEAN = "{bill: 34X, lines: [2018-05-01 0420 97110 GP 2u 30m]}";
    private static final String WITHOUT_MODIFIER = "{bill: 34X, lines: [2018-05-01 0420 97110 2u 30m]}";

    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            examples.add(
                    switch (number % 4) {
                        case 0 -> new Example("here", "clean " + number, CLEAN, "none");
                        case 1 -> new Example("here", "as wanted " + number, WITHOUT_MODIFIER, "HHT-301 line 1");
                        case 2 -> new Example("here", "otherwise " + number, WITHOUT_MODIFIER, "none");
                        default -> new Example("here", "unreadable " + number, "{bill: 34X, lines: [x]}", "none");
                    });
        }
        return examples;
    }

    @Test
    void eachIsToldOfInItsPlace() throws IOException {
        List<Example> examples = examples();
        List<Example> told = new ArrayList<>();
        List<String> instead = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();

        Map<String, Integer> fired = ExampleRun.of(examples, Rulesets.ruleset(), (example, mismatch, ran) -> {
            told.add(example);
            counts.add(ran);
            instead.add(mismatch.map(found -> found.instead().get(0).split(" ", 2)[0])
                    .orElse(""));
        });

        assertThat(told).isEqualTo(examples);
        assertThat(counts).startsWith(1, 2, 3).endsWith(99, 100);
        assertThat(instead.subList(0, 4)).containsExactly("", "", "unexpected", "it");
        for (int number = 4; number < 100; number++) {
            assertThat(instead.get(number)).isEqualTo(instead.get(number % 4));
        }
        assertThat(fired).containsEntry("discipline-requirements/PT", 75);
    }

    @Test
    void theRunEndsWhenNobodyListens() {
        List<Integer> told = new ArrayList<>();

        assertThatThrownBy(() -> ExampleRun.of(examples(), Rulesets.ruleset(), (example, mismatch, ran) -> {
                    told.add(ran);
                    if (ran == 3) {
                        throw new IOException("hung up");
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("hung up");
        assertThat(told).containsExactly(1, 2, 3);
    }

    @Test
    void noneAreNone() throws IOException {
        assertThat(ExampleRun.of(List.of(), Rulesets.ruleset(), (example, mismatch, ran) -> {
                    throw new AssertionError();
                }))
                .isEmpty();
    }
}
