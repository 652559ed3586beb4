package org.hearth.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.model.Variable;
import org.hearth.codes.CodeRow;
import org.hearth.evaluate.RuleConditions.FactPattern;
import org.hearth.evaluate.WhyNot.Obstacle;
import org.hearth.evaluate.WhyNot.Silence;
import org.hearth.facts.line.Settled;
import org.hearth.finding.Condition;
import org.hearth.finding.FromRow;
import org.hearth.ruleset.Ruleset;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;

/**
 * Finds what kept rules and rows from firing, by asking their constraints, as the engine runs them, of the facts of a
 * claim that has been judged.
 */
final class SilentRules {

    /** How many rows are named for a fact, where several are equally near. */
    private static final int NEAREST = 3;

    private static final Pattern NAMES_A_FINDING = Pattern.compile("^HHT-\\d{3} ");
    private static final Pattern INSERTS_NEW = Pattern.compile("\\binsert\\(new (\\w+)\\(");
    private static final Pattern INSERTS_MADE = Pattern.compile("\\binsert\\(\\$\\w+\\.(\\w+)\\(");

    /** How near a rule came to firing for a fact; without an obstacle it fired. */
    private record Attempt(RuleConditions rule, int pattern, int met, int unmet, Obstacle obstacle) {

        static final Comparator<Attempt> NEAREST_FIRST = Comparator.comparing(
                        (Attempt attempt) -> attempt.obstacle != null)
                .thenComparing(attempt -> -attempt.pattern)
                .thenComparing(attempt -> attempt.unmet)
                .thenComparing(attempt -> -attempt.met);

        boolean asNearAs(Attempt other) {
            return pattern == other.pattern && unmet == other.unmet;
        }
    }

    private final Ruleset ruleset;
    private final List<Object> facts;
    private final Map<String, RuleConditions> rules;

    /** @param facts every fact of a claim that has been judged */
    SilentRules(Ruleset ruleset, Map<String, RuleConditions> rules, List<Object> facts) {
        this.ruleset = ruleset;
        this.rules = rules;
        this.facts = facts;
    }

    /** What kept the rules and rows that report a finding from firing. */
    List<Silence> of(String id) {
        List<RuleConditions> reporting = new ArrayList<>(rules.values().stream()
                .filter(rule -> rule.name().startsWith(id + " "))
                .sorted(Comparator.comparing(RuleConditions::name))
                .toList());
        for (Table table : ruleset.tables()) {
            if (table instanceof DecisionTable rows) {
                rows.rows().stream()
                        .filter(row -> reports(rows, row, id))
                        .forEach(row -> reporting.add(rules.get(rows.name() + "/" + row.key())));
            }
        }
        List<Silence> silences = silences(reporting, true);
        silences.addAll(unreported(reporting.stream().map(RuleConditions::name).collect(Collectors.toSet())));
        return silences;
    }

    /** What kept the rows of a decision table from firing; nothing of a table that is none. */
    List<Silence> ofTable(String name) {
        List<RuleConditions> rows = new ArrayList<>();
        for (Table table : ruleset.tables()) {
            if (table instanceof DecisionTable && table.name().equals(name)) {
                table.rows().forEach(row -> rows.add(rules.get(name + "/" + row.key())));
            }
        }
        return silences(rows, false);
    }

    /** What kept the findings that rows only name from being reported of the facts that these rows derived. */
    private List<Silence> unreported(Set<String> rows) {
        List<Silence> silences = new ArrayList<>();
        for (Object fact : facts) {
            if (fact instanceof FromRow from && rows.contains(from.row())) {
                rules.values().stream()
                        .filter(rule -> rule.row() == null
                                && !NAMES_A_FINDING.matcher(rule.name()).find())
                        .filter(rule -> pivot(rule) >= 0
                                && rule.patterns().get(pivot(rule)).type().isInstance(fact))
                        .map(rule -> attempt(rule, fact))
                        .filter(attempt -> attempt.obstacle() != null)
                        .forEach(attempt -> silences.add(silence(fact, attempt, false)));
            }
        }
        return silences;
    }

    private static boolean reports(DecisionTable table, Row row, String id) {
        return table.columns().stream()
                .filter(column -> column.type().kind() == ColumnType.Kind.FINDING)
                .map(Column::heading)
                .anyMatch(heading -> id.equals(row.values().get(heading)));
    }

    /** @param further whether to look for the rows behind a fact that is missing */
    private List<Silence> silences(List<RuleConditions> asked, boolean further) {
        List<Silence> silences = new ArrayList<>();
        List<RuleConditions> factless = new ArrayList<>(asked);
        for (Object fact : facts) {
            List<Attempt> attempts = asked.stream()
                    .filter(rule -> pivot(rule) >= 0
                            && rule.patterns().get(pivot(rule)).type().isInstance(fact))
                    .map(rule -> attempt(rule, fact))
                    .sorted(Attempt.NEAREST_FIRST)
                    .toList();
            attempts.forEach(attempt -> factless.remove(attempt.rule()));
            if (!attempts.isEmpty() && attempts.get(0).obstacle() != null) {
                attempts.stream()
                        .filter(attempt -> attempt.asNearAs(attempts.get(0)))
                        .limit(NEAREST)
                        .forEach(attempt -> silences.add(silence(fact, attempt, further)));
            }
        }
        factless.stream().limit(NEAREST).forEach(rule -> silences.add(factless(rule, further)));
        return silences;
    }

