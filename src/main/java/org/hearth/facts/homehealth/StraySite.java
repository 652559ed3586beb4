package org.hearth.facts.homehealth;

import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * A line that says where care was given, on a day on which no visit under its discipline's revenue codes is billed.
 *
 * @param line the line
 */
@InWords("site of service without a visit")
public record StraySite(Line line) {}
