package org.hearth.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hearth.json.TablesDiffWriter;
import org.hearth.report.TablesDiffText;
import org.hearth.tables.content.TableFolder;
import org.hearth.tables.difference.TablesDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth tables diff OLD NEW}: what a change of workbooks changes. */
@Command(
        name = "diff",
        description = "Tell what differs between two editions of the tables: rows added, removed, changed, renamed.",
        mixinStandardHelpOptions = true)
final class TablesDiffCommand implements Callable<Integer> {

    /** What an edition may be. */
    static final String EDITION = "a folder of workbooks, one workbook, a released version, or `packaged`";

    private final Console console;

    @Parameters(index = "0", paramLabel = "OLD", description = EDITION)
    private String before;

    @Parameters(index = "1", paramLabel = "NEW", description = "the same")
    private String after;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    private String format = "text";

    TablesDiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!format.equals("text") && !format.equals("json")) {
            throw new UsageException("`" + format + "` is no format; write text or json");
        }
        TablesDiff diff = between(TableEdition.of(before), TableEdition.of(after));
        if (format.equals("json")) {
            console.out().print(TablesDiffWriter.indented(diff));
        } else {
            new TablesDiffText(console.out()).write(diff);
        }
        return diff.whole() ? ExitStatus.CLEAN : ExitStatus.INPUT;
    }

    /** The differences; against one workbook, those of its table alone. */
    static TablesDiff between(TableEdition before, TableEdition after) throws IOException {
        TableFolder old = before.tables();
        TableFolder now = after.tables();
        if (before.single() == after.single()) {
            return TablesDiff.between(old, now);
        }
        return before.single() ? TablesDiff.between(old, now.only(old)) : TablesDiff.between(old.only(now), now);
    }
}
