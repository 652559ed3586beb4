package org.hearth.episode;

import java.time.LocalDate;
import org.hearth.claim.Discipline;

/**
 * What is due after the last claim of an episode, as far as its claims show.
 *
 * @param what {@code functional report}, {@code reassessment}, {@code recertification} or {@code period}
 * @param discipline whose; {@code null} of none in particular
 * @param by the last day for it, of a period its first; {@code null} where it goes by treatment days
 * @param treatmentDays in how many treatment days it is due; {@code null} where it goes by the calendar
 */
public record NextDue(String what, Discipline discipline, LocalDate by, Integer treatmentDays) {}
