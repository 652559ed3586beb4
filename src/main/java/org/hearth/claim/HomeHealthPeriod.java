package org.hearth.claim;

import java.time.LocalDate;

/**
 * A home health admission or period on file.
 *
 * @param span its days, as planned where nothing has ended it yet; the end may be open
 * @param billingProviderNpi whose it is; {@code null} if not known
 * @param billed how far claims for it have been processed
 */
public record HomeHealthPeriod(DateSpan span, String billingProviderNpi, Billed billed) {

    /**
     * How far claims for a period have been processed.
     *
     * @param told whether anybody says
     * @param through the last day billed; {@code null} if no claim has been processed, or if nobody says
     */
    public record Billed(boolean told, LocalDate through) {

        /** Nobody says. */
        public static final Billed UNTOLD = new Billed(false, null);

        /** No claim has been processed. */
        public static final Billed NOTHING = new Billed(true, null);

        /** Claims have been processed through a day. */
        public static Billed through(LocalDate day) {
            return new Billed(true, day);
        }
    }

    /** A period of which nobody says whether claims for it have been processed. */
    public HomeHealthPeriod(DateSpan span, String billingProviderNpi) {
        this(span, billingProviderNpi, Billed.UNTOLD);
    }

    /**
     * Whether the period holds on a day for all that is known: of one that is told with its claims, the end of the days not
     * billed yet is a plan, and the beneficiary may have been discharged.
     */
    public boolean standsOn(LocalDate day) {
        return span.contains(day) && (!billed.told() || billed.through() != null && !day.isAfter(billed.through()));
    }
}
