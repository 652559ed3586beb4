package org.hearth.x12.acknowledgement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.hearth.x12.segment.Days;
import org.hearth.x12.segment.Segment;

/** What an acknowledgement says of the claim being read. */
final class ClaimNotes {

    /** Where the second day of CCYYMMDD-CCYYMMDD begins. */
    private static final int RANGE_END = 9;

    private final Days days = new Days();

    private boolean inClaim;
    private boolean inHeader;
    private String claimId;
    private BigDecimal charge;
    private String typeOfBill;
    private LocalDate from;
    private LocalDate through;
    private LocalDate firstLineDay;
    private LocalDate lastLineDay;
    private LocalDate otherDay;
    private String clearinghouseNumber;
    private Patient subscriber;
    private Patient patient;

    /** What holds for the next claim too: whose it is. */
    ClaimNotes next() {
        ClaimNotes next = new ClaimNotes();
        next.inClaim = inClaim;
        next.inHeader = inHeader;
        next.subscriber = subscriber;
        next.patient = patient;
        return next;
    }

    /** Takes in a segment of a transaction set. */
    void read(Segment segment) {
        switch (segment.tag()) {
            case "HL" -> level(segment);
            case "CLM" -> open(segment);
            case "LX", "SBR" -> inHeader = false;
            case "NM1" -> {
                if (!inClaim) {
                    name(segment);
                }
            }
            case "DTP" -> {
                if (inClaim) {
                    dates(segment);
                }
            }
            case "REF" -> {
                if (inHeader && segment.is(1, "D9") && clearinghouseNumber == null) {
                    clearinghouseNumber = segment.text(2);
                }
            }
            default -> {
                // nothing else of a claim is answered
            }
        }
    }

    private void dates(Segment dtp) {
        if (dtp.is(1, "472")) {
            if (days.readDtp(dtp) == null) {
                firstLineDay = firstLineDay == null || days.from().isBefore(firstLineDay) ? days.from() : firstLineDay;
                lastLineDay = lastLineDay == null || days.through().isAfter(lastLineDay) ? days.through() : lastLineDay;
            }
        } else if (inHeader && dtp.is(1, "434") && from == null) {
            if (days.readDtp(dtp) == null) {
                from = days.from();
                through = days.through();
            } else {
                LocalDate first = dtp.date(3, 1, 0);
                otherDay = first == null ? dtp.date(3, 1, RANGE_END) : first;
            }
        } else if (inHeader && dtp.is(1, "435") && otherDay == null) {
            otherDay = dtp.date(3, 1, 0);
        }
    }

    private void level(Segment hl) {
        inClaim = false;
        inHeader = false;
        if (hl.is(3, "20") || hl.is(3, "22")) {
            subscriber = null;
            patient = null;
        }
    }

    private void name(Segment nm1) {
        if (nm1.is(1, "IL")) {
            subscriber = Patient.subscriber(nm1);
            patient = subscriber;
        } else if (nm1.is(1, "QC") && subscriber != null) {
            patient = subscriber.dependent(nm1);
        }
    }

    private void open(Segment clm) {
        inClaim = true;
        inHeader = true;
        claimId = clm.text(1);
        charge = clm.signed(2, 1);
        typeOfBill = clm.isEmpty(5, 1) || clm.isEmpty(5, 3) ? null : clm.text(5, 1) + clm.text(5, 3);
        from = null;
        through = null;
        firstLineDay = null;
        lastLineDay = null;
        otherDay = null;
        clearinghouseNumber = null;
    }

    /** Whether the segment at hand stands in or below a claim. */
    boolean inClaim() {
        return inClaim;
    }

    /** CLM01, or {@code null}. */
    String claimId() {
        return claimId;
    }

    /** CLM02; zero if it is no amount, so that totals balance whatever was sent. */
    BigDecimal charge() {
        return charge == null ? BigDecimal.ZERO : charge;
    }

    /** CLM05-1 and CLM05-3, or {@code null}. */
    String typeOfBill() {
        return typeOfBill;
    }

    /**
     * First day of the statement. Where its dates cannot be read, the first day of the lines, else any day of the statement that can be
     * read, else the admission; {@code null} if the claim has no day at all.
     */
    LocalDate from() {
        return from != null ? from : firstLineDay != null ? firstLineDay : otherDay;
    }

    /** Last day of the statement, or of what {@link #from} took in its place. */
    LocalDate through() {
        return from != null ? through : firstLineDay != null ? lastLineDay : otherDay;
    }

    /** REF*D9, or {@code null}. */
    String clearinghouseNumber() {
        return clearinghouseNumber;
    }

    /** The patient, or {@code null} if the file names none. */
    Patient patient() {
        return patient;
    }
}
