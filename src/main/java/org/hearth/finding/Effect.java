package org.hearth.finding;

/** What would happen to the claim or line, in rising order. */
public enum Effect {
    /** Worth knowing; changes nothing. */
    INFO(Severity.INFO, "worth knowing; the claim may go out as it is"),
    /** A documentation or contractor-dependent risk, or knowledge that no source supports. */
    WARN(
            Severity.WARNING,
            "a risk; it hangs on the record or the contractor, or no source says what the payer does; look before you send"),
    /** The line would be denied, or would not stand on review. */
    DENY(
            Severity.ERROR,
            "the payer would not pay the line or the period, or it would not stand on a review of the record; the rest of the claim"
                    + " goes on"),
    /** The claim would be rejected. */
    REJECT(
            Severity.ERROR,
            "the payer would take the claim in and refuse it, as something on file stands against it; nothing is paid until that is"
                    + " cleared or the claim is changed"),
    /** The claim would be returned to the provider and never adjudicated. */
    RTP(
            Severity.ERROR,
            "the payer would send the claim back to the provider unprocessed; mend it and send it again, as if it had never been"
                    + " sent");

    private final Severity severity;
    private final String explained;

    Effect(Severity severity, String explained) {
        this.severity = severity;
        this.explained = explained;
    }

    /** What it is for a biller, to stand after its name and a colon. */
    public String explained() {
        return explained;
    }

    /** The severity that follows from the effect. */
    public Severity severity() {
        return severity;
    }
}
