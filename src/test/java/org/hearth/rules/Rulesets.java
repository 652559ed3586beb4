package org.hearth.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.hearth.evaluate.Evaluator;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;

/** The project's own ruleset, compiled once for all tests. */
public final class Rulesets {

    private static final class Holder {
        private static final RulesetFiles FILES = read();
        private static final Ruleset RULESET = RulesetCompiler.compile(FILES);
        private static final Evaluator EVALUATOR = new Evaluator(() -> RULESET);
    }

    private Rulesets() {}

    private static RulesetFiles read() {
        try {
            return RulesetFiles.of(Path.of("rules"), Path.of("decision-tables"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RulesetFiles files() {
        return Holder.FILES;
    }

    public static Ruleset ruleset() {
        return Holder.RULESET;
    }

    public static Evaluator evaluator() {
        return Holder.EVALUATOR;
    }
}
