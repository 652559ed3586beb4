package org.hearth.claim;

/**
 * An attending or referring practitioner (UB-04 FL 76, 78-79; 837I loops 2310A and 2310F).
 *
 * @param npi the ten-digit national provider identifier
 * @param lastName as billed
 * @param firstName as billed
 */
public record Practitioner(String npi, String lastName, String firstName) {}
