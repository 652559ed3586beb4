package org.hearth.facts.homehealth;

import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * A visit with another code than an earlier line of the same service and day.
 *
 * @param line the later line
 * @param earlier the earlier one
 */
@InWords("second visit code")
public record SecondVisitCode(Line line, Line earlier) {

    /** The code of the earlier line. */
    public String otherCode() {
        return earlier.hcpcs();
    }

    /** The number of the earlier line. */
    public int otherLine() {
        return earlier.billed().lineNumber();
    }
}
