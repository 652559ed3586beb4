package org.hearth.facts.line;

import java.util.List;
import org.hearth.codes.Codes;

/** Works facts out of a claim that are arithmetic, not policy, before they enter the session. Stateless. */
@FunctionalInterface
public interface Derivation {

    /** Adds what it can derive from a claim. */
    void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink);
}
