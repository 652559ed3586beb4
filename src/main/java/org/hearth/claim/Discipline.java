package org.hearth.claim;

/** A therapy discipline: physical therapy, occupational therapy or speech-language pathology. */
public enum Discipline {
    PT("physical therapy"),
    OT("occupational therapy"),
    SLP("speech-language pathology");

    private final String label;

    Discipline(String label) {
        this.label = label;
    }

    /** The discipline in words, for a finding's text. */
    public String label() {
        return label;
    }
}
