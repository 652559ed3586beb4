package org.hearth.cli.releases;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.UsageException;
import org.hearth.data.WholeFile;
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
public record WatchedFolders(RulesetSource source) {

    /** Those of {@code HEARTH_RULES_DIR} and {@code HEARTH_TABLES_DIR}; a system property of the same meaning goes before. */
    public static WatchedFolders ofEnvironment() {
        return new WatchedFolders(new RulesetSource(
                folder("hearth.rules.dir", "HEARTH_RULES_DIR"), folder("hearth.tables.dir", "HEARTH_TABLES_DIR")));
    }

    private static Path folder(String property, String variable) {
        String named = System.getProperty(property, System.getenv(variable));
        return named == null || named.isBlank() ? null : Path.of(named);
    }

    /** The folders, for people; empty if there is none. */
    public Optional<String> name() {
        return source.watched() ? Optional.of(source.name()) : Optional.empty();
    }

    /**
     * Makes sure that files are only asked for where they can be handed out.
     *
     * @param out where they shall be written to; {@code null} if nobody asks
     * @param service the service that is asked instead; {@code null} if none is
     * @throws UsageException if nothing would be written
     */
    public void requireUse(Path out, URI service) {
        if (out != null && service != null) {
            throw new UsageException(
                    "--out is for a folder that is watched here, and --to asks a service; leave one out");
        }
        if (out != null && name().isEmpty()) {
            throw new UsageException(
                    "no folder is watched, so nothing would be written to --out; leave it out, or name the folder in"
                            + " `HEARTH_TABLES_DIR`");
        }
    }

    /**
     * Says that nothing is published, and which files would have to be in the folder, and which not.
     *
     * @param what has not happened, such as {@code not published}
     * @param wanted what should be active
     * @param out where the files are written to, with the mirrors of their rows; {@code null} for nowhere
     */
    public int handOut(Console console, String what, RulesetFiles wanted, Path out) throws IOException {
        console.out()
                .println(what + ": a service of this environment watches `" + source.name()
                        + "`, and what is there is active");
        RulesetFiles now = source.read();
        SortedMap<String, byte[]> files = differing(now, wanted);
        SortedSet<String> gone = gone(now, wanted);
        List<String> rules = otherRules(now, wanted);
        if (files.isEmpty() && gone.isEmpty() && rules.isEmpty()) {
            console.out().println("its workbooks are these already");
            return ExitStatus.FINDINGS;
        }
        if (!files.isEmpty()) {
            list(console, "to make it so, these belong there, committed where the folder comes from:", files.keySet());
        }
        if (!gone.isEmpty()) {
            list(console, "to make it so, these are to be deleted there, with the mirrors of their rows:", gone);
        }
        if (!rules.isEmpty()) {
            list(
                    console,
                    source.rules() == null
                            ? "its rules are not those of this program, which only the program that it was made with has:"
                            : "its rules are others; bring these back where the folder of rules comes from:",
                    rules);
        }
        if (files.isEmpty()) {
            return ExitStatus.FINDINGS;
        }
        if (out == null) {
            console.out().println("`--out DIR` writes them");
        } else {
            write(files, out);
            console.out().println("written below `" + out + "`");
        }
        return ExitStatus.FINDINGS;
    }

    private static void list(Console console, String what, Collection<String> files) {
        console.out().println(what);
        files.forEach(file -> console.out().println("    " + Shown.escaped(file)));
    }

    private static boolean isTable(String path) {
        return path.endsWith(".xlsx") || path.endsWith(CodeSetFile.ENDING);
    }

    /** The workbooks and code sets that are there and should not be, by path below the folder. */
    private static SortedSet<String> gone(RulesetFiles now, RulesetFiles wanted) {
        return now.files().keySet().stream()
                .filter(path -> isTable(path) && !wanted.files().containsKey(path))
                .map(path -> path.substring(RulesetFiles.TABLES.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rules, and what belongs to them, that are not as they should be, by path. */
    private static List<String> otherRules(RulesetFiles now, RulesetFiles wanted) {
        return Stream.concat(now.files().keySet().stream(), wanted.files().keySet().stream())
                .filter(path -> path.startsWith(RulesetFiles.RULES))
                .distinct()
                .filter(path ->
                        !Arrays.equals(now.files().get(path), wanted.files().get(path)))
                .sorted()
                .toList();
    }

    /** The workbooks and code sets that are not as they are now, and the mirrors of their rows, by path below the folder. */
    private static SortedMap<String, byte[]> differing(RulesetFiles now, RulesetFiles wanted) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : wanted.files().entrySet()) {
            boolean workbook = file.getKey().endsWith(".xlsx");
            if (isTable(file.getKey())
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
    public static void write(Map<String, byte[]> files, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            WholeFile.write(target, file.getValue());
        }
    }
}
