package org.hearth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import picocli.CommandLine.Option;

/** The ruleset that a command works with: the packaged one unless it is told otherwise. */
final class RulesetOption {

    @Option(
            names = "--ruleset",
            paramLabel = "DIR",
            description = "a folder with `rules` and `decision-tables` to use instead of the packaged ones")
    private Path folder;

    /** Compiles the ruleset. */
    Ruleset compile() {
        return RulesetCompiler.compile(files());
    }

    private RulesetFiles files() {
        if (folder == null) {
            return RulesetFiles.packaged();
        }
        Path rules = folder.resolve("rules");
        Path tables = folder.resolve("decision-tables");
        for (Path needed : new Path[] {rules, tables}) {
            if (!Files.isDirectory(needed)) {
                throw new RulesetUnusable("there is no folder `" + needed + "`; name the folder that holds it");
            }
        }
        try {
            return RulesetFiles.of(rules, tables);
        } catch (IOException e) {
            throw new RulesetUnusable("`" + folder + "` cannot be read: " + e.getMessage());
        }
    }

    /** A ruleset that is not there. */
    static final class RulesetUnusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RulesetUnusable(String message) {
            super(message);
        }
    }
}
