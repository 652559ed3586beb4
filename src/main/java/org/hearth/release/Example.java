package org.hearth.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.json.ClaimReader;
import org.hearth.tables.ExampleRow;

/**
 * A claim and the exact findings it must get: from a rule's page or from the Examples sheet of a workbook.
 *
 * @param where the page or the workbook and cell, for people
 * @param name what it shows
 * @param claim the claim as YAML, short form
 * @param expect the findings, as {@link Expectation} reads them
 */
public record Example(String where, String name, String claim, String expect) {

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
        Evaluation evaluation = evaluator.evaluate(toClaim());
        return Expectation.of(expect).mismatch(evaluation);
    }

    /**
     * Runs the example and tells which rules and rows had a part in it.
     *
     * @param fired takes the name of each rule that fires; a row's is {@code table/key}
     * @return what came instead, or empty if it came as expected
     */
    Optional<String> run(Evaluator evaluator, Consumer<String> fired) {
        return Expectation.of(expect).mismatch(evaluator.trace(toClaim(), fired));
    }

    @Override
    public String toString() {
        return where + ": " + name;
    }
}
