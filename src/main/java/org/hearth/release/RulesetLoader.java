package org.hearth.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearth.evaluate.Evaluator;
import org.hearth.ruleset.InvalidRulesetException;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.InvalidTablesException;
import org.hearth.tables.TableProblem;

/** Makes a ruleset ready to judge claims, or says why it cannot be. */
public final class RulesetLoader {

    /** Rules that build may still fail when they first run, so one claim of each kind is judged before any other. */
    private static final List<Example> TRIALS = List.of(
            new Example("", "34X", "{bill: 34X, lines: [2018-05-01 0420 97110 GP 2u 30m]}", "none"),
            new Example("", "32X", "{bill: 32X, lines: [2025-03-03 0421 G0151 3u 45m]}", "none"));

    private RulesetLoader() {}

    /**
     * Reads, compiles and tries a ruleset; takes seconds.
     *
     * @param rules a folder of rules in the place of the packaged ones, or {@code null}
     * @param tables a folder of workbooks in the place of the packaged ones, or {@code null}
     * @return {@link ActiveRuleset.Loaded} or {@link ActiveRuleset.Unusable}
     */
    public static ActiveRuleset.State load(Path rules, Path tables) {
        List<String> missing = new ArrayList<>();
        for (Path folder : new Path[] {rules, tables}) {
            if (folder != null && !Files.isDirectory(folder)) {
                missing.add("there is no folder `" + folder + "`; name the folder that holds the "
                        + (folder == rules ? "rules" : "workbooks"));
            }
        }
        if (!missing.isEmpty()) {
            return new ActiveRuleset.Unusable(missing);
        }
        try {
            Ruleset ruleset = RulesetCompiler.compile(RulesetFiles.packagedBut(rules, tables));
            Evaluator evaluator = new Evaluator(() -> ruleset);
            TRIALS.forEach(trial -> evaluator.evaluate(trial.toClaim()));
            return new ActiveRuleset.Loaded(ruleset, Instant.now());
        } catch (InvalidTablesException e) {
            return new ActiveRuleset.Unusable(
                    e.problems().stream().map(TableProblem::toString).toList());
        } catch (InvalidRulesetException e) {
            return new ActiveRuleset.Unusable(e.getMessage().lines().toList());
        } catch (IOException | UncheckedIOException e) {
            return new ActiveRuleset.Unusable(List.of("a file of the ruleset cannot be read: " + e.getMessage()));
        } catch (RuntimeException e) {
            // a ruleset holds nothing of a patient, so the message may be told
            return new ActiveRuleset.Unusable(List.of("the ruleset fails on a claim made up to try it: " + e));
        }
    }
}
