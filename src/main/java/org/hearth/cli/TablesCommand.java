package org.hearth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearth.tables.RowsMirror;
import org.hearth.tables.Table;
import org.hearth.tables.TableFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth tables ...}: what analysts do with their workbooks. */
@Command(
        name = "tables",
        description = "Check workbooks, compare them, see what a change does, publish it.",
        mixinStandardHelpOptions = true)
final class TablesCommand {

    private final Console console;

    TablesCommand(Console console) {
        this.console = console;
    }

    @Command(
            description = "Write the .rows.csv mirror of every workbook, so that a change shows in a review.",
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
            Files.writeString(folder.resolve(RowsMirror.fileName(table.workbook())), RowsMirror.of(table));
        }
        read.problems().forEach(problem -> console.out().println(problem));
        int rows = read.tables().stream().mapToInt(table -> table.rows().size()).sum();
        console.out()
                .println(read.tables().size() + " workbooks sound, " + rows + " rows; "
                        + read.problems().size() + " problems");
        return read.problems().isEmpty() ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }
}
