package org.hearth.facts.units;

import java.util.List;
import java.util.Optional;
import org.hearth.finding.FromRow;
import org.hearth.finding.Subject;

/** The units that a row of {@code unit-brackets} allows for minutes, beside the units billed for them. */
public sealed interface UnitAllowance extends FromRow, Subject permits PoolAllowance, LineAllowance {

    /** {@code 32X} or {@code 34X}. */
    String kind();

    /** Minutes of a unit; {@code null} where it is no time. */
    Integer unitMinutes();

    /** The minutes that were asked about. */
    int minutes();

    /** Units that the minutes allow. */
    int units();

    /** The allowance as an evaluation shows it; empty for a 34X service outside the pools. */
    Optional<UnitsAnswer> answer();

    /** What to bill on the lines that were sent without units, in the order of the lines; those of no unit left out. */
    List<UnitShare> shares();
}
