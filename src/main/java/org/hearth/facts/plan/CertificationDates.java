package org.hearth.facts.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hearth.claim.Certification;
import org.hearth.facts.line.Bill;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * The dates of a plan's certification that the caller knows, as days after the initial treatment, beside the days
 * allowed (Pub. 100-02 ch. 15 s. 220.1.3).
 *
 * @param bill the claim
 * @param index its place among the certifications of the claim's context, from 0
 * @param dates the dates known; the initial treatment is among them
 * @param signatureDays days allowed to the signature; {@code null} where none are set
 * @param sendingDays days allowed to the sending of the plan, so that an order stands for the signature; {@code null}
 *     where an order does not
 */
@InWords("certification")
public record CertificationDates(Bill bill, int index, Certification dates, Integer signatureDays, Integer sendingDays)
        implements Subject {

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return bill.kind();
    }

    /** The discipline in words. */
    public String disciplineName() {
        return dates.discipline().label();
    }

    /** Whether a signed order is known. */
    public boolean ordered() {
        return dates.orderSigned() != null;
    }

    /** Days from the initial treatment to the signature, below 0 before it; {@code null} where none is known. */
    public Integer daysToSignature() {
        return daysTo(dates.signed());
    }

    /** Days from the initial treatment to the sending of the plan, below 0 before it; {@code null} where not known. */
    public Integer daysToSending() {
        return daysTo(dates.planSent());
    }

    private Integer daysTo(LocalDate day) {
        return day == null ? null : (int) ChronoUnit.DAYS.between(dates.initialTreatment(), day);
    }

    /** The last day for the signature; {@code null} where none is set. */
    public LocalDate signatureDue() {
        return due(signatureDays);
    }

    /** The last day to send the plan so that an order stands for the signature; {@code null} where it does not. */
    public LocalDate transmissionDue() {
        return due(sendingDays);
    }

    private LocalDate due(Integer days) {
        return days == null ? null : dates.initialTreatment().plusDays(days);
    }

    @Override
    public String pointer() {
        return "/context/certifications/" + index;
    }
}
