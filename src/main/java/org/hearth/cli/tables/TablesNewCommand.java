package org.hearth.cli.tables;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.UsageException;
import org.hearth.data.WholeFile;
import org.hearth.ruleset.SourceTree;
import org.hearth.tables.skeleton.Skeleton;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth tables new NAME}: a workbook to begin a new table with. */
@Command(
        name = "new",
        description = {
            "Write a workbook to begin a new table with: hidden technical rows, columns, one row to fill in, Notes, Examples.",
            "Nothing is overwritten. A new table is an engineer's: rules/README.md says what it needs besides."
        },
        mixinStandardHelpOptions = true)
public final class TablesNewCommand implements Callable<Integer> {

    private final Console console;
    private final Optional<SourceTree> tree;

    @Parameters(paramLabel = "NAME", description = "lower case, words joined by hyphens, such as house-calls")
    private String name;

    @Option(names = "--codes", description = "a code list instead of a decision table")
    private boolean codes;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "the folder of workbooks; if none is given, that of the sources that the command is given in")
    private Path folder;

    /**
     * @param tree the program's own sources
     */
    public TablesNewCommand(Console console, Optional<SourceTree> tree) {
        this.console = console;
        this.tree = tree;
    }

    @Override
    public Integer call() throws IOException {
        if (!Skeleton.mayName(name)) {
            throw new UsageException("`" + name + "` cannot name a table; write lower case, words joined by hyphens, a"
                    + " letter first, and no word of Java alone, such as house-calls");
        }
        Path workbooks = folder();
        Path table = workbooks.resolve(name + ".drl.xlsx");
        Path list = workbooks.resolve("codes").resolve(name + ".xlsx");
        for (Path there : List.of(table, list)) {
            if (Files.exists(there)) {
                throw taken(there);
            }
        }
        Path target = codes ? list : table;
        byte[] workbook =
                codes ? Skeleton.codeList(name, LocalDate.now()) : Skeleton.decisionTable(name, LocalDate.now());
        Files.createDirectories(target.getParent());
        try {
            WholeFile.writeNew(target, workbook);
        } catch (FileAlreadyExistsException e) {
            throw taken(target);
        }
        console.out().println("written: " + target);
        console.out()
                .println(
                        codes
                                ? "Next: its columns, rows and Notes; `hearth tables check` says what is missing. Nothing asks a list before"
                                        + " a column of a table, `codes: " + name + "`, or a fact does."
                                : "Next: its columns, rows, Notes and Examples; `hearth tables check` says what is missing. A finding"
                                        + " needs its row in codes/findings.xlsx and its page: rules/README.md.");
        return ExitStatus.CLEAN;
    }

    private static UsageException taken(Path there) {
        return new UsageException("there is `" + there + "` already; give the new table another name");
    }

    private Path folder() {
        if (folder == null) {
            return tree.filter(own -> own.holds(Path.of("")))
                    .map(own -> Path.of("").toAbsolutePath().relativize(own.tables()))
                    .orElseThrow(() -> new UsageException(
                            "these are not Hearth's sources; name the folder of workbooks with --dir"));
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException("`" + folder + "` is no folder; name the folder of workbooks");
        }
        return folder;
    }
}
