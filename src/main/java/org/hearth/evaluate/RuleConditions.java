package org.hearth.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.Binding;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.hearth.finding.RowReference;
import org.hearth.ruleset.Ruleset;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.RowCondition;
import org.hearth.tables.content.Table;

/**
 * What a rule or row asks, pattern by pattern: the very constraints that the engine runs, so that whoever asks them one
 * by one gets the engine's answer.
 *
 * @param name the rule's name; a row's is {@code table/key}
 * @param row where the row stands, or {@code null} for a rule
 * @param patterns the facts that it asks for, in order
 * @param whole whether the patterns are all that it asks
 */
record RuleConditions(String name, RowReference row, List<FactPattern> patterns, boolean whole) {

    /**
     * A fact that a rule asks for.
     *
     * @param absent whether it asks that there is no such fact
     * @param type the kind of fact
     * @param variable stands for the fact in constraints
     * @param asked what it asks of the fact
     * @param bindings what later constraints take from the fact
     */
    record FactPattern(boolean absent, Class<?> type, Variable<?> variable, List<Asked> asked, List<Binding> bindings) {

        /** Takes a fact for the pattern, as later constraints see it. */
        void bind(Object fact, Map<Variable<?>, Object> bound) {
            bound.put(variable, fact);
            for (Binding binding : bindings) {
                Variable<?>[] inputs = binding.getInputVariables();
                Object[] values = new Object[inputs.length];
                for (int i = 0; i < inputs.length; i++) {
                    values[i] = bound.get(inputs[i]);
                }
                bound.put(binding.getBoundVariable(), binding.eval(values));
            }
        }
    }

    /** Every rule and row of a ruleset, by name. */
    static Map<String, RuleConditions> of(Ruleset ruleset) {
        Map<String, DecisionTable> tables = new HashMap<>();
        for (Table table : ruleset.tables()) {
            if (table instanceof DecisionTable decisionTable) {
                tables.put(table.name(), decisionTable);
            }
        }
        Map<String, RuleConditions> rules = new HashMap<>();
        for (Model model : ruleset.models()) {
            for (Rule rule : model.getRules()) {
                DecisionTable table = tables.get(rule.getName().split("/", 2)[0]);
                rules.put(rule.getName(), of(rule, table));
            }
        }
        return rules;
    }

    private static RuleConditions of(Rule rule, DecisionTable table) {
        Optional<Row> row = table == null
                ? Optional.empty()
                : table.rows().stream()
                        .filter(one -> rule.getName().equals(table.name() + "/" + one.key()))
                        .findFirst();
        List<Asked.Cell> cells = row.map(one -> cells(table, one)).orElse(List.of());
        List<FactPattern> patterns = new ArrayList<>();
        boolean whole = true;
        for (org.drools.model.Condition condition : rule.getView().getSubConditions()) {
            switch (condition.getType()) {
                case PATTERN -> patterns.add(pattern(false, (Pattern<?>) condition));
                case NOT -> {
                    if (condition.getSubConditions().get(0) instanceof Pattern<?> none) {
                        patterns.add(pattern(true, none));
                    } else {
                        whole = false;
                    }
                }
                case CONSEQUENCE -> {
                    // what it does, not what it asks
                }
                default -> whole = false;
            }
        }
        if (row.isPresent()) {
            patterns = withCells(patterns, cells);
        }
        return new RuleConditions(rule.getName(), row.map(Row::reference).orElse(null), List.copyOf(patterns), whole);
    }

    private static FactPattern pattern(boolean absent, Pattern<?> pattern) {
        List<Asked> asked = new ArrayList<>();
        constraints(pattern.getConstraint(), asked);
        return new FactPattern(
                absent,
                pattern.getPatternVariable().getType(),
                pattern.getPatternVariable(),
                List.copyOf(asked),
                List.copyOf(pattern.getBindings()));
    }

    private static void constraints(Constraint constraint, List<Asked> asked) {
        if (constraint instanceof SingleConstraint single) {
            if (single.getVariables().length > 0) {
                asked.add(new Asked(single, single.predicateInformation().getStringConstraint(), null));
            }
        } else {
            constraint.getChildren().forEach(child -> constraints(child, asked));
        }
    }

    /** The cells behind the constraints of a row's rule, in the order of the constraints. */
    private static List<Asked.Cell> cells(DecisionTable table, Row row) {
        List<Asked.Cell> cells = new ArrayList<>();
        for (RowCondition condition : table.conditions(row)) {
            for (String constraint : condition.constraints()) {
                cells.add(
                        constraint.contains("$param")
                                ? new Asked.Cell(
                                        condition.column(),
                                        row.cell(condition.column()),
                                        row.values().get(condition.column().heading()),
                                        constraint)
                                : null);
            }
        }
        return cells;
    }

    private static List<FactPattern> withCells(List<FactPattern> patterns, List<Asked.Cell> cells) {
        if (cells.size()
                != patterns.stream().mapToInt(pattern -> pattern.asked().size()).sum()) {
            throw new IllegalStateException("a row's rule has other constraints than its cells");
        }
        Iterator<Asked.Cell> next = cells.iterator();
        return patterns.stream()
                .map(pattern -> new FactPattern(
                        pattern.absent(),
                        pattern.type(),
                        pattern.variable(),
                        pattern.asked().stream()
                                .map(asked -> new Asked(asked.constraint(), asked.drl(), next.next()))
                                .toList(),
                        pattern.bindings()))
                .toList();
    }
}
