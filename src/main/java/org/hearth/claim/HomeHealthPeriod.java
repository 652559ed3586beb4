package org.hearth.claim;

/**
 * A home health admission or period of care that the payer has on file for the beneficiary.
 *
 * @param span its days
 * @param billingProviderNpi the agency that has it; {@code null} if not known
 */
public record HomeHealthPeriod(DateSpan span, String billingProviderNpi) {}
