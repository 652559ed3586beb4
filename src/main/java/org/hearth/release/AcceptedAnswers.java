package org.hearth.release;

import java.util.List;
import java.util.Objects;
import org.hearth.release.TablesReport.FailedExample;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.Marking;

/**
 * What came of a workbook's failed examples, written into a copy of it as what they expect, for somebody to review: the
 * examples of a row that was meant to change are wrong until they say what is right now.
 */
public final class AcceptedAnswers {

    private AcceptedAnswers() {}

    /**
     * A copy of a workbook whose own failed examples expect what came of them. Each cell that was written is coloured and
     * has a comment with what it was, until the copy is marked again.
     *
     * @param file its path relative to the folder of workbooks
     * @param workbook its bytes
     * @param failed failed examples, of this workbook and others
     * @return the copy; the same bytes where there is nothing to accept
     * @throws InvalidTablesException if the bytes are no workbook
     */
    public static byte[] in(String file, byte[] workbook, List<FailedExample> failed) {
        List<Marking.Rewritten> cells = cells(file, failed);
        return cells.isEmpty() ? workbook : Marking.rewritten(file, workbook, cells);
    }

    /** How many answers {@link #in} writes. */
    public static long count(String file, List<FailedExample> failed) {
        return cells(file, failed).size();
    }

    /**
     * The cells that {@link #in} writes.
     *
     * @param file its path relative to the folder of workbooks
     * @param failed failed examples, of this workbook and others
     */
    public static List<Marking.Rewritten> cells(String file, List<FailedExample> failed) {
        return failed.stream()
                .filter(one -> one.example().workbook().filter(file::equals).isPresent())
                .map(AcceptedAnswers::rewritten)
                .filter(Objects::nonNull)
                .toList();
    }

    /** {@code null} of an example that could not be run, or whose answer has a place that nothing fills. */
    private static Marking.Rewritten rewritten(FailedExample one) {
        return one.mismatch().came() == null
                ? null
                : new Marking.Rewritten(
                        ExampleRow.SHEET,
                        one.example().expectCell(),
                        one.mismatch().came(),
                        "review: this came instead of\n" + one.example().expect());
    }
}
