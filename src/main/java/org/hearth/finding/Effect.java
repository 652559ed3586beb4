package org.hearth.finding;

/** What would happen to the claim or line, in rising order. */
public enum Effect {
    /** Worth knowing; changes nothing. */
    INFO(Severity.INFO),
    /** A documentation or contractor-dependent risk, or knowledge that no source supports. */
    WARN(Severity.WARNING),
    /** The line would be denied, or would not stand on review. */
    DENY(Severity.ERROR),
    /** The claim would be rejected. */
    REJECT(Severity.ERROR),
    /** The claim would be returned to the provider and never adjudicated. */
    RTP(Severity.ERROR);

    private final Severity severity;

    Effect(Severity severity) {
        this.severity = severity;
    }

    /** The severity that follows from the effect. */
    public Severity severity() {
        return severity;
    }
}
