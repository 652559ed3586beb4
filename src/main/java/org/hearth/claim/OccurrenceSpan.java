package org.hearth.claim;

/**
 * An occurrence span code and its days (UB-04 FL 35-36; 837I HI*BI).
 *
 * @param code two characters
 * @param span the days it names
 */
public record OccurrenceSpan(String code, DateSpan span) {}
