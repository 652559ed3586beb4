package org.hearth.cli.tables;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.UsageException;
import org.hearth.json.TablesDiffWriter;
import org.hearth.report.TablesDiffText;
import org.hearth.tables.difference.TablesDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth tables diff OLD NEW}: what a change of workbooks changes. */
@Command(
        name = "diff",
        description = "Tell what differs between two editions of the tables: rows added, removed, changed, renamed.",
        mixinStandardHelpOptions = true)
public final class TablesDiffCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private TwoEditions editions;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    private String format = "text";

    public TablesDiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!format.equals("text") && !format.equals("json")) {
            throw new UsageException("`" + format + "` is no format; write text or json");
        }
        TablesDiff diff = TwoEditions.difference(editions.before(), editions.after());
        if (format.equals("json")) {
            console.out().print(TablesDiffWriter.indented(diff));
        } else {
            new TablesDiffText(console.out()).write(diff);
        }
        return diff.whole() ? ExitStatus.CLEAN : ExitStatus.INPUT;
    }
}
