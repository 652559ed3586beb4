package org.hearth.episode;

import java.time.LocalDate;
import org.hearth.claim.Discipline;

/**
 * The days that the certification of a plan of care covers.
 *
 * @param discipline whose plan; {@code null} of a home health plan, which is of all
 * @param from the day from which it counts
 * @param through the last day; {@code null} where no number of days is set
 * @param signed the day of the signature; {@code null} where nobody says
 * @param signatureDue the last day for the signature; {@code null} where nobody knows
 */
public record CertifiedSpan(
        Discipline discipline, LocalDate from, LocalDate through, LocalDate signed, LocalDate signatureDue) {}
