package org.hearth.x12.guide;

import java.util.List;
import org.hearth.x12.segment.Segment;

/**
 * A segment of a loop of the guide.
 *
 * @param tag such as {@code REF}
 * @param qualifiers the values that tell it apart from others of its tag; empty if it is the only one
 * @param required whether the loop must have it; of a segment that opens a loop, whether its parent must have the loop
 * @param repeat how often it may come
 * @param elements what is asked of its elements, in their order
 * @param maxElements how many elements a segment of this tag can have
 */
record SegmentRule(
        String tag,
        List<String> qualifiers,
        boolean required,
        int repeat,
        List<ElementRule> elements,
        int maxElements) {

    /** The element that holds the qualifier. */
    static int qualifierElement(String tag) {
        return tag.equals("HL") ? 3 : 1;
    }

    boolean matches(Segment segment) {
        if (!segment.tag().equals(tag)) {
            return false;
        }
        if (qualifiers.isEmpty()) {
            return true;
        }
        int element = qualifierElement(tag);
        for (String qualifier : qualifiers) {
            if (segment.is(element, qualifier)) {
                return true;
            }
        }
        return false;
    }
}
