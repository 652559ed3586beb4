package org.hearth.facts.homehealth;

import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * A line of a 32X that says where care was given, though the line before it said the same place.
 *
 * @param line the later line
 * @param before the line of that place before it, with no other place between
 */
@InWords("repeated site of service")
public record RepeatedSite(Line line, Line before) {

    /** The day of the line before, for a finding's text. */
    public String since() {
        return before.dateAsBilled();
    }
}
