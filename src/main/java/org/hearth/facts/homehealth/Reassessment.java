package org.hearth.facts.homehealth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.hearth.claim.Discipline;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.ParameterName;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.LineRole;

/**
 * A day on which a therapist visited under a home health plan of care, so that the functional reassessment can have been
 * made, and by when the next was due (42 CFR 409.44(c)(2)(i)). That it was made stands in the record alone, on no claim.
 *
 * @param discipline whose
 * @param made the day of the visit
 * @param due the last day for the next
 * @param next the therapist's next visit; {@code null} where no claim shows one
 */
public record Reassessment(Discipline discipline, LocalDate made, LocalDate due, LocalDate next) {

    /** Whether the next is known to have come after the day on which it was due. */
    public boolean late() {
        return next != null && next.isAfter(due);
    }

    /**
     * The days of a discipline in one admission, in order; none of a day on which no number of days is set.
     *
     * @param lines lines of 32X claims of the admission
     */
    public static List<Reassessment> of(Discipline discipline, Collection<Line> lines, Codes codes) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Line line : lines) {
            if (line.is(LineRole.VISIT)
                    && line.dated()
                    && line.visitCode().therapy() == discipline
                    && line.visitCode().who().equals("therapist")) {
                days.add(line.serviceDate());
            }
        }
        List<Reassessment> all = new ArrayList<>(days.size());
        for (LocalDate made : days) {
            OptionalInt allowed = codes.parameter(ParameterName.THERAPY_REASSESSMENT_DAYS, Day.of(made));
            if (allowed.isPresent()) {
                all.add(new Reassessment(discipline, made, made.plusDays(allowed.getAsInt()), days.higher(made)));
            }
        }
        return all;
    }
}
