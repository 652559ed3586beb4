package org.hearth.codes;

/** The fields of a claim's header that hold codes of a list of their own. */
public enum HeaderKind {
    /** FL 14; 837I CL101. */
    PRIORITY("priority ", "priority of admission"),
    /** FL 15; 837I CL102. */
    ORIGIN("origin ", "point of origin"),
    /** FL 17; 837I CL103. */
    STATUS("status ", "patient status"),
    /** FL 18-28; 837I HI*BG. */
    CONDITION("CC ", "condition code"),
    /** FL 31-34; 837I HI*BH. */
    OCCURRENCE("OC ", "occurrence code"),
    /** FL 35-36; 837I HI*BI. */
    SPAN("span ", "occurrence span code"),
    /** FL 39-41; 837I HI*BE. */
    VALUE("VC ", "value code");

    private final String before;
    private final String label;

    HeaderKind(String before, String label) {
        this.before = before;
        this.label = label;
    }

    /** A code with its kind, as workbooks write it: {@code CC 21}, {@code status 20}. */
    public String with(String code) {
        return before + code;
    }

    /** What the field is called. */
    @Override
    public String toString() {
        return label;
    }
}
