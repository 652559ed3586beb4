package org.hearth.episode;

import java.time.LocalDate;

/**
 * A home health period.
 *
 * @param from its first day
 * @param through its last day; {@code null} where it is open
 * @param place {@code first} or {@code later} period of an admission, or {@code unknown}
 * @param whose {@code this agency} or {@code another agency}; {@code unknown} where nobody says
 * @param claimId the claim that bills it; {@code null} of one that is on file only
 */
public record Period(LocalDate from, LocalDate through, String place, String whose, String claimId) {}
