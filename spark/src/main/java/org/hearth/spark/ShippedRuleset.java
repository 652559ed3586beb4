package org.hearth.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hearth.evaluate.Evaluator;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;

/**
 * The ruleset of a run as it goes to those who judge: checked once where the run begins, loaded once by each virtual machine
 * that judges.
 *
 * @param version what every answer names; it ends in a hash of the content
 * @param from where the files were read from, for people
 * @param files by path; {@code null} where the ruleset is the one that came with the program
 */
record ShippedRuleset(String version, String from, TreeMap<String, byte[]> files) implements Serializable {

    private static final Map<String, Evaluator> LOADED = new ConcurrentHashMap<>();

    /**
     * Reads and compiles a ruleset.
     *
     * @param folder with {@code rules} and {@code decision-tables}; {@code null} for the one that came with the program
     * @throws IOException if the folder cannot be read
     */
    static ShippedRuleset of(Path folder) throws IOException {
        RulesetFiles files = folder == null
                ? RulesetFiles.packaged()
                : RulesetFiles.of(folder.resolve("rules"), folder.resolve("decision-tables"));
        Ruleset compiled = RulesetCompiler.compile(files);
        LOADED.putIfAbsent(compiled.version(), new Evaluator(() -> compiled));
        return new ShippedRuleset(
                compiled.version(), files.from(), folder == null ? null : new TreeMap<>(files.files()));
    }

    /** What judges by it, in this virtual machine. */
    Evaluator evaluator() {
        return LOADED.computeIfAbsent(version, absent -> load());
    }

    private Evaluator load() {
        Ruleset compiled =
                RulesetCompiler.compile(files == null ? RulesetFiles.packaged() : new RulesetFiles(from, files));
        if (!compiled.version().equals(version)) {
            throw new IllegalStateException("this executor has the ruleset " + compiled.version() + " and the run's is "
                    + version + "; give both the same edition of Hearth");
        }
        return new Evaluator(() -> compiled);
    }
}
