package org.hearth.finding;

/** A patch that cannot be made on a claim, or not be written into the claim's file; nothing of it was done. */
public final class MendRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer the field that it could not be made on, an RFC 6901 pointer into the claim's JSON form
     * @param reason why not, one line, to stand after a colon; holds nothing of the patient
     */
    public MendRefusedException(String pointer, String reason) {
        super(reason, null, false, false);
        this.pointer = pointer;
    }

    /** The field, as an RFC 6901 pointer into the claim's JSON form. */
    public String pointer() {
        return pointer;
    }
}
