package org.hearth.facts.functional;

import java.time.LocalDate;
import org.hearth.claim.Discipline;

/**
 * A calendar day of a discipline.
 *
 * @param discipline the discipline
 * @param modifier the modifier that stands for it
 * @param date the day
 */
public record DisciplineDay(Discipline discipline, String modifier, LocalDate date) {}
