package org.hearth.release;

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
 * @param unreached the rows of decision tables that no example reaches
 * @param ruleset the workbooks compiled, with their rules; empty if there are problems
 */
public record TablesReport(
        List<TableProblem> problems,
        List<TableProblem> warnings,
        int passed,
        List<FailedExample> failed,
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
        unreached = List.copyOf(unreached);
    }

    /** Whether the workbooks may be released: no problem, and every example came as expected. */
    public boolean sound() {
        return problems.isEmpty() && failed.isEmpty();
    }
}
