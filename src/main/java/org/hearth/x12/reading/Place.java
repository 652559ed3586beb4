package org.hearth.x12.reading;

/** A segment that a claim has at most one of, and whose position a claim's origin keeps. */
enum Place {
    CLAIM("CLM"),
    STATEMENT("DTP"),
    ADMISSION("DTP"),
    INSTITUTIONAL("CL1"),
    AUTHORIZATION("REF"),
    ORIGINAL_CLAIM("REF"),
    REMARKS("NTE"),
    ATTENDING("NM1"),
    REFERRING("NM1"),
    BILLING_PROVIDER("NM1"),
    SUBSCRIBER("NM1"),
    SUBSCRIBER_INFORMATION("SBR"),
    PAYER("NM1"),
    BATCH("BHT"),
    /** Its value is a packed one, see {@link X12Origin#pack}: the code may stand at any element. */
    PRINCIPAL_DIAGNOSIS("HI");

    private final String tag;

    Place(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
