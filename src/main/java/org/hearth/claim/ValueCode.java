package org.hearth.claim;

/**
 * A value code and its amount (UB-04 FL 39-41; 837I HI*BE).
 *
 * @param code two characters
 * @param amount the amount as billed: some stand for a code, so the digits matter
 */
public record ValueCode(String code, String amount) {}
