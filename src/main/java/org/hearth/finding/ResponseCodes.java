package org.hearth.finding;

/**
 * The codes a payer would answer with; each may be {@code null}.
 *
 * @param fiss the shared system's reason code
 * @param carc the claim adjustment reason code
 * @param rarc the remittance advice remark code
 * @param claimStatus the 277CA category and status, such as {@code A7:453}, with an entity code where it needs one
 */
public record ResponseCodes(String fiss, String carc, String rarc, String claimStatus) {}
