package org.hearth.facts.functional;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.Discipline;

/**
 * What the sender says of a treatment day of a discipline.
 *
 * @param oneTimeVisit whether no further visit is planned
 * @param discharge whether therapy ends by plan
 * @param secondPlan whether it is evaluated under a second plan of care
 */
public record Announced(boolean oneTimeVisit, boolean discharge, boolean secondPlan) {

    static Announced of(ClaimContext context, Discipline discipline, LocalDate date) {
        return new Announced(
                date.equals(context.oneTimeVisits().get(discipline)),
                date.equals(context.dischargedOn().get(discipline)),
                date.equals(context.secondPlanEvaluations().get(discipline)));
    }

    /** The days on which the sender says that therapy of a discipline ends by plan. */
    static List<LocalDate> ends(ClaimContext context, Discipline discipline) {
        List<LocalDate> ends = new ArrayList<>(2);
        for (LocalDate end : new LocalDate[] {
            context.dischargedOn().get(discipline), context.oneTimeVisits().get(discipline)
        }) {
            if (end != null) {
                ends.add(end);
            }
        }
        return ends;
    }
}
