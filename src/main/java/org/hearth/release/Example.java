package org.hearth.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.claim.Claim;
import org.hearth.claim.Door;
import org.hearth.claim.Origin;
import org.hearth.codes.CodeSets;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.Finding;
import org.hearth.json.ClaimReader;
import org.hearth.json.ClaimWriter;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.workbook.TableProblem;

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
        lines(row).forEach(line -> yaml.append("- \"").append(line).append("\"\n"));
        yaml.append(row.claim()).append('\n');
        return new Example(
                row.workbook() + ", sheet Examples, cell " + row.cell(), row.name(), yaml.toString(), row.expect());
    }

    /** The service lines of an analyst's example in short form. */
    static List<String> lines(ExampleRow row) {
        return Arrays.stream(row.lines().split("\\R|;"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Whether it is from a rule's page, and not from a workbook. */
    public boolean ofPage() {
        return where.startsWith(RulesetFiles.RULES);
    }

    /** The workbook that it is from; empty of a page's. */
    public Optional<String> workbook() {
        Matcher place = CELL.matcher(where);
        return place.matches() ? Optional.of(place.group(1)) : Optional.empty();
    }

    /** The cell that says what it expects, of an analyst's example. */
    public String expectCell() {
        Matcher place = CELL.matcher(where);
        if (!place.matches()) {
            throw new IllegalStateException(where + " is no cell");
        }
        return ExampleRow.EXPECT + place.group(3).replaceAll("[A-Z]", "");
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
        return segments() == null ? ExampleClaims.complete(claim) : ExampleClaims.written(ClaimWriter.line(toClaim()));
    }

    /** The segments of an example that is an 837I; {@code null} of any other. */
    private String segments() {
        return ExampleClaims.written(claim).path(EdiExample.FIELD).textValue();
    }

    /** The imported code sets by which it is judged: those that it names, whatever a ruleset has. */
    public CodeSets codeSets() {
        return ExampleCodeSets.of(claim);
    }

    /** An evaluator for this example, by the rulesets of another one: with its code sets, and what it says of the past. */
    public Evaluator on(Evaluator evaluator) {
        ExamplePast past = ExamplePast.of(claim);
        return evaluator.with(codeSets()).knowing(past::before);
    }

    /** The complete claim. */
    public Claim toClaim() {
        String segments = segments();
        if (segments != null) {
            return EdiExample.claim(segments);
        }
        Claim read = ClaimReader.read(json(), Origin.NONE);
        Door door = ExampleClaims.door(claim);
        return door == Door.JSON ? read : read.toBuilder().door(door).build();
    }

    /** The ids of the findings it expects. */
    public List<String> expectedIds() {
        return Expectation.of(expect).ids();
    }

    /** Runs the example: how it came out otherwise than it wants; empty if it did not. */
    public Optional<Mismatch> run(Evaluator evaluator) {
        return mismatch(on(evaluator).evaluate(toClaim()));
    }

    /** How an evaluation differs from what the example wants; empty if it does not. */
    public Optional<Mismatch> mismatch(Evaluation evaluation) {
        return Expectation.of(expect).mismatch(evaluation);
    }

    /**
     * What running an example takes, read from its texts once.
     *
     * @param claim the complete claim
     * @param codeSets those by which it is judged
     * @param past what it says of the past
     * @param expectation what it must come to
     */
    record Prepared(Claim claim, CodeSets codeSets, ExamplePast past, Expectation expectation) {

        /**
         * Runs the example and tells which rules and rows had a part in it. A wording that leaves a place open has failed too,
         * and so has an example that breaks a rule.
         *
         * @param fired takes the name of each rule that fires; a row's is {@code table/key}
         */
        Optional<Mismatch> run(Evaluator evaluator, Consumer<String> fired) {
            try {
                Evaluation evaluation =
                        evaluator.with(codeSets).knowing(past::before).trace(claim, fired);
                Optional<Mismatch> mismatch = expectation.mismatch(evaluation);
                List<String> open = open(evaluation);
                return open.isEmpty()
                        ? mismatch
                        : Optional.of(mismatch.map(found -> found.with(open)).orElseGet(() -> Mismatch.of(open)));
            } catch (RuntimeException e) {
                return Optional.of(unrunnable(e));
            }
        }
    }

    /** That an example cannot be run, as its outcome. */
    static Mismatch unrunnable(RuntimeException why) {
        return Mismatch.of(List.of("it cannot be run: " + why.getMessage()));
    }

    /**
     * Reads the example's texts.
     *
     * @throws RuntimeException if they cannot be read
     */
    Prepared prepared() {
        return new Prepared(toClaim(), codeSets(), ExamplePast.of(claim), Expectation.of(expect));
    }

    private static List<String> open(Evaluation evaluation) {
        List<String> open = new ArrayList<>();
        for (Finding finding : evaluation.findings()) {
            Matcher place = OPEN.matcher(finding.message() + " " + finding.fix());
            while (place.find()) {
                open.add(finding.id() + " leaves " + place.group() + " open: nothing has that name");
            }
        }
        return open;
    }

    @Override
    public String toString() {
        return where + ": " + name;
    }
}
