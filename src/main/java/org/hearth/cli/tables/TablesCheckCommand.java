package org.hearth.cli.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.FailedExamples;
import org.hearth.cli.console.FolderFiles;
import org.hearth.cli.console.Reasons;
import org.hearth.cli.console.UsageException;
import org.hearth.data.WholeFile;
import org.hearth.finding.RowReference;
import org.hearth.finding.Shown;
import org.hearth.release.AcceptedAnswers;
import org.hearth.release.FewerExamples;
import org.hearth.release.TablesCheck;
import org.hearth.release.TablesReport;
import org.hearth.release.TablesReportJson;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.ruleset.SourceTree;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.Marking;
import org.hearth.tables.workbook.TableProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth tables check}: everything that is wrong with workbooks, and what their examples come to. */
@Command(
        name = "check",
        description = {
            "Report every problem of the workbooks by cell, then run every example on them.",
            "Nothing is released and no service sees it. Ends in 0 if they are sound, 1 if not."
        },
        mixinStandardHelpOptions = true)
public final class TablesCheckCommand implements Callable<Integer> {

    private static final String XLSX = ".xlsx";
    /** A file that is larger is refused as a workbook; there is no use in more of it. */
    private static final int MOST_BYTES = 16 << 20;

    private enum Format {
        text,
        json
    }

    private final Console console;
    private final Optional<SourceTree> tree;

    @Parameters(
            paramLabel = "DIR",
            defaultValue = "decision-tables",
            description = "the folder of workbooks, or one workbook in the place of the shipped one of its name")
    private Path path;

    @Option(
            names = "--mark",
            paramLabel = "OUT",
            description = "also write copies with each bad cell coloured and commented: a file for one workbook, else a"
                    + " folder")
    private Path mark;

