package org.hearth.therapy;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Discipline;

/**
 * A treatment day on which functional reporting was due or made.
 *
 * @param discipline whose
 * @param serviceDate the day
 * @param treatmentDay which treatment day of the reporting period it is, from 1
 * @param due {@code outset}, {@code progress}, {@code evaluation}, {@code discharge}, ... or {@code none}
 * @param required the roles required
 * @param reported the G-codes on the claim
 * @param missing the roles required and not reported
 */
public record ReportingDay(
        Discipline discipline,
        LocalDate serviceDate,
        int treatmentDay,
        String due,
        List<String> required,
        List<String> reported,
        List<String> missing) {}
