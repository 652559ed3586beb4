package org.hearth.facts.units;

import java.time.LocalDate;
import java.util.List;

/**
 * A line to bill, worked out from a chart-style request.
 *
 * @param from the line number of the request that it answers
 * @param hcpcs HCPCS code
 * @param revenueCode four digits
 * @param modifiers in the order to bill
 * @param serviceDate date of service
 * @param units units to bill, at least 1
 */
public record ProposedLine(
        int from, String hcpcs, String revenueCode, List<String> modifiers, LocalDate serviceDate, int units) {}
