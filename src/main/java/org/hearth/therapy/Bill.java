package org.hearth.therapy;

import java.time.LocalDate;
import org.hearth.claim.Claim;
import org.hearth.claim.ClaimContext;
import org.hearth.finding.Subject;

/** The claim itself as a fact: its header, with days as numbers. */
public final class Bill implements Subject {

    private final Claim claim;
    private final int from;
    private final int through;

    Bill(Claim claim) {
        this.claim = claim;
        this.from = Day.of(claim.statementFrom());
        this.through = Day.of(claim.statementThrough());
    }

    /** The claim as billed. */
    public Claim claim() {
        return claim;
    }

    /** What the claim itself cannot say. */
    public ClaimContext context() {
        return claim.context();
    }

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return claim.typeOfBill().kind();
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
