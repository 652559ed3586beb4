package org.hearth.facts.line;

/** The kinds of bill that rules tell apart. Rules compare its word. */
public enum BillKind {
    /** Under a home health plan of care. */
    HOME_HEALTH("32X"),
    /** Outpatient therapy without one. */
    OUTPATIENT("34X"),
    /** A notice of admission or its cancellation, which carries a header and a HIPPS line. */
    NOTICE("notice"),
    /** Takes back an earlier bill, whose defects it repeats. */
    VOID("void");

    private final String word;

    BillKind(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