    @Option(
            names = "--accept",
            paramLabel = "OUT",
            description =
                    "also write copies in which the workbooks' own failed examples expect what came, each coloured"
                            + " for review: a file for one workbook, else a folder")
    private Path accept;

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: text)")
    private Format format = Format.text;

    /** What was given, by its path in a ruleset. */
    private final Map<String, Path> given = new LinkedHashMap<>();

    private final List<TableProblem> unreadable = new ArrayList<>();

    /**
     * @param tree the program's own sources, which are compared with nothing
     */
    public TablesCheckCommand(Console console, Optional<SourceTree> tree) {
        this.console = console;
        this.tree = tree;
    }

    @Override
    public Integer call() throws IOException {
        RulesetFiles files = files();
        refuseOnWhatIsChecked(mark);
        refuseOnWhatIsChecked(accept);
        TablesReport report = TablesCheck.of(files, LocalDate.now(), new ExampleProgress(console));
        report = withUnreadable(withFewerExamples(report, files));
        if (format == Format.json) {
            console.out().println(TablesReportJson.of(report).toPrettyString());
        } else {
            print(report, files);
        }
        if (mark != null) {
            mark(report, files);
        }
        if (accept != null) {
            accept(report, files);
        }
        return report.sound() ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private RulesetFiles files() throws IOException {
        boolean own = tree.filter(one -> one.holdsTables(path)).isPresent();
        RulesetFiles base = !own
                ? RulesetFiles.packaged()
                // what cannot be read of the folder itself is told by file
                : Files.isDirectory(path)
                        ? RulesetFiles.packagedBut(tree.get().rules(), null)
                        : tree.get().files();
        SortedMap<String, byte[]> files = new TreeMap<>(base.files());
        if (Files.isDirectory(path)) {
            files.keySet().removeIf(name -> name.startsWith(RulesetFiles.TABLES));
            folder();
        } else if (Files.isRegularFile(path) && path.toString().endsWith(XLSX)) {
            given.put(shippedOf(files, path.getFileName().toString()), path);
        } else {
            throw new UsageException(
                    "`" + path + "` is neither a folder nor a workbook (.xlsx); name the folder of workbooks");
        }
        for (Map.Entry<String, Path> entry : given.entrySet()) {
            try (var in = Files.newInputStream(entry.getValue())) {
                files.put(entry.getKey(), in.readNBytes(MOST_BYTES));
            } catch (IOException e) {
                unreadable(entry.getKey().substring(RulesetFiles.TABLES.length()), e);
                files.put(entry.getKey(), new byte[0]);
            }
        }
        return new RulesetFiles(path.toString(), files, own);
    }

    private void folder() throws IOException {
        FolderFiles found = FolderFiles.of(path);
        for (Path file : found.files()) {
            String name = path.relativize(file).toString().replace('\\', '/');
            boolean counts = name.endsWith(XLSX) || name.endsWith(CodeSetFile.ENDING);
            if (counts && !file.getFileName().toString().startsWith("~$") && !name.startsWith(".")) {
                given.put(RulesetFiles.TABLES + name, file);
            }
        }
        for (FolderFiles.Unreadable one : found.unreadable()) {
            unreadable(path.relativize(one.path()).toString().replace('\\', '/'), one.why());
        }
    }

    private void unreadable(String name, IOException why) {
        unreadable.add(new TableProblem(
                name, null, null, "it cannot be read: " + Reasons.of(why), "let yourself read it, or close it"));
    }

    private static String shippedOf(SortedMap<String, byte[]> files, String name) {
        return files.keySet().stream()
                .filter(shipped -> shipped.startsWith(RulesetFiles.TABLES) && shipped.endsWith("/" + name))
                .findFirst()
                .orElseThrow(() -> new UsageException("no shipped workbook is called `" + name
                        + "`; give the file the name of the one that it is to replace"));
    }

    /** Nothing is published here, so fewer examples are worth a look; the tree of sources is its own authority. */
    private static TablesReport withFewerExamples(TablesReport report, RulesetFiles files) {
        List<TableProblem> warnings = new ArrayList<>(report.warnings());
        if (!files.own()) {
            warnings.addAll(FewerExamples.problems(RulesetFiles.packaged(), "the shipped workbook", files));
        }
        return new TablesReport(
                report.problems(),
                warnings,
                report.passed(),
                report.failed(),
                report.shared(),
                report.unreached(),
                report.ruleset());
    }

    /** What cannot be read is no workbook either, which need not be said. */
    private TablesReport withUnreadable(TablesReport report) {
        if (unreadable.isEmpty()) {
            return report;
        }
        List<TableProblem> problems = new ArrayList<>(unreadable);
        report.problems().stream()
                .filter(problem ->
                        unreadable.stream().noneMatch(one -> one.workbook().equals(problem.workbook())))
                .forEach(problems::add);
        return new TablesReport(
                problems,
                report.warnings(),
                report.passed(),
                report.failed(),
                report.shared(),
                report.unreached(),
                report.ruleset());
    }

    private void print(TablesReport report, RulesetFiles files) {
        report.problems().forEach(problem -> console.out().println(problem));
        report.warnings().forEach(warning -> console.out().println("warning: " + warning));
        FailedExamples.print(report, console.out());
        for (RowReference row : report.unreached()) {
            console.out()
                    .println("warning: " + row.workbook() + ", sheet " + row.sheet() + ", cell " + row.cell()
                            + ": no example reaches the row `" + row.row() + "`; add one to the sheet Examples");
        }
        int warnings = report.warnings().size() + report.unreached().size();
        int sets = files.ending(CodeSetFile.ENDING).size();
        String counted = counted(files.ending(XLSX).size(), "workbook")
                + (sets == 0 ? "" : ", " + counted(sets, "code set")) + ": ";
        if (report.ruleset().isEmpty()) {
            console.out()
                    .println(counted + counted(report.problems().size(), "problem") + ", "
                            + counted(warnings, "warning")
                            + "; once they are mended, what rests on those cells is checked and the"
                            + " examples run");
            return;
        }
        int rows = report.ruleset().get().tables().stream()
                .mapToInt(table -> table.rows().size())
                .sum();
        console.out()
                .println(counted + counted(rows, "row") + ", " + counted(warnings, "warning") + ", "
                        + counted(report.passed(), "example") + " passed, "
                        + report.failed().size() + " failed; "
                        + counted(report.problems().size(), "problem"));
        if (!files.own()
                && report.failed().stream().anyMatch(failed -> failed.example().ofPage())) {
            console.out()
                    .println("Examples of rules/ are the engineers': if the workbooks are right, ask one to change the"
                            + " page.");
        }
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** A copy never falls on what was checked. */
    private void refuseOnWhatIsChecked(Path copy) throws IOException {
        if (copy == null) {
            return;
        }
        Path out = copy.toAbsolutePath().normalize();
        Path real = Files.exists(copy) ? copy.toRealPath() : out;
        for (Path input : given.values()) {
            if (real.equals(input.toRealPath())) {
                throw new UsageException("`" + copy + "` is checked itself; give the copy another name");
            }
        }
        if (Files.isDirectory(path)) {
            if (out.startsWith(path.toAbsolutePath().normalize()) || real.startsWith(path.toRealPath())) {
                throw new UsageException(
                        "`" + copy + "` lies in the folder that is checked; name a folder outside of it");
            }
            if (Files.exists(copy) && !Files.isDirectory(copy)) {
                throw new UsageException("`" + copy + "` is no folder, and there are several workbooks to copy");
            }
        } else if (Files.isDirectory(copy)) {
            throw new UsageException("`" + copy + "` is a folder; name the file that the copy is to be");
        }
    }

    private void mark(TablesReport report, RulesetFiles files) throws IOException {
        int marked = 0;
        for (Map.Entry<String, Path> entry : given.entrySet()) {
            String workbook = entry.getKey().substring(RulesetFiles.TABLES.length());
            List<TableProblem> problems = new ArrayList<>(of(workbook, report.problems()));
            report.failed().forEach(failed -> failed.example()
                    .problem(failed.instead())
                    .filter(problem -> problem.workbook().equals(workbook))
                    .ifPresent(problems::add));
            List<TableProblem> warnings = of(workbook, report.warnings());
            boolean folder = Files.isDirectory(path);
            if (!workbook.endsWith(XLSX)) {
                // text has no cells to colour
                continue;
            }
            if (folder && problems.isEmpty() && warnings.isEmpty()) {
                continue;
            }
            try {
                byte[] copy = Marking.of(workbook, files.files().get(entry.getKey()), problems, warnings);
                write(folder ? mark.resolve(workbook) : mark, copy);
                marked++;
            } catch (InvalidTablesException e) {
                console.err().println("hearth: `" + Shown.escaped(workbook) + "` cannot be marked: it is no workbook");
            }
        }
        console.err()
                .println("hearth: " + counted(marked, "marked copy").replace("copys", "copies") + " written to `" + mark
                        + "`");
    }

    /** Of a folder only the workbooks with something to accept are written. */
    private void accept(TablesReport report, RulesetFiles files) throws IOException {
        long accepted = 0;
        boolean folder = Files.isDirectory(path);
        for (String entry : given.keySet()) {
            String workbook = entry.substring(RulesetFiles.TABLES.length());
            long answers = AcceptedAnswers.count(workbook, report.failed());
            if (answers > 0) {
                write(
                        folder ? accept.resolve(workbook) : accept,
                        AcceptedAnswers.in(workbook, files.files().get(entry), report.failed()));
                accepted += answers;
            }
        }
        console.err()
                .println(
                        accepted == 0
                                ? "hearth: nothing to accept: no example of these workbooks came otherwise than expected"
                                : "hearth: " + counted((int) accepted, "answer") + " written to `" + accept
                                        + "`; review each coloured cell of the sheet Examples before you use the copy");
    }

    private static void write(Path target, byte[] copy) throws IOException {
        if (target.toAbsolutePath().getParent() != null) {
            Files.createDirectories(target.toAbsolutePath().getParent());
        }
        WholeFile.write(target, copy);
    }

    private static List<TableProblem> of(String workbook, List<TableProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.workbook().equals(workbook))
                .toList();
    }
}
