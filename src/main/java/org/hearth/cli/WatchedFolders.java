package org.hearth.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.finding.Shown;
import org.hearth.release.RulesetSource;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.content.Table;

/**
 * The folders that the environment names, and that a service of the same environment watches: what is there is active, so that
 * a command hands out the files of a change, to be committed where the folder comes from, and publishes nothing beside it.
 *
 * @param source the folders; none of them may be named
 */
record WatchedFolders(RulesetSource source) {

    /** Those of {@code HEARTH_RULES_DIR} and {@code HEARTH_TABLES_DIR}; a system property of the same meaning goes before. */
    static WatchedFolders ofEnvironment() {
        return new WatchedFolders(new RulesetSource(
                folder("hearth.rules.dir", "HEARTH_RULES_DIR"), folder("hearth.tables.dir", "HEARTH_TABLES_DIR")));
    }

    private static Path folder(String property, String variable) {
        String named = System.getProperty(property, System.getenv(variable));
        return named == null || named.isBlank() ? null : Path.of(named);
    }

    /** The folders, for people; empty if there is none. */
    Optional<String> name() {
        return source.watched() ? Optional.of(source.name()) : Optional.empty();
    }

    /**
     * Says that nothing is published, and which files would have to be in the folder.
     *
     * @param what has not happened, such as {@code not published}
     * @param wanted what should be active
     * @param out where the files are written to, with the mirrors of their rows; {@code null} for nowhere
     */
    int handOut(Console console, String what, RulesetFiles wanted, Path out) throws IOException {
        console.out()
                .println(what + ": a service of this environment watches `" + source.name()
                        + "`, and what is there is active");
        SortedMap<String, byte[]> files = differing(source.read(), wanted);
        if (files.isEmpty()) {
            console.out().println("its workbooks are these already");
            return ExitStatus.FINDINGS;
        }
        console.out().println("to make it so, these belong there, committed where the folder comes from:");
        files.keySet().forEach(file -> console.out().println("    " + Shown.escaped(file)));
        if (out == null) {
            console.out().println("`--out DIR` writes them");
        } else {
            write(files, out);
            console.out().println("written below `" + out + "`");
        }
        return ExitStatus.FINDINGS;
    }

    /** The workbooks and code sets that are not as they are now, and the mirrors of their rows, by path below the folder. */
    private static SortedMap<String, byte[]> differing(RulesetFiles now, RulesetFiles wanted) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : wanted.files().entrySet()) {
            boolean workbook = file.getKey().endsWith(".xlsx");
            if ((workbook || file.getKey().endsWith(CodeSetFile.ENDING))
                    && !Arrays.equals(file.getValue(), now.files().get(file.getKey()))) {
                String name = file.getKey().substring(RulesetFiles.TABLES.length());
                files.put(name, file.getValue());
                if (workbook) {
                    files.put(
                            RowsMirror.fileName(name),
                            RowsMirror.of(Table.read(name, file.getValue())).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    /** Writes files below a folder, which is made if it is not there. */
    static void write(Map<String, byte[]> files, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
