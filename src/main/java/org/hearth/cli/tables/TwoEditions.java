package org.hearth.cli.tables;

import java.io.IOException;
import org.hearth.tables.content.TableFolder;
import org.hearth.tables.difference.TablesDiff;
import picocli.CommandLine.Parameters;

/** The arguments of every command that compares two editions of the tables. */
final class TwoEditions {

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "a folder of workbooks, one workbook, a released version, or `packaged`")
    private String before;

    @Parameters(index = "1", paramLabel = "NEW", description = "the same")
    private String after;

    /** The older edition. */
    TableEdition before() throws IOException {
        return TableEdition.of(before);
    }

    /** The newer edition. */
    TableEdition after() throws IOException {
        return TableEdition.of(after);
    }

    /** The differences; against one workbook, those of its table alone. */
    static TablesDiff difference(TableEdition before, TableEdition after) throws IOException {
        TableFolder old = before.tables();
        TableFolder now = after.tables();
        if (before.single() == after.single()) {
            return TablesDiff.between(old, now);
        }
        return before.single() ? TablesDiff.between(old, now.only(old)) : TablesDiff.between(old.only(now), now);
    }
}
