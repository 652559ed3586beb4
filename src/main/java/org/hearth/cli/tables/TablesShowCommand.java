package org.hearth.cli.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.Reasons;
import org.hearth.tables.difference.WorkbookText;
import org.hearth.tables.workbook.InvalidTablesException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth tables show FILE}: a workbook as text, for tools that compare text. */
@Command(
        name = "show",
        description = "Print every sheet of a workbook as text, hidden rows too, so that `git diff` can compare it.",
        mixinStandardHelpOptions = true)
public final class TablesShowCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "a workbook")
    private Path file;

    public TablesShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IOException("`" + file + "` cannot be read: " + Reasons.of(e), e);
        }
        try {
            console.out().print(WorkbookText.of(file.getFileName().toString(), bytes));
            return ExitStatus.CLEAN;
        } catch (InvalidTablesException e) {
            // where the text would stand, as it is all that can be compared
            e.problems().forEach(problem -> console.out().println(problem));
            return ExitStatus.INPUT;
        }
    }
}
