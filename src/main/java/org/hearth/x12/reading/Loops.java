package org.hearth.x12.reading;

import java.time.LocalDate;
import org.hearth.x12.segment.Quoted;
import org.hearth.x12.segment.Segment;

/** What the loops above a claim (batch, billing provider, subscriber) say, kept until the next such loop. */
final class Loops {

    private final Envelope envelope;

    private Submission submission;
    private String reference;
    private LocalDate received;
    private int batchPosition;
    private String billingNpi;
    private int billingPosition;
    private String claimFiling;
    private String memberId;
    private int subscriberPosition;

    Loops(Envelope envelope) {
        this.envelope = envelope;
    }

    /** Forgets all of it: a transaction set begins. */
    void clear() {
        submission = null;
        reference = null;
        received = null;
        batchPosition = 0;
        clearProvider();
    }

    /** Takes in a segment that stands outside a claim. */
    void read(Segment segment) {
        switch (segment.tag()) {
            case "BHT" -> batch(segment);
            case "HL" -> level(segment);
            case "SBR" -> claimFiling = segment.text(9);
            case "NM1" -> name(segment);
            default -> {
                // nothing else above a claim is kept
            }
        }
    }

    Submission submission() {
        if (submission == null) {
            submission = new Submission(envelope.file(), envelope.interchange(), envelope.transaction(), reference);
        }
        return submission;
    }

    LocalDate received() {
        return received;
    }

    String billingNpi() {
        return billingNpi;
    }

    String claimFiling() {
        return claimFiling;
    }

    String memberId() {
        return memberId;
    }

    void putPlaces(Places places) {
        places.put(Place.BATCH, batchPosition);
        places.put(Place.BILLING_PROVIDER, billingPosition);
        places.put(Place.SUBSCRIBER, subscriberPosition);
    }

    private void batch(Segment bht) {
        reference = bht.text(3);
        received = bht.length(4, 1) == 8 ? bht.date(4, 1, 0) : null;
        batchPosition = bht.position();
        if (received == null && !bht.isEmpty(4, 1)) {
            envelope.warning(
                    bht,
                    4,
                    "the batch's date " + Quoted.value(bht.text(4)) + " is none; its claims have no receipt date",
                    "write BHT04 as CCYYMMDD");
        }
    }

    private void level(Segment hl) {
        if (hl.is(3, "20")) {
            clearProvider();
        } else if (hl.is(3, "22")) {
            clearSubscriber();
        }
    }

    private void name(Segment nm1) {
        if (nm1.is(1, "85")) {
            billingNpi = nm1.is(8, "XX") ? nm1.text(9) : null;
            billingPosition = nm1.position();
        } else if (nm1.is(1, "IL")) {
            memberId = nm1.is(8, "MI") ? nm1.text(9) : null;
            subscriberPosition = nm1.position();
        }
    }

    private void clearProvider() {
        billingNpi = null;
        billingPosition = 0;
        clearSubscriber();
    }

    private void clearSubscriber() {
        claimFiling = null;
        memberId = null;
        subscriberPosition = 0;
    }
}
