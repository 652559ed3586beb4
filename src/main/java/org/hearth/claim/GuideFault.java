package org.hearth.claim;

import java.io.Serializable;

/**
 * Where a claim's segments depart from the guide of its file. Holds no patient's name and no member id.
 *
 * @param kind what kind of departure it is, such as {@code missing segment}
 * @param segment the tag of the segment, or of the one that is missing, such as {@code CL1}
 * @param loop the loop that it belongs to, such as {@code 2300}
 * @param element the element from 1; 0 where the segment itself is at fault
 * @param component the component from 1; 0 where the element itself is at fault
 * @param value what was sent, fit to be shown; {@code null} if nothing was, or it is not to be repeated
 * @param line the index of the service line that it stands in; -1 where it is none of a line's
 * @param field the field of the claim's JSON form that is not there for it, as an RFC 6901 pointer; {@code null} where none
 *     is, or that is not known
 * @param at where it stands; of a missing segment, the first that stands behind its place
 */
public record GuideFault(
        String kind,
        String segment,
        String loop,
        int element,
        int component,
        String value,
        int line,
        String field,
        Location at)
        implements Serializable {

    /**
     * The {@link #kind} of a patient below the subscriber (loop 2000C). The guide has that level, and whether a payer takes it is
     * the payer's to say.
     */
    public static final String PATIENT_LEVEL = "patient level";

    /** Whether the guide itself is left; else a payer may still refuse what stands here. */
    public boolean leavesGuide() {
        return !kind.equals(PATIENT_LEVEL);
    }
}
