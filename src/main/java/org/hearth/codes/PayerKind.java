package org.hearth.codes;

/**
 * What kind of payer a claim is sent to: a row of {@code codes/payers.xlsx} (837I SBR09).
 *
 * @param row table and key
 * @param code the claim filing indicator, such as {@code MA}
 * @param label what kind of payer it names, in Hearth's own words
 * @param judged whether claims to it are judged
 * @param from first day of the statement
 * @param through last day of the statement
 */
public record PayerKind(String row, String code, String label, boolean judged, int from, int through)
        implements CodeRow {}
