package org.hearth.therapy;

/**
 * Units that a chart-style line earns.
 *
 * @param line the line that was sent without units
 * @param hcpcs the code to bill: the line's own, or the add-on code that its further time belongs to
 * @param units at least 1
 */
public record UnitShare(Line line, String hcpcs, int units) {}
