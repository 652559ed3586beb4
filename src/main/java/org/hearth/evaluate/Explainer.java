package org.hearth.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drools.model.Variable;
import org.hearth.catalog.FindingType;
import org.hearth.evaluate.RuleConditions.FactPattern;
import org.hearth.facts.line.Settled;
import org.hearth.finding.Condition;
import org.hearth.finding.FromRow;
import org.hearth.finding.Reason;
import org.hearth.finding.RowReference;
import org.hearth.ruleset.Ruleset;

/** Tells which facts met which rules. */
final class Explainer {

    private final Ruleset ruleset;
    private final Recorder recorder;
    private final Map<String, RuleConditions> rules;

    Explainer(Ruleset ruleset, Recorder recorder) {
        this.ruleset = ruleset;
        this.recorder = recorder;
        this.rules = RuleConditions.of(ruleset);
    }

    /**
     * The facts for which a rule fired.
     *
     * @param type the finding that it reported
     * @param worded the facts that the finding's wording took its values from, in that order
     */
    List<Reason> reasons(Recorder.Firing firing, FindingType type, List<Object> worded) {
        return reasons(firing, (fact, line) -> values(fact, type, worded));
    }

    private interface Values {
        SortedMap<String, String> of(Object fact, Integer line);
    }

    private List<Reason> reasons(Recorder.Firing firing, Values values) {
        RuleConditions rule = rules.get(firing.rule());
        Map<Variable<?>, Object> bound = new HashMap<>();
        Iterator<Object> facts = firing.facts().iterator();
        List<Reason> reasons = new ArrayList<>();
        for (FactPattern pattern : rule.patterns()) {
            Object fact = pattern.absent() ? null : facts.next();
            if (fact != null) {
                pattern.bind(fact, bound);
            }
            if (pattern.type() != Settled.class) {
                List<Condition> conditions = pattern.asked().stream()
                        .map(asked -> asked.condition(fact, bound))
                        .toList();
                reasons.add(reason(rule, pattern, fact, conditions, values));
            }
        }
        return reasons;
    }

    private Reason reason(
            RuleConditions rule, FactPattern pattern, Object fact, List<Condition> conditions, Values values) {
        String name = rule.row() == null ? rule.name() : null;
        String kind = Property.kind(fact == null ? pattern.type() : fact.getClass());
        if (fact == null) {
            return new Reason("no " + kind, null, name, rule.row(), conditions, new TreeMap<>(), List.of(), List.of());
        }
        Integer line = Property.line(fact);
        Recorder.Firing origin = recorder.origin(fact);
        return new Reason(
                kind,
                line,
                name,
                rule.row(),
                conditions,
                values.of(fact, line),
                rows(fact, origin),
                origin == null ? List.of() : reasons(origin, (derived, number) -> new TreeMap<>()));
    }

    /** What the wording of a finding takes from one of its facts. */
    private static SortedMap<String, String> values(Object fact, FindingType type, List<Object> worded) {
        SortedMap<String, String> values = new TreeMap<>();
        Stream.concat(type.message().names().stream(), type.fix().names().stream())
                .distinct()
                .forEach(name -> worded.stream()
                        .filter(one -> Property.has(one, name))
                        .findFirst()
                        .filter(one -> one == fact)
                        .ifPresent(one -> values.put(Property.words(name), Property.text(one, name))));
        return values;
    }

    /** The rows that were looked up for a fact, but for the row that derived it. */
    private List<RowReference> rows(Object fact, Recorder.Firing origin) {
        return RowTracker.lookedUpFor(fact)
                .map(FromRow::row)
                .filter(row -> origin == null || !row.equals(origin.rule()))
                .map(ruleset::row)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(RowReference::table).thenComparing(RowReference::row))
                .toList();
    }
}
