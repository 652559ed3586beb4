package org.hearth.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.evaluate.WhyNot;
import org.hearth.evaluate.WhyNot.Silence;
import org.hearth.finding.RowReference;
import org.hearth.ruleset.Ruleset;

/**
 * What a draft makes of a claim, beside the active ruleset.
 *
 * @param active what is said of it now
 * @param draft what would be said of it
 * @param matched the rows of decision tables that held, by name
 * @param nearest of the tables that were asked, the rows that came nearest to holding
 */
public record Trial(Evaluation active, Evaluation draft, List<Matched> matched, List<Near> nearest) {

    private static final int MOST_NEAREST = 60;

    /** A row that held; {@code row} is {@code table/key}. */
    public record Matched(String row, String table, String sheet, String cell) {}

    /**
     * A row that came near to holding.
     *
     * @param row {@code table/key}
     * @param fact what it was asked of, in words
     * @param line the line number as sent; none where it is not about one line
     * @param keptOutBy what kept it out; none where more than that can be told kept it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Near(
            String row, String table, String sheet, String cell, String fact, Integer line, Kept keptOutBy) {}

    /**
     * What kept a row out.
     *
     * @param heading the heading of the cell, or what is asked in words
     * @param cell the cell of the row that asks it; none where a hidden row does
     * @param wants what the cell says
     * @param has what the claim has
     * @param more how much more kept it out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kept(String heading, String cell, String wants, String has, int more) {}

    /**
     * Tries a claim.
     *
     * @param active judges it now
     * @param after judges it by the draft, or by another release
     * @param ruleset that of the draft or release
     * @param tables the tables that are asked for their nearest rows
     */
    public static Trial of(Claim claim, Evaluator active, Evaluator after, Ruleset ruleset, Collection<String> tables) {
        Set<String> fired = new LinkedHashSet<>();
        Evaluation now = active.evaluate(claim);
        Evaluation then = after.trace(claim, fired::add);
        Map<String, RowReference> rows = ruleset.rows();
        List<Matched> matched = fired.stream()
                .filter(rows::containsKey)
                .sorted()
                .map(name -> new Matched(
                        name,
                        rows.get(name).table(),
                        rows.get(name).sheet(),
                        rows.get(name).cell()))
                .toList();
        List<Near> nearest = new ArrayList<>();
        for (Silence silence : after.nearest(claim, tables)) {
            if (silence.row() != null && nearest.size() < MOST_NEAREST) {
                RowReference row = silence.row();
                nearest.add(new Near(
                        silence.rule(),
                        row.table(),
                        row.sheet(),
                        row.cell(),
                        silence.fact(),
                        silence.line(),
                        kept(silence.obstacle())));
            }
        }
        return new Trial(now, then, matched, nearest);
    }

    private static Kept kept(WhyNot.Obstacle obstacle) {
        if (obstacle instanceof WhyNot.Unmet unmet) {
            return new Kept(
                    unmet.condition().asks(),
                    unmet.condition().cell(),
                    unmet.condition().wants(),
                    unmet.condition().has(),
                    unmet.more());
        }
        if (obstacle instanceof WhyNot.Missing missing) {
            return new Kept(missing.kind(), null, "is there", "not there", 0);
        }
        if (obstacle instanceof WhyNot.Present present) {
            return new Kept(present.kind(), null, "is not there", "there", 0);
        }
        return null;
    }
}
