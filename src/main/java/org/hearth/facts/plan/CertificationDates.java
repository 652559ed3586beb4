package org.hearth.facts.plan;

import java.time.LocalDate;
import org.hearth.claim.Certification;
import org.hearth.facts.line.Bill;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * The dates of a plan's certification that the caller knows, beside those by which they are due (Pub. 100-02 ch. 15 s.
 * 220.1.3).
 *
 * @param bill the claim
 * @param index its place among the certifications of the claim's context, from 0
 * @param dates the dates known; the initial treatment is among them
 * @param signatureDue the last day for the signature; {@code null} where none was set
 * @param transmissionDue the last day to send the plan so that the order stands for the signature; {@code null} where
 *     an order does not
 */
@InWords("certification")
public record CertificationDates(
        Bill bill, int index, Certification dates, LocalDate signatureDue, LocalDate transmissionDue)
        implements Subject {

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return bill.kind();
    }

    /** The discipline in words. */
    public String disciplineName() {
        return dates.discipline().label();
    }

    /** Whether the plan is known to be signed. */
    public boolean signed() {
        return dates.signed() != null;
    }

    /** Whether the plan is known to be signed after the day on which that was due. */
    public boolean signedLate() {
        return signed() && signatureDue != null && dates.signed().isAfter(signatureDue);
    }

    /** Whether a signed order is known, on a day when one may stand for the signature. */
    public boolean ordered() {
        return dates.orderSigned() != null && transmissionDue != null;
    }

    /** Whether a signed order stands for the signature, the plan having been sent in time. */
    public boolean orderStands() {
        return ordered() && dates.planSent() != null && !dates.planSent().isAfter(transmissionDue);
    }

    /** Whether the plan is known to have been sent too late. */
    public boolean sentLate() {
        return dates.planSent() != null
                && transmissionDue != null
                && dates.planSent().isAfter(transmissionDue);
    }

    @Override
    public String pointer() {
        return "/context/certifications/" + index;
    }
}
