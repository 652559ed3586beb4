package org.hearth.facts.homehealth;

import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * A visit of a 32X on a day on which a line before it bills a visit of the same service. Both have a code of the list.
 *
 * @param line the later line
 * @param earlier the first line of that service and day
 */
@InWords("second visit of a day")
public record SameDayVisit(Line line, Line earlier) {

    /** The code of the line. */
    public String hcpcs() {
        return line.hcpcs();
    }

    /** The code of the earlier line. */
    public String otherCode() {
        return earlier.hcpcs();
    }

    /** The number of the earlier line. */
    public int otherLine() {
        return earlier.billed().lineNumber();
    }
}
