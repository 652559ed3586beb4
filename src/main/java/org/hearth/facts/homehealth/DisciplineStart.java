package org.hearth.facts.homehealth;

import org.hearth.claim.Discipline;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * The first visits of a therapy discipline in the first period of a home health admission.
 *
 * @param line the first line of the discipline's first day of visits
 * @param discipline which
 * @param visitsByTherapist how many of the visits of that day a therapist made
 */
@InWords("start of a discipline")
public record DisciplineStart(Line line, Discipline discipline, int visitsByTherapist) {

    /** The discipline in words. */
    public String disciplineName() {
        return discipline.label();
    }
}
