package org.hearth.finding;

/** A fact that a finding can be about. */
public interface Subject {

    /** The RFC 6901 pointer of the fact in the claim's JSON form; empty for the claim itself. */
    String pointer();

    /** The line number as sent, or {@code null} where the fact is not a line. */
    default Integer lineNumber() {
        return null;
    }
}
