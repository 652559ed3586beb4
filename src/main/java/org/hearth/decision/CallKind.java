package org.hearth.decision;

/** By what kind of call a claim was judged; the words are those of the log and of the metrics. */
public enum CallKind {
    /** A single claim. */
    CLAIM("claim"),
    /** Claims of any kind, answered while they arrive or once all were read. */
    BATCH("batch"),
    /** Claims that somebody looks at and corrects at the desk. */
    DESK("desk"),
    /** The form of the page for people. */
    PAGE("page"),
    /** Claims that are corrected; each is judged as it came and as it was corrected. */
    CORRECTION("correction"),
    /** Claims in time. */
    EPISODE("episode"),
    /** A command: {@code hearth check}. */
    CHECK("check"),
    /** A command: {@code hearth fix}, as {@link #CORRECTION}. */
    FIX("fix");

    private final String word;

    CallKind(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
