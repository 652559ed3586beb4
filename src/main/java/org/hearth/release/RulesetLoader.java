package org.hearth.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hearth.evaluate.Evaluator;
import org.hearth.ruleset.InvalidRulesetException;
import org.hearth.ruleset.PackedRules;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/** Makes a ruleset ready to judge claims, or says why it cannot be. */
public final class RulesetLoader {

    /** Rules that build may still fail when they first run, so one claim of each kind is judged before any other. */
    private static final List<Example> TRIALS = List.of(
            new Example("", "34X", "{bill: 34X, lines: [2018-05-01 0420 97110 GP 2u 30m]}", "none"),
            new Example("", "32X", "{bill: 32X, lines: [2025-03-03 0421 G0151 3u 45m]}", "none"));

    private RulesetLoader() {}

    /**
     * Reads, compiles and tries the ruleset of a source. One that does not come with the program must pass the examples in
     * its own workbooks; the pages' examples are left to the check before a release, since whoever edits a workbook cannot
     * edit them.
     *
     * @param proven tells of a version whether it has passed before
     * @param before the files that were active last, if any; a workbook may not have fewer examples than there, {@link
     *     FewerExamples}
     * @return {@link ActiveRuleset.Loaded} or {@link ActiveRuleset.Unusable}
     */
    public static ActiveRuleset.State load(
            RulesetSource source, Predicate<String> proven, Optional<RulesetFiles> before) {
        List<String> missing = source.missing();
        if (!missing.isEmpty()) {
            return new ActiveRuleset.Unusable(missing);
        }
        try {
            ActiveRuleset.State state = load(source.read());
            if (state instanceof ActiveRuleset.Loaded loaded
                    && !loaded.ruleset().version().equals(PackedRules.version())
                    && !proven.test(loaded.ruleset().version())) {
                List<String> failed = new ArrayList<>();
                before.map(files -> FewerExamples.problems(files, loaded.files())).stream()
                        .flatMap(List::stream)
                        .forEach(problem -> failed.add(problem.toString()));
                failed.addAll(failedExamples(loaded.ruleset()));
                return failed.isEmpty() ? loaded : new ActiveRuleset.Unusable(failed);
            }
            return state;
        } catch (IOException | UncheckedIOException e) {
            return unreadable(e);
        }
    }

    /**
     * Compiles and tries a ruleset.
     *
     * @return {@link ActiveRuleset.Loaded} or {@link ActiveRuleset.Unusable}
     */
    static ActiveRuleset.State load(RulesetFiles files) {
        try {
            Ruleset ruleset = RulesetCompiler.compile(files);
            Evaluator evaluator = new Evaluator(() -> ruleset);
            TRIALS.forEach(trial -> evaluator.evaluate(trial.toClaim()));
            return new ActiveRuleset.Loaded(ruleset, files, Instant.now());
        } catch (InvalidTablesException e) {
            return new ActiveRuleset.Unusable(
                    e.problems().stream().map(TableProblem::toString).toList());
        } catch (InvalidRulesetException e) {
            return new ActiveRuleset.Unusable(e.getMessage().lines().toList());
        } catch (UncheckedIOException e) {
            return unreadable(e);
        } catch (RuntimeException e) {
            // a ruleset holds nothing of a patient, so the message may be told
            return new ActiveRuleset.Unusable(List.of("the ruleset fails on a claim made up to try it: " + e));
        }
    }

    private static List<String> failedExamples(Ruleset ruleset) {
        return Examples.run(Examples.ofWorkbooks(ruleset), ruleset, (ran, all) -> {}).stream()
                .map(failed -> failed.example() + ": " + String.join(", ", failed.instead()))
                .toList();
    }

    private static ActiveRuleset.Unusable unreadable(Exception why) {
        return new ActiveRuleset.Unusable(List.of("a file of the ruleset cannot be read: " + why.getMessage()));
    }
}
