package org.hearth.facts.line;

import java.util.List;

/** Takes the facts that a {@link Derivation} works out of a claim. */
public interface FactSink {

    /** A fact for the session. */
    void add(Object fact);

    /** Something that cannot be judged for want of a fact. */
    void notChecked(String topic, List<Integer> lines, String needs);
}
