package org.hearth.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.Finding;
import org.hearth.json.ClaimReader;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.ExampleRow;
import org.hearth.tables.TableProblem;

/**
 * A claim and the exact findings it must get: from a rule's page or from the Examples sheet of a workbook.
 *
 * @param where the page or the workbook and cell, for people
 * @param name what it shows
 * @param claim the claim as YAML, short form
 * @param expect the findings, as {@link Expectation} reads them
 */
public record Example(String where, String name, String claim, String expect) {

    private static final Pattern CELL = Pattern.compile("(.*), sheet (Examples), cell ([A-Z]+[0-9]+)");

    /** A place of a wording that nothing filled. */
    private static final Pattern OPEN = Pattern.compile("\\{[A-Za-z.]+}");

    /** An analyst's example as an example like any other. */
    static Example of(ExampleRow row) {
        StringBuilder yaml = new StringBuilder("bill: \"" + row.bill() + "\"\nlines:\n");
        for (String line : row.lines().split("\\R|;")) {
            if (!line.isBlank()) {
                yaml.append("- \"").append(line.strip()).append("\"\n");
            }
        }
        yaml.append(row.claim()).append('\n');
        return new Example(
                row.workbook() + ", sheet Examples, cell " + row.cell(), row.name(), yaml.toString(), row.expect());
    }

    /** Whether it is from a rule's page, and not from a workbook. */
    public boolean ofPage() {
        return where.startsWith(RulesetFiles.RULES);
    }

    /** What came instead as a problem of the cell that the example stands in; empty of a page's. */
    public Optional<TableProblem> problem(List<String> instead) {
        Matcher place = CELL.matcher(where);
        return place.matches()
                ? Optional.of(new TableProblem(
                        place.group(1),
                        place.group(2),
                        place.group(3),
                        "the example comes out otherwise: " + String.join("; ", instead),
                        "mend the rows, or what the example expects"))
                : Optional.empty();
    }

    /** The complete claim as contract JSON. */
    public ObjectNode json() {
        return ExampleClaims.complete(claim);
    }

    /** The complete claim. */
    public Claim toClaim() {
        return ClaimReader.read(json(), Origin.NONE);
    }

    /** The ids of the findings it expects. */
    public List<String> expectedIds() {
        return Expectation.of(expect).ids();
    }

    /** Runs the example: what came instead, or empty if it came as expected. */
    public Optional<String> run(Evaluator evaluator) {
        return mismatch(evaluator.evaluate(toClaim()));
    }

    /** What came instead, or empty if the evaluation is what the example expects. */
    public Optional<String> mismatch(Evaluation evaluation) {
        return Expectation.of(expect).mismatch(evaluation);
    }

    /**
     * Runs the example and tells which rules and rows had a part in it.
     *
     * @param fired takes the name of each rule that fires; a row's is {@code table/key}
     * @return what came instead, or empty if it came as expected
     */
    Optional<String> run(Evaluator evaluator, Consumer<String> fired) {
        Evaluation evaluation = evaluator.trace(toClaim(), fired);
        StringBuilder instead = new StringBuilder();
        Expectation.of(expect).mismatch(evaluation).ifPresent(instead::append);
        for (Finding finding : evaluation.findings()) {
            Matcher open = OPEN.matcher(finding.message() + " " + finding.fix());
            while (open.find()) {
                instead.append(finding.id())
                        .append(" leaves ")
                        .append(open.group())
                        .append(" open: nothing has that name\n");
            }
        }
        return instead.isEmpty() ? Optional.empty() : Optional.of(instead.toString());
    }

    @Override
    public String toString() {
        return where + ": " + name;
    }
}
