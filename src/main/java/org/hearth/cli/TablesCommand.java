package org.hearth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearth.tables.CodeList;
import org.hearth.tables.DecisionTable;
import org.hearth.tables.InvalidTablesException;
import org.hearth.tables.RowsMirror;
import org.hearth.tables.Table;
import org.hearth.tables.TableProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth tables ...}: what analysts do with their workbooks. */
@Command(
        name = "tables",
        description = "Check workbooks, and write the text mirrors beside them.",
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
        Read read = read(folder);
        for (Table table : read.tables()) {
            Files.writeString(folder.resolve(RowsMirror.fileName(table.workbook())), RowsMirror.of(table));
        }
        return read.problems().isEmpty() ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private record Read(List<Table> tables, List<TableProblem> problems) {}

    private Read read(Path folder) {
        List<Table> tables = new ArrayList<>();
        List<TableProblem> problems = new ArrayList<>();
        FolderFiles found = files(folder);
        for (FolderFiles.Unreadable unreadable : found.unreadable()) {
            String name = folder.relativize(unreadable.path()).toString().replace('\\', '/');
            problems.add(new TableProblem(
                    name, null, null, "it cannot be read: " + Reasons.of(unreadable.why()), "let yourself read it"));
        }
        List<Path> workbooks = found.files().stream()
                .filter(path -> path.toString().endsWith(".xlsx"))
                .filter(path -> !path.getFileName().toString().startsWith("~$"))
                .toList();
        for (Path path : workbooks) {
            String file = folder.relativize(path).toString().replace('\\', '/');
            try {
                byte[] bytes = Files.readAllBytes(path);
                tables.add(file.endsWith(".drl.xlsx") ? DecisionTable.read(file, bytes) : CodeList.read(file, bytes));
            } catch (InvalidTablesException e) {
                problems.addAll(e.problems());
            } catch (IOException e) {
                problems.add(new TableProblem(file, null, null, "the file cannot be read", "close it and try again"));
            }
        }
        problems.forEach(problem -> console.out().println(problem));
        int rows = tables.stream().mapToInt(table -> table.rows().size()).sum();
        console.out().println(tables.size() + " workbooks sound, " + rows + " rows; " + problems.size() + " problems");
        return new Read(tables, problems);
    }

    private static FolderFiles files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("`" + folder + "` is no folder; name the folder of workbooks");
        }
        try {
            return FolderFiles.of(folder);
        } catch (IOException e) {
            throw new UsageException("`" + folder + "` cannot be read: " + Reasons.of(e));
        }
    }
}
