package org.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of every page and every Examples sheet is a test of its own. */
class ExamplesTest {

    @TestFactory
    Stream<DynamicTest> examples() {
        return Examples.all(Rulesets.files(), Rulesets.ruleset()).stream()
                .map(example -> DynamicTest.dynamicTest(example.toString(), () -> assertComesAsExpected(example)));
    }

    /** On the console the build numbers the tests of a factory, so the failure itself says which example it is. */
    private static void assertComesAsExpected(Example example) {
        assertThat(example.run(Rulesets.evaluator())).as("%s", example).isEmpty();
    }
}
