package org.hearth.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearth.finding.RowReference;
import org.hearth.ruleset.Ruleset;
import org.hearth.tables.workbook.TableProblem;

/**
 * What checking a set of workbooks came to.
 *
 * @param problems what must be mended, by workbook, sheet and cell; with any, nothing is compiled and no example is run
 * @param warnings what is worth a look and stops nothing
 * @param passed how many examples came as expected
 * @param failed the examples that did not, pages first
 * @param shared the changed rows that failed examples have in common, those with the most first; empty where nobody knows
 *     what changed
 * @param unreached the rows of decision tables that no example reaches
 * @param ruleset the workbooks compiled, with their rules; empty if there are problems
 */
public record TablesReport(
        List<TableProblem> problems,
        List<TableProblem> warnings,
        int passed,
        List<FailedExample> failed,
        List<SharedRow> shared,
        List<RowReference> unreached,
        Optional<Ruleset> ruleset) {

    /**
     * An example that did not come as expected.
     *
     * @param example the example
     * @param mismatch how it came out
     */
    public record FailedExample(Example example, Mismatch mismatch) {

        /** What came instead, a line each. */
        public List<String> instead() {
            return mismatch.instead();
        }
    }

    public TablesReport {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        failed = List.copyOf(failed);
        shared = List.copyOf(shared);
        unreached = List.copyOf(unreached);
    }

    /** Whether the workbooks may be released: no problem, and every example came as expected. */
    public boolean sound() {
        return problems.isEmpty() && failed.isEmpty();
    }

    /** The failed examples that use no row of {@link #shared}, in their order. */
    public List<FailedExample> alone() {
        List<FailedExample> alone = new ArrayList<>(failed);
        shared.forEach(row -> alone.removeAll(row.examples()));
        return alone;
    }
}
