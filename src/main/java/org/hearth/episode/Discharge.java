package org.hearth.episode;

import java.time.LocalDate;
import org.hearth.claim.Discipline;

/**
 * How treatment ended.
 *
 * @param on the day
 * @param discipline whose treatment; {@code null} of all
 * @param how {@code planned discharge}, {@code one-time visit} or {@code patient status} and what that says
 * @param claimId the claim that says so
 */
public record Discharge(LocalDate on, Discipline discipline, String how, String claimId) {}
