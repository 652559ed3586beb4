package org.hearth.facts.homehealth;

import java.time.LocalDate;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * The first line of a 32X that says where care was given, where it is dated after the first visit (Pub. 100-04 ch. 10
 * s. 40.2, CR 8136).
 *
 * @param line the line
 * @param visit the first visit that is not billed as non-covered
 */
@InWords("late site of service")
public record LateSite(Line line, Line visit) {

    /** The day of the first visit. */
    public LocalDate firstVisit() {
        return visit.serviceDate();
    }
}
