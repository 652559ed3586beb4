package org.hearth.facts.homehealth;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * A line of a 32X that says where care was given, beside the visits and the other such lines (Pub. 100-04 ch. 10 s. 40.2,
 * CR 8136).
 *
 * @param line the line
 * @param before the line of that kind before it; {@code null} where there is none, or where the day of either tells several
 *     places, so that nobody can say which came last
 * @param earliest whether it is the first that has a date
 * @param visits the visits beside it
 */
@InWords("place of care")
public record Site(Line line, Line before, boolean earliest, VisitsBeside visits) {

    /**
     * The dated visits of a claim beside such a line.
     *
     * @param all how many there are
     * @param thatDay how many of them are on its day
     * @param underIt how many of those stand under its own family of revenue codes
     * @param first the day of the first that is not billed as non-covered, or {@code null}
     * @param firstRevenueCode the revenue code of the visits of that day that are not billed as non-covered; {@code null}
     *     where they stand under several
     */
    public record VisitsBeside(int all, int thatDay, int underIt, LocalDate first, String firstRevenueCode) {}

    /** Whether the line has a date. */
    public boolean dated() {
        return line.dated();
    }

    /** The place: its HCPCS code. */
    public String place() {
        return line.hcpcs();
    }

    /** The place told before, or {@code null}. */
    public String placeBefore() {
        return before == null ? null : before.hcpcs();
    }

    /** The day of the line before, for a finding's text. */
    public String since() {
        return before.dateAsBilled();
    }

    /** The day of the first visit, for a finding's text. */
    public LocalDate firstVisit() {
        return visits.first();
    }

    /** The revenue code of the first visit, as {@link VisitsBeside#firstRevenueCode()}. */
    public String firstVisitRevenueCode() {
        return visits.firstRevenueCode();
    }

    /** How many days it lies after the first visit that is not billed as non-covered; 0 if not after, or not known. */
    public int daysAfterFirstVisit() {
        return !line.dated() || visits.first() == null
                ? 0
                : (int) Math.max(0, ChronoUnit.DAYS.between(visits.first(), line.serviceDate()));
    }
}
