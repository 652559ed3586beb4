package org.hearth.facts.line;

import org.hearth.codes.Service;
import org.hearth.codes.VisitKind;

/** What a line is on a 32X (Pub. 100-04 ch. 10 s. 40.2). Rules compare its word. */
public enum LineRole {
    HIPPS("HIPPS"),
    VISIT("visit"),
    TELEHEALTH("telehealth"),
    /** Where care was given. */
    SITE("site"),
    /** A functional G-code. */
    REPORTING("reporting"),
    SUPPLY("supply"),
    EQUIPMENT("equipment"),
    OTHER_VISIT("other visit"),
    OTHER("other"),
    /** The sum line of a paper claim. */
    TOTAL("total"),
    /** Under a revenue code that nobody may use. */
    UNASSIGNED("unassigned"),
    /** Under a revenue code that the list does not have. */
    UNLISTED("unlisted"),
    /** Of a line on any bill but a 32X. */
    NONE("none");

    private final String word;

    LineRole(String word) {
        this.word = word;
    }

    /** The role of a line whose revenue code is no discipline's of visits. */
    static LineRole of(Service service) {
        return service == Service.NONE ? UNLISTED : valueOf(service.name());
    }

    /** The role of a line under a revenue code of visits; a code that no list has is a visit. */
    static LineRole of(VisitKind kind) {
        return kind == VisitKind.NONE ? VISIT : valueOf(kind.name());
    }

    @Override
    public String toString() {
        return word;
    }
}