    /** The first fact that a rule asks for, but for the rows and marks that come before it. */
    private static int pivot(RuleConditions rule) {
        for (int i = 0; i < rule.patterns().size(); i++) {
            FactPattern pattern = rule.patterns().get(i);
            if (!pattern.absent()
                    && pattern.type() != Settled.class
                    && !CodeRow.class.isAssignableFrom(pattern.type())) {
                return i;
            }
        }
        return -1;
    }

    private Silence silence(Object fact, Attempt attempt, boolean further) {
        RuleConditions rule = attempt.rule();
        List<Silence> behind =
                further ? behind(rule.patterns().get(attempt.pattern()).type()) : List.of();
        return new Silence(
                Property.kind(fact.getClass()),
                Property.line(fact),
                rule.name(),
                rule.row(),
                attempt.obstacle(),
                behind);
    }

    private Silence factless(RuleConditions rule, boolean further) {
        int pivot = pivot(rule);
        Class<?> type = rule.patterns().get(Math.max(pivot, 0)).type();
        return new Silence(
                Property.kind(type),
                null,
                rule.name(),
                rule.row(),
                pivot < 0 ? new WhyNot.Untold() : new WhyNot.Missing(Property.kind(type)),
                further ? behind(type) : List.of());
    }

    /** What kept the rows of the tables that derive a kind of fact from firing. */
    private List<Silence> behind(Class<?> type) {
        List<RuleConditions> deriving = new ArrayList<>();
        for (Table table : ruleset.tables()) {
            if (table instanceof DecisionTable rows && derives(rows, type)) {
                rows.rows().forEach(row -> deriving.add(rules.get(rows.name() + "/" + row.key())));
            }
        }
        return silences(deriving, false);
    }

    private boolean derives(DecisionTable table, Class<?> type) {
        String actions =
                String.join(" ", table.technicalRows().get(table.technicalRows().size() - 1));
        Matcher made = INSERTS_NEW.matcher(actions);
        if (made.find()) {
            return made.group(1).equals(type.getSimpleName());
        }
        Matcher of = INSERTS_MADE.matcher(actions);
        if (!of.find()) {
            return false;
        }
        Class<?> from = rules.get(table.name() + "/" + table.rows().get(0).key())
                .patterns()
                .get(0)
                .type();
        return java.util.Arrays.stream(from.getMethods())
                .filter(method -> method.getName().equals(of.group(1)))
                .anyMatch(method -> method.getReturnType().isAssignableFrom(type));
    }

    private Attempt attempt(RuleConditions rule, Object fact) {
        if (!rule.whole()) {
            return new Attempt(rule, 0, 0, 0, new WhyNot.Untold());
        }
        return attempt(rule, 0, new HashMap<>(), 0, pivot(rule), fact);
    }

    private Attempt attempt(
            RuleConditions rule, int index, Map<Variable<?>, Object> bound, int met, int pivot, Object fact) {
        if (index == rule.patterns().size()) {
            return new Attempt(rule, index, met, 0, null);
        }
        FactPattern pattern = rule.patterns().get(index);
        List<Object> candidates = index == pivot
                ? List.of(fact)
                : facts.stream().filter(pattern.type()::isInstance).toList();
        Attempt nearest = null;
        for (Object candidate : candidates) {
            Map<Variable<?>, Object> with = new HashMap<>(bound);
            pattern.bind(candidate, with);
            List<Asked> unmet = unmet(pattern, with);
            if (unmet.isEmpty() && pattern.absent()) {
                List<Condition> conditions = pattern.asked().stream()
                        .map(asked -> asked.condition(candidate, with))
                        .toList();
                return new Attempt(
                        rule,
                        index,
                        met,
                        1,
                        new WhyNot.Present(Property.kind(candidate.getClass()), Property.line(candidate), conditions));
            }
            if (!pattern.absent()) {
                Attempt attempt = unmet.isEmpty()
                        ? attempt(rule, index + 1, with, met + pattern.asked().size(), pivot, fact)
                        : new Attempt(
                                rule,
                                index,
                                met + pattern.asked().size() - unmet.size(),
                                unmet.size(),
                                new WhyNot.Unmet(
                                        Property.kind(candidate.getClass()),
                                        unmet.get(0).meant(candidate, with),
                                        unmet.size() - 1));
                if (nearest == null || Attempt.NEAREST_FIRST.compare(attempt, nearest) < 0) {
                    nearest = attempt;
                }
            }
        }
        if (pattern.absent()) {
            return attempt(rule, index + 1, bound, met + 1, pivot, fact);
        }
        return nearest != null
                ? nearest
                : new Attempt(rule, index, met, 1, new WhyNot.Missing(Property.kind(pattern.type())));
    }

    private static List<Asked> unmet(FactPattern pattern, Map<Variable<?>, Object> bound) {
        List<Asked> unmet = new ArrayList<>();
        for (Asked asked : pattern.asked()) {
            try {
                if (!asked.holds(bound)) {
                    unmet.add(asked);
                }
            } catch (NullPointerException e) {
                // the engine stops at the first that is not met; what comes after may ask of what is then not there
                unmet.add(asked);
            }
        }
        return unmet;
    }
}
