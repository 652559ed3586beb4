package org.hearth.therapy;

import java.util.List;

/** Works facts out of a claim that are arithmetic, not policy, before they enter the session. Stateless. */
@FunctionalInterface
interface Derivation {

    /** Adds what it can derive from a claim. */
    void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink);
}
