package org.hearth.facts.units;

import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;
import org.hearth.history.Earlier;

/**
 * A line of a 34X with the same therapy code, date of service and modifiers as one of the agency's claims that stands
 * beside this one.
 *
 * @param line the line
 * @param own the earlier claim
 */
@InWords("line billed before")
public record BilledBefore(Line line, Earlier own) {

    /** {@code 34X}, or {@code void} as {@link Line#kind()} has it. */
    public String kind() {
        return line.kind();
    }

    /** Whether the claim bills for the first time, and for payment. */
    public boolean billsAnew() {
        return line.bill().type().original() && line.bill().asksForPayment();
    }

    /** The earlier claim for a finding's text, as {@link Earlier#named()}. */
    public String named() {
        return own.named();
    }
}
