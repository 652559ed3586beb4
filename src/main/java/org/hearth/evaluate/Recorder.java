package org.hearth.evaluate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;

/** Notes which rule fired for which facts, while one claim is judged. */
final class Recorder extends DefaultAgendaEventListener implements RuleRuntimeEventListener {

    /**
     * A rule that fired.
     *
     * @param rule its name
     * @param facts the facts that met its patterns, in their order
     */
    record Firing(String rule, List<Object> facts) {}

    private final List<Object> facts = new ArrayList<>();
    private final Map<Object, Firing> origins = new IdentityHashMap<>();
    private Firing current;

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        current = new Firing(
                event.getMatch().getRule().getName(),
                List.copyOf(event.getMatch().getObjects()));
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        current = null;
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        facts.add(event.getObject());
        if (current != null) {
            origins.put(event.getObject(), current);
        }
    }

    @Override
    public void objectUpdated(ObjectUpdatedEvent event) {
        // facts are immutable
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        // facts stay
    }

    /** The rule that is firing now, or {@code null}. */
    Firing current() {
        return current;
    }

    /** The rule that derived a fact, or {@code null}. */
    Firing origin(Object fact) {
        return origins.get(fact);
    }

    /** Every fact, in the order in which they came. */
    List<Object> facts() {
        return facts;
    }
}
