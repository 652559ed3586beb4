package org.hearth.cli.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.UsageException;
import org.hearth.data.WholeFile;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.TableFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth tables ...}: what analysts do with their workbooks. */
@Command(
        name = "tables",
        description = "Check workbooks, compare them, see what a change does, publish it.",
        mixinStandardHelpOptions = true)
public final class TablesCommand {

    private final Console console;

    public TablesCommand(Console console) {
        this.console = console;
    }

    @Command(
            description =
                    "Write the .rows.csv mirror of every workbook, so that a change shows in a review, and the lists of"
                            + " workbooks for Kubernetes, where they are.",
            mixinStandardHelpOptions = true)
    int rows(
            @Parameters(paramLabel = "DIR", defaultValue = "decision-tables", description = "the folder of workbooks")
                    Path folder)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("`" + folder + "` is no folder; name the folder of workbooks");
        }
        TableFolder read = TableEdition.of(folder.toString()).tables();
        for (Table table : read.tables()) {
            WholeFile.write(
                    folder.resolve(RowsMirror.fileName(table.workbook())),
                    RowsMirror.of(table).getBytes(StandardCharsets.UTF_8));
        }
        for (Path list : ConfigMapLists.write(folder, workbooks(folder))) {
            console.out().println("written: the list of workbooks in " + list);
        }
        read.problems().forEach(problem -> console.out().println(problem));
        int rows = read.tables().stream().mapToInt(table -> table.rows().size()).sum();
        console.out()
                .println(read.tables().size() + " workbooks sound, " + rows + " rows; "
                        + read.problems().size() + " problems");
        return read.problems().isEmpty() ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    /**
     * Those that cannot be read, too: which workbooks there are does not hang on what is in them. A name that is no
     * table's is told by the check, and has nothing to do in a list.
     */
    private static List<String> workbooks(Path folder) throws IOException {
        return RulesetFiles.below(folder).stream()
                .map(path -> path.toString().replace('\\', '/'))
                .filter(path -> path.matches("(codes/)?[a-z0-9-]+(\\.drl)?\\.xlsx"))
                .toList();
    }
}
