package org.hearth.rules;

import java.util.Optional;
import org.hearth.release.Example;
import org.hearth.release.Examples;

/** For rule writers: runs the examples whose place contains a word and prints what came instead. */
public final class RunExamples {

    private RunExamples() {}

    /** The words to look for; every example without any. */
    public static void main(String[] words) {
        int passed = 0;
        int failed = 0;
        for (Example example : Examples.all(Rulesets.files(), Rulesets.ruleset())) {
            if (words.length > 0 && java.util.Arrays.stream(words).noneMatch(example.toString()::contains)) {
                continue;
            }
            Optional<String> mismatch;
            try {
                mismatch = example.run(Rulesets.evaluator());
            } catch (RuntimeException e) {
                mismatch = Optional.of(e.toString());
            }
            if (mismatch.isPresent()) {
                failed++;
                System.out.println(example + "\n" + mismatch.get().indent(4));
            } else {
                passed++;
            }
        }
        System.out.println(passed + " passed, " + failed + " failed");
    }
}
