package org.hearth.codes;

/** How a code of the header stands on a kind of bill. Writes itself as the code list does. */
public enum HeaderStanding {
    /** Says something there. */
    MAY_STAND("may stand"),
    /** Says nothing there, and does no harm. */
    HARMLESS("harmless"),
    /** Belongs to another kind of bill. */
    NO_PLACE("no place"),
    /** Is put on by the payer, never sent by an agency. */
    PAYERS("payer's");

    private final String word;

    HeaderStanding(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
