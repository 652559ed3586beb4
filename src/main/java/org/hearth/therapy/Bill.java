package org.hearth.therapy;

import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.finding.Subject;

/** The claim itself as a fact: its header, with days as numbers. */
public final class Bill implements Subject {

    private final Claim claim;
    private final int from;
    private final int through;
    private final String kind;

    Bill(Claim claim) {
        this.claim = claim;
        this.from = Day.of(claim.statementFrom());
        this.through = Day.of(claim.statementThrough());
        this.kind = claim.typeOfBill().notice() ? "notice" : claim.typeOfBill().kind();
    }

    /** The claim as billed. */
    public Claim claim() {
        return claim;
    }

    /** What the claim itself cannot say. */
    public ClaimContext context() {
        return claim.context();
    }

    /**
     * {@code 32X}, {@code 34X}, or {@code notice} for a 32X that is a notice of admission or its cancellation: it carries
     * a header and a HIPPS line, and no rule for claims or lines applies to it.
     */
    public String kind() {
        return kind;
    }

    /** The frequency, fourth character of the type of bill. */
    public String frequency() {
        return claim.typeOfBill().frequency();
    }

    /** Statement-from, as {@link Day}. */
    public int from() {
        return from;
    }

    /** Statement-through, as {@link Day}. */
    public int through() {
        return through;
    }

    /** The day of receipt as {@link Day}; without one, the earliest day it can have been, the statement-through. */
    public int received() {
        return Day.of(claim.receivedDate(), through);
    }

    /** Whether the day of receipt is known. */
    public boolean receivedKnown() {
        return claim.receivedDate() != null;
    }

    /** Type of bill as billed, four characters. */
    public String typeOfBill() {
        return claim.typeOfBill().code();
    }

    /** {@code first} period of an admission, {@code later}, or {@code unknown} where the admission date does not say. */
    public String period() {
        LocalDate admission = claim.admissionDate();
        if (admission == null || claim.statementFrom().isBefore(admission)) {
            return "unknown";
        }
        return admission.equals(claim.statementFrom()) ? "first" : "later";
    }

    /** Admission date as {@link Day}; the statement-from day where there is none. */
    public int admitted() {
        return Day.of(claim.admissionDate(), from);
    }

    /** Whether the beneficiary is homebound: {@code yes}, {@code no} or {@code unknown}. */
    public String homebound() {
        Boolean homebound = context().homebound();
        return homebound == null ? "unknown" : homebound ? "yes" : "no";
    }

    /**
     * How the beneficiary stands to home health on a day: {@code open period} inside one on file, else {@code under plan}
     * or {@code no plan} as the sender says, else {@code unknown}.
     */
    String homeHealthOn(LocalDate day) {
        List<HomeHealthPeriod> periods = context().homeHealthPeriods();
        for (int i = 0; i < periods.size(); i++) {
            if (periods.get(i).span().contains(day)) {
                return "open period";
            }
        }
        Boolean underPlan = context().underHomeHealthPlan();
        return underPlan == null ? "unknown" : underPlan ? "under plan" : "no plan";
    }

    public LocalDate statementFrom() {
        return claim.statementFrom();
    }

    public LocalDate statementThrough() {
        return claim.statementThrough();
    }

    @Override
    public String pointer() {
        return "";
    }
}
