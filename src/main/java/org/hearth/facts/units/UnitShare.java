package org.hearth.facts.units;

import java.util.List;
import org.hearth.facts.line.Line;

/**
 * Units that a chart-style line earns.
 *
 * @param line the line that was sent without units
 * @param hcpcs the code to bill: the line's own, or the add-on code that its further time belongs to
 * @param units at least 1
 */
public record UnitShare(Line line, String hcpcs, int units) {

    /** A line to bill of these units, or of some of them. */
    public ProposedLine propose(int some, List<String> modifiers) {
        return new ProposedLine(line.lineNumber(), hcpcs, line.revenueCode(), modifiers, line.serviceDate(), some);
    }
}
