package org.hearth.x12.acknowledgement;

/** What an answer repeats of a sender's values, and how long the guide of the answer lets each be. */
enum Echoed {
    LAST_NAME(1, 60),
    FIRST_NAME(1, 35),
    MIDDLE_NAME(1, 25),
    SUFFIX(1, 10),
    /** NM109. */
    IDENTIFIER(2, 80),
    /** TRN02 and REF02. */
    REFERENCE(1, 50),
    /** The code of a service, or its revenue code. */
    SERVICE(1, 48),
    MODIFIER(2, 2);

    private final int least;
    private final int most;

    Echoed(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /**
     * A value as an answer can carry it.
     *
     * @param sent the value, or {@code null}
     * @return in characters that X12 carries, cut where it is too long; {@code null} if nothing of it is left, or too little
     */
    String of(String sent) {
        if (sent == null) {
            return null;
        }
        String clean = SegmentWriter.cleaned(sent);
        String fit = clean.substring(0, Math.min(clean.length(), most)).stripTrailing();
        return fit.isBlank() || fit.length() < least ? null : fit;
    }
}
