package org.hearth.draft;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluator;
import org.hearth.release.AcceptedAnswers;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.release.TriedClaim;
import org.hearth.ruleset.InvalidRulesetException;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.Sheet;

/** What drafts do: the rulesets that they come to, tried on examples and claims. Safe for use by any number of threads. */
public final class DraftRuns {

    /** Each takes some ten megabytes. */
    private static final int MOST_COMPILED = 2;

    private final Workbench workbench;
    private final Latest<String, Ruleset> compiled = new Latest<>(MOST_COMPILED);

    /** @param workbench where the drafts are worked on */
    public DraftRuns(Workbench workbench) {
        this.workbench = workbench;
    }

    /**
     * The ruleset that a draft comes to; compiling it takes up to seconds, and a few are kept.
     *
     * @throws InvalidTablesException if there are problems
     * @throws DraftException.Refused if it does not build, or its base is no longer kept
     * @throws IOException if it cannot be read
     */
    public Ruleset ruleset(Draft draft) throws DraftException, IOException {
        String key = workbench.files(draft).hash();
        Ruleset before = compiled.get(key);
        if (before != null) {
            return before;
        }
        try {
            Workbench.Checked checked = workbench.check(draft);
            if (!checked.problems().isEmpty()) {
                throw new InvalidTablesException(checked.problems());
            }
            return compiled.keep(key, checked.tables().compile());
        } catch (InvalidRulesetException e) {
            throw new DraftException.Refused("the rules do not build: " + e.getMessage() + "; ask an engineer");
        }
    }

    /**
     * Tries a claim by a draft and by the active ruleset.
     *
     * @param claim the claim
     * @param on makes an evaluator fit for it
     * @param active the ruleset that judges claims now
     * @param tables the names of the tables whose nearest rows are asked for; those that the draft changes if empty
     * @throws InvalidTablesException if there are problems
     * @throws DraftException.Refused if the draft does not build, or its base is no longer kept
     * @throws IOException if it cannot be read
     */
    public Trial trial(Draft draft, Claim claim, UnaryOperator<Evaluator> on, Ruleset active, Collection<String> tables)
            throws DraftException, IOException {
        Ruleset after = ruleset(draft);
        Collection<String> asked = tables.isEmpty()
                ? draft.workbooks().keySet().stream().map(Workbench::tableOf).toList()
                : tables;
        return Trial.of(
                claim, on.apply(new Evaluator(() -> active)), on.apply(new Evaluator(() -> after)), after, asked);
    }

    /**
     * Makes a tried claim an example of a table: it expects what the draft answers. That rests on all tables, so that whatever
     * was changed since it was seen makes it late.
     *
     * @param revision the one whose answer was seen
     * @param file as {@link Workbench#file} has it
     * @param name what the example is called
     * @param claim one that was read as short as the sheet Examples has it
     * @param source where it comes from
     * @throws InvalidEditException if the table has no examples
     * @throws InvalidTablesException if there are problems
     * @throws DraftException if there is no such draft, another was faster, it is not open, or it would be too large
     * @throws IOException if it cannot be kept
     */
    public Draft addExample(String id, long revision, String file, String name, TriedClaim claim, String source)
            throws InvalidEditException, DraftException, IOException {
        Draft draft = workbench.drafts().open(id, revision);
        Ruleset ruleset = ruleset(draft);
        Sheet examples = workbench
                .cells(draft, file)
                .map(cells -> cells.sheets().get(ExampleRow.SHEET))
                .orElse(null);
        if (examples == null || examples.rows().isEmpty()) {
            throw new InvalidEditException("table", "the table has no examples", "name a decision table");
        }
        String answer = TriedClaim.answer(claim.on(new Evaluator(() -> ruleset)).evaluate(claim.claim()));
        List<String> cells = List.of(name, claim.bill(), claim.lines(), claim.rest(), answer, source);
        Map<String, String> values = new LinkedHashMap<>();
        for (int column = 0; column < cells.size(); column++) {
            values.put(examples.text(0, column), cells.get(column));
        }
        return workbench.editUnchanged(
                draft,
                file,
                List.of(new DraftEdit(
                        "add",
                        ExampleRow.SHEET,
                        null,
                        null,
                        null,
                        examples.rows().size(),
                        values,
                        null,
                        null)));
    }

    /**
     * Lets the own examples of a table that fail expect what comes of them now, as one edit. That rests on all tables, so that
     * whatever was changed since it was seen makes it late.
     *
     * @param revision the one whose answers were seen
     * @param file as {@link Workbench#file} has it
     * @throws InvalidEditException if none of them fails
     * @throws InvalidTablesException if there are problems
     * @throws DraftException if there is no such draft, another was faster, it is not open, or it would be too large
     * @throws IOException if it cannot be kept
     */
    public Draft acceptAnswers(String id, long revision, String file)
            throws InvalidEditException, DraftException, IOException {
        Draft draft = workbench.drafts().open(id, revision);
        Ruleset ruleset = ruleset(draft);
        List<Example> own = Examples.all(workbench.files(draft), ruleset).stream()
                .filter(example -> example.workbook().filter(file::equals).isPresent())
                .toList();
        List<DraftEdit> edits = AcceptedAnswers.cells(file, Examples.run(own, ruleset, (ran, all) -> {})).stream()
                .map(cell -> new DraftEdit("set", cell.sheet(), cell.cell(), cell.text(), null, null, null, null, null))
                .toList();
        if (edits.isEmpty()) {
            throw new InvalidEditException(
                    "table", "none of the table's own examples fails", "nothing is to be accepted");
        }
        return workbench.editUnchanged(draft, file, edits);
    }

    /**
     * The examples of a draft: those of the tables that it changes and of the pages that they have to do with first.
     *
     * @throws InvalidTablesException if there are problems
     * @throws DraftException.Refused if it does not build, or its base is no longer kept
     * @throws IOException if it cannot be read
     */
    public List<Example> examples(Draft draft) throws DraftException, IOException {
        Ruleset ruleset = ruleset(draft);
        RulesetFiles files = workbench.files(draft);
        Set<Example> first = new LinkedHashSet<>();
        for (Table table : ruleset.tables()) {
            if (draft.workbooks().containsKey(table.workbook())) {
                first.addAll(Examples.ofTable(files, ruleset, table));
            }
        }
        first.addAll(Examples.all(files, ruleset));
        return List.copyOf(first);
    }
}
