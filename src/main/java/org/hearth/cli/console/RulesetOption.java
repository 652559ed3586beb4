package org.hearth.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.ruleset.SourceTree;
import picocli.CommandLine.Option;

/** The ruleset that a command works with: the packaged one unless it is told otherwise. */
public final class RulesetOption {

    @Option(
            names = "--ruleset",
            paramLabel = "DIR",
            description = "a folder with `rules` and `decision-tables` to use instead of the packaged ones")
    private Path folder;

    /** Compiles the ruleset. */
    public Ruleset compile() {
        return RulesetCompiler.compile(files());
    }

    /** The files of the ruleset. */
    public RulesetFiles files() {
        if (folder == null) {
            return RulesetFiles.packaged();
        }
        Optional<SourceTree> tree = SourceTree.ofProgram().filter(own -> own.is(folder));
        Path rules = folder.resolve("rules");
        Path tables = folder.resolve("decision-tables");
        for (Path needed : new Path[] {rules, tables}) {
            if (!Files.isDirectory(needed)) {
                throw new RulesetUnusable("there is no folder `" + needed + "`; name the folder that holds it");
            }
        }
        try {
            return tree.isPresent() ? tree.get().files() : RulesetFiles.of(rules, tables);
        } catch (IOException e) {
            throw new RulesetUnusable("`" + folder + "` cannot be read: " + e.getMessage());
        }
    }

    /** The files of the ruleset; if none is named, those of the source tree that a command is given in. */
    public RulesetFiles filesHere() {
        if (folder == null) {
            folder = SourceTree.ofProgram()
                    .filter(tree -> tree.holds(Path.of("")))
                    .map(SourceTree::root)
                    .orElse(null);
        }
        return files();
    }

    /** A ruleset that is not there. */
    public static final class RulesetUnusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RulesetUnusable(String message) {
            super(message);
        }
    }
}
