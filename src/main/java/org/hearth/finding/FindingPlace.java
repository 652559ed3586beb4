package org.hearth.finding;

import org.hearth.claim.Location;

/**
 * What a finding points at.
 *
 * @param line the line number as sent, or {@code null} for the claim itself
 * @param formLocator the UB-04 form locator, such as {@code FL 44}
 * @param field an RFC 6901 pointer into the claim's JSON form
 * @param at where the field stood in the claim's file, or {@code null}
 */
public record FindingPlace(Integer line, String formLocator, String field, Location at) {

    /** The place in the claim, wherever that stood. */
    public FindingPlace inClaim() {
        return new FindingPlace(line, formLocator, field, null);
    }
}
