package org.hearth.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;

/**
 * The facts that come into a session while it is listened to, in their order. The session itself forgets a fact that no rule asks
 * about, as of a ruleset that never changes none ever will.
 */
final class AddedFacts extends DefaultRuleRuntimeEventListener {

    private final List<Object> facts = new ArrayList<>();

    /** What came so far. */
    List<Object> facts() {
        return facts;
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        facts.add(event.getObject());
    }
}
