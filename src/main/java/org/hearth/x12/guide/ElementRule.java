package org.hearth.x12.guide;

import java.util.List;
import org.hearth.x12.segment.Segment;

/**
 * What is asked of an element or a component.
 *
 * @param element from 1
 * @param component from 1; 0 for the element itself
 * @param reference its data element number, or {@code null}
 * @param use when it must be sent
 * @param other the element that makes this one required; 0 if none does
 * @param type {@code ID AN N0 R DT TM DP C}, as the resource explains them
 * @param min fewest characters
 * @param max most characters; of a composite, most components
 * @param codes the values it can have; empty if the guide does not list them
 */
record ElementRule(
        int element,
        int component,
        String reference,
        Use use,
        int other,
        String type,
        int min,
        int max,
        List<String> codes) {

    enum Use {
        REQUIRED,
        SITUATIONAL,
        NOT_USED,
        /** Required when its composite is sent. */
        WITHIN,
        /** Required when another element is sent. */
        WITH
    }

    boolean isSent(Segment segment) {
        return component == 0 ? segment.isSent(element) : !segment.isEmpty(element, component);
    }
}
