package org.hearth.claim;

import java.time.LocalDate;

/**
 * An occurrence code and its date (UB-04 FL 31-34; 837I HI*BH).
 *
 * @param code two characters
 * @param date the day it names
 */
public record OccurrenceCode(String code, LocalDate date) {}
