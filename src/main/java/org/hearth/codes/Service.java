package org.hearth.codes;

import org.hearth.claim.Discipline;

/** What a revenue code says was furnished. Writes itself as the code list does. */
public enum Service {
    PT("PT", Discipline.PT),
    OT("OT", Discipline.OT),
    SLP("SLP", Discipline.SLP),
    NURSING("nursing"),
    SOCIAL_WORK("social work"),
    AIDE("aide"),
    /** The line of the payment group of a 32X. */
    HIPPS("HIPPS"),
    SUPPLY("supply"),
    EQUIPMENT("equipment"),
    OTHER_VISIT("other visit"),
    OTHER("other"),
    /** A code that nobody may use. */
    UNASSIGNED("unassigned"),
    /** The sum line of a paper claim. */
    TOTAL("total"),
    /** Of a code that the list does not have. */
    NONE("none");

    private final String word;
    private final Discipline discipline;

    Service(String word) {
        this(word, null);
    }

    Service(String word, Discipline discipline) {
        this.word = word;
        this.discipline = discipline;
    }

    /** The therapy discipline, or {@code null} where it is none's. */
    public Discipline discipline() {
        return discipline;
    }

    @Override
    public String toString() {
        return word;
    }
}
