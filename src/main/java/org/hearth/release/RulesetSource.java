package org.hearth.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearth.ruleset.RulesetFiles;

/**
 * The folders that may take the place of what came with the program, and are watched.
 *
 * @param rules a folder of rules and pages, or {@code null}
 * @param tables a folder of workbooks, or {@code null}
 */
public record RulesetSource(Path rules, Path tables) {

    /** Whether there is a folder to watch. */
    public boolean watched() {
        return rules != null || tables != null;
    }

    /** The folders, for people. */
    public String name() {
        return rules == null ? String.valueOf(tables) : tables == null ? rules.toString() : rules + ", " + tables;
    }

    /** What to say of folders that are not there. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Path folder : new Path[] {rules, tables}) {
            if (folder != null && !Files.isDirectory(folder)) {
                missing.add("there is no folder `" + folder + "`; name the folder that holds the "
                        + (folder == rules ? "rules" : "workbooks"));
            }
        }
        return missing;
    }

    /**
     * The files as they are now.
     *
     * @throws IOException if one of them cannot be read
     */
    public RulesetFiles read() throws IOException {
        return RulesetFiles.packagedBut(rules, tables);
    }

    /**
     * What tells one state of the folders from another without reading the files: their names, sizes and times, and where
     * links lead. It is taken every half second, and works on any file system.
     */
    String stamp() {
        StringBuilder stamp = new StringBuilder();
        for (Path folder : new Path[] {rules, tables}) {
            if (folder == null) {
                continue;
            }
            try {
                for (Path file : RulesetFiles.below(folder)) {
                    Path real = folder.resolve(file).toRealPath();
                    stamp.append(file)
                            .append('|')
                            .append(real)
                            .append('|')
                            .append(Files.size(real))
                            .append('|')
                            .append(Files.getLastModifiedTime(real))
                            .append('\n');
                }
            } catch (IOException | UncheckedIOException e) {
                // what cannot be read is a state too; a file that goes while it is looked at gives another next time
                stamp.append(folder).append(": ").append(e).append('\n');
            }
        }
        return stamp.toString();
    }
}
