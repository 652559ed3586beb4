package org.hearth.cli.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.cli.console.FolderFiles;
import org.hearth.cli.console.Reasons;
import org.hearth.cli.console.UsageException;
import org.hearth.data.DataFolder;
import org.hearth.release.RulesetStore;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.TableFolder;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/**
 * An edition of the tables as a command names it: a folder of workbooks, a folder with {@code rules} and {@code
 * decision-tables}, one workbook, or a version.
 */
final class TableEdition {

    private static final String PACKAGED = "packaged";

    private final Path folder;
    private final Path workbook;
    private final RulesetFiles version;
    private TableFolder tables;

    private TableEdition(Path folder, Path workbook, RulesetFiles version) {
        this.folder = folder;
        this.workbook = workbook;
        this.version = version;
    }

    /**
     * The edition of a name.
     *
     * @throws UsageException if it names nothing
     * @throws IOException if a version cannot be read
     */
    static TableEdition of(String name) throws IOException {
        Path path = path(name);
        if (path != null && Files.isDirectory(path)) {
            return new TableEdition(path, null, null);
        }
        if (path != null && Files.exists(path)) {
            return new TableEdition(null, path, null);
        }
        RulesetFiles files = name.equals(PACKAGED)
                ? RulesetFiles.packaged()
                : new RulesetStore(DataFolder.standard()).files(name).orElse(null);
        if (files == null) {
            throw new UsageException("`" + name + "` is neither a folder, nor a workbook, nor a released version; write"
                    + " one of them, or `packaged` for the tables that came with the program");
        }
        return new TableEdition(null, null, files);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Whether it is one workbook alone. */
    boolean single() {
        return workbook != null;
    }

    /** Its workbooks, each read by itself. */
    TableFolder tables() throws IOException {
        if (tables == null) {
            tables = version != null ? TableFolder.read(workbooks(version)) : workbook != null ? one() : inFolder();
        }
        return tables;
    }

    private static SortedMap<String, byte[]> workbooks(RulesetFiles files) {
        SortedMap<String, byte[]> workbooks = new TreeMap<>();
        for (String path : files.ending(".xlsx")) {
            workbooks.put(
                    path.substring(RulesetFiles.TABLES.length()), files.files().get(path));
        }
        return workbooks;
    }

    private TableFolder one() {
        SortedMap<String, byte[]> workbooks = new TreeMap<>();
        List<TableProblem> problems = new ArrayList<>();
        read(workbook, workbook.getFileName().toString(), workbooks, problems);
        return read(workbooks, problems);
    }

    private TableFolder inFolder() throws IOException {
        Path root = whole() ? folder.resolve(RulesetFiles.TABLES) : folder;
        SortedMap<String, byte[]> workbooks = new TreeMap<>();
        List<TableProblem> problems = new ArrayList<>();
        FolderFiles found = FolderFiles.of(root);
        for (FolderFiles.Unreadable unreadable : found.unreadable()) {
            problems.add(unreadable(name(root, unreadable.path()), unreadable.why()));
        }
        for (Path file : found.files()) {
            String name = name(root, file);
            // hidden, or the lock file of a workbook that is open
            boolean shown = !("/" + name).contains("/.") && !("/" + name).contains("/~$");
            if (shown && name.endsWith(".xlsx")) {
                read(file, name, workbooks, problems);
            }
        }
        return read(workbooks, problems);
    }

    private static TableFolder read(SortedMap<String, byte[]> workbooks, List<TableProblem> problems) {
        TableFolder read = TableFolder.read(workbooks);
        problems.addAll(read.problems());
        return new TableFolder(read.tables(), problems);
    }

    private static void read(Path file, String name, SortedMap<String, byte[]> workbooks, List<TableProblem> problems) {
        try {
            workbooks.put(name, Files.readAllBytes(file));
        } catch (IOException e) {
            problems.add(unreadable(name, e));
        }
    }

    private static TableProblem unreadable(String name, IOException why) {
        return new TableProblem(
                name, null, null, "it cannot be read: " + Reasons.of(why), "close it, let yourself read it");
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private boolean whole() {
        return Files.isDirectory(folder.resolve(RulesetFiles.TABLES));
    }

    /**
     * The files of a ruleset with this edition of the tables. One workbook takes its place in the ruleset of the other
     * edition, or in the packaged one if that is one workbook too.
     *
     * @throws InvalidTablesException if it is one workbook that cannot be used
     * @throws IOException if a file cannot be read
     */
    RulesetFiles files(TableEdition other) throws IOException {
        if (version != null) {
            return version;
        }
        if (folder != null) {
            Path rules = folder.resolve(RulesetFiles.RULES);
            return whole()
                    ? RulesetFiles.packagedBut(
                            Files.isDirectory(rules) ? rules : null, folder.resolve(RulesetFiles.TABLES))
                    : RulesetFiles.packagedBut(null, folder);
        }
        if (!tables().problems().isEmpty()) {
            throw new InvalidTablesException(tables().problems());
        }
        Table table = tables().tables().get(0);
        RulesetFiles base = other.single() ? RulesetFiles.packaged() : other.files(this);
        SortedMap<String, byte[]> files = new TreeMap<>(base.files());
        String file = table instanceof DecisionTable ? table.name() + ".drl.xlsx" : "codes/" + table.name() + ".xlsx";
        files.put(RulesetFiles.TABLES + file, Files.readAllBytes(workbook));
        return new RulesetFiles(base.from() + ", " + workbook, files);
    }
}
