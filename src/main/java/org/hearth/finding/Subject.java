package org.hearth.finding;

import org.hearth.claim.Location;
import org.hearth.claim.Origin;

/** A fact that a finding can be about. */
public interface Subject {

    /** The RFC 6901 pointer of the fact in the claim's JSON form; empty for the claim itself. */
    String pointer();

    /** The line number as sent, or {@code null} where the fact is not a line. */
    default Integer lineNumber() {
        return null;
    }

    /**
     * Where in the claim's file a finding about it points; {@code null} where the claim came from no file.
     *
     * @param origin where the fields of the claim stood
     * @param field the field that the finding is about, as a pointer
     */
    default Location at(Origin origin, String field) {
        return origin.at(field);
    }

    /**
     * Whether a finding about it says nothing more where another finding, at least as bad, is about this place.
     *
     * @param field the field that the other is about, as a pointer
     * @param at where that stood, or {@code null}
     */
    default boolean yieldsTo(String field, Location at) {
        return false;
    }
}
