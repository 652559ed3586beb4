package org.hearth.facts.functional;

import java.util.List;
import org.hearth.claim.Discipline;

/**
 * The treatment of one discipline up to the end of a 34X: the claim's own days, in their places among those of the
 * agency's earlier claims (Pub. 100-04 ch. 5 s. 10.6; Pub. 100-02 ch. 15 s. 220).
 *
 * @param discipline whose
 * @param startKnown whether the start of the first episode is known; if not, its days are numbered from the first that
 *     is known
 * @param days the claim's days, in order
 * @param open the limitations open after the last of them, ascending
 * @param daysInPeriod treatment days of the reporting period by then; 0 where the last of them closed it
 */
public record CourseOfTreatment(
        Discipline discipline, boolean startKnown, List<TreatmentDay> days, List<String> open, int daysInPeriod) {

    public CourseOfTreatment {
        days = List.copyOf(days);
        open = List.copyOf(open);
    }
}
