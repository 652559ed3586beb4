package org.hearth.facts.homehealth;

import java.time.LocalDate;
import org.hearth.claim.Discipline;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * An assistant's visit that no visit by a therapist of the discipline precedes within the days that the regulation allows
 * (42 CFR 409.44(c)(2)(i)), as this claim and the beneficiary's earlier claims show.
 *
 * @param line the visit
 * @param discipline its discipline
 * @param days the days allowed
 * @param lastTherapist the last visit by a therapist before it; {@code null} where there is none on any claim
 */
@InWords("reassessment gap")
public record ReassessmentGap(Line line, Discipline discipline, int days, LocalDate lastTherapist) {

    /** The discipline in words. */
    public String disciplineName() {
        return discipline.label();
    }

    /** The last visit by a therapist, for a finding's text. */
    public String lastVisit() {
        return lastTherapist == null
                ? "no visit by a therapist is on file in the " + days + " days before"
                : "the last visit by a therapist was on " + lastTherapist + ", more than " + days + " days before";
    }
}
