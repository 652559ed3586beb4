package org.hearth.evaluate;

import java.util.List;
import org.hearth.finding.Condition;
import org.hearth.finding.RowReference;

/**
 * Where a finding was reported on a claim, and what kept it from being reported elsewhere.
 *
 * @param evaluation the claim's evaluation with the findings of that id alone, explained
 * @param silences the facts that did not meet a rule or row which reports it: for each the nearest rows, in the order of
 *     the facts
 */
public record WhyNot(Evaluation evaluation, List<Silence> silences) {

    public WhyNot {
        silences = List.copyOf(silences);
    }

    /**
     * A rule or row that did not fire for a fact.
     *
     * @param fact the kind of fact that it was asked of, in words
     * @param line the line number as sent, or {@code null} where the fact is not about one line or there is no such fact
     * @param rule the rule's name; a row's is {@code table/key}
     * @param row the row, or {@code null}
     * @param obstacle what kept it from firing
     * @param behind where the fact that was missing comes from rows: the nearest of those, which did not fire either
     */
    public record Silence(
            String fact, Integer line, String rule, RowReference row, Obstacle obstacle, List<Silence> behind) {
        public Silence {
            behind = List.copyOf(behind);
        }
    }

    /** What kept a rule or row from firing. */
    public sealed interface Obstacle {}

    /**
     * The first condition that was not met.
     *
     * @param of the kind of fact that it is asked of
     * @param condition what it asks, and what the fact has
     * @param more how many further conditions on the same fact were not met
     */
    public record Unmet(String of, Condition condition, int more) implements Obstacle {}

    /**
     * A fact that the claim does not give.
     *
     * @param kind the kind of fact
     */
    public record Missing(String kind) implements Obstacle {}

    /**
     * A fact that the rule asks not to be there.
     *
     * @param kind the kind of fact
     * @param line its line number as sent, or {@code null}
     * @param conditions what it meets
     */
    public record Present(String kind, Integer line, List<Condition> conditions) implements Obstacle {
        public Present {
            conditions = List.copyOf(conditions);
        }
    }

    /** More than can be told: the rule has a condition that is not looked into. */
    public record Untold() implements Obstacle {}
}
