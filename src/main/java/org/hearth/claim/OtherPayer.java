package org.hearth.claim;

import java.math.BigDecimal;

/**
 * Another payer of the same claim (837I loop 2320).
 *
 * @param filingIndicator what kind of payer it is (SBR09), or {@code null}
 * @param responsibility in what turn it pays (SBR01): {@code P}, {@code S}, {@code T}; or {@code null}
 * @param paid what it paid, in US dollars (AMT*D); {@code null} where not said
 */
public record OtherPayer(String filingIndicator, String responsibility, BigDecimal paid) {}
