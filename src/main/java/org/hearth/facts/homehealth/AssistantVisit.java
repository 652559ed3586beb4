package org.hearth.facts.homehealth;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hearth.claim.Discipline;
import org.hearth.facts.line.Line;
import org.hearth.finding.Counted;
import org.hearth.finding.InWords;

/**
 * A covered visit of a 32X by a therapist's assistant, beside the last visit by a therapist of its discipline that this claim
 * or an earlier one shows (42 CFR 409.44(c)(2)(i)).
 *
 * @param line the visit
 * @param discipline its discipline
 * @param daysAllowed days within which a therapist has to have made a visit
 * @param lastTherapist the last visit by a therapist up to it; {@code null} where no claim shows one
 */
@InWords("visit of an assistant")
public record AssistantVisit(Line line, Discipline discipline, int daysAllowed, LocalDate lastTherapist) {

    /** The discipline in words. */
    public String disciplineName() {
        return discipline.label();
    }

    /** Days since the last visit by a therapist; {@link Integer#MAX_VALUE} where no claim shows one. */
    public int daysSinceTherapist() {
        return lastTherapist == null
                ? Integer.MAX_VALUE
                : (int) ChronoUnit.DAYS.between(lastTherapist, line.serviceDate());
    }

    /**
     * Whether the claims of the agency show every day of the admission that a visit by a therapist could stand on to be in
     * time. Days before the admission are not looked at: nothing was due on them.
     */
    public boolean pastKnown() {
        return admittedBefore() && line.bill().history().covers(firstAllowed());
    }

    /** Whether the past would have to be known: the beneficiary was admitted by then, as far as the claim says. */
    boolean pastAsked() {
        return line.bill().claim().admissionDate() == null || admittedBefore();
    }

    private boolean admittedBefore() {
        LocalDate admission = line.bill().claim().admissionDate();
        return admission != null && !admission.isAfter(firstAllowed());
    }

    private LocalDate firstAllowed() {
        return line.serviceDate().minusDays(daysAllowed);
    }

    /** The last visit by a therapist, for a finding's text. */
    public String lastVisit() {
        return lastTherapist == null
                ? "no visit by a therapist is on file in the " + Counted.of(daysAllowed, "day before", "days before")
                : "the last visit by a therapist was on " + lastTherapist + ", more than "
                        + Counted.of(daysAllowed, "day before", "days before");
    }
}
