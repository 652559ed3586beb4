package org.hearth.claim;

import java.util.List;
import java.util.Set;

/**
 * How a claim was handed in, and what that says about it.
 *
 * @param door as what it was handed in
 * @param none the facts that its sender says it does not have; in an 837I, whatever it does not carry
 * @param forms the codes that were billed in another form than their own, in the order read
 * @param faults where its segments depart from the guide of its file, in their order
 */
public record AsSent(Door door, Set<HeaderFact> none, List<BilledForm> forms, List<GuideFault> faults) {

    /** As JSON that says nothing is absent. */
    public static final AsSent JSON = new AsSent(Door.JSON, Set.of(), List.of(), List.of());

    /** In an 837I, every code in its own form. */
    public static final AsSent X12 = new AsSent(Door.X12, Set.of(), List.of(), List.of());

    public AsSent {
        none = Set.copyOf(none);
        forms = List.copyOf(forms);
        faults = List.copyOf(faults);
    }

    /** Whether a claim that was handed in so is known to be without a fact that it does not have. */
    boolean saysNone(HeaderFact fact) {
        return door == Door.X12 || none.contains(fact);
    }
}
