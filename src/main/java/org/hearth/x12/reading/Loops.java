package org.hearth.x12.reading;

import java.io.Serializable;
import java.time.LocalDate;
import org.hearth.claim.Payer;
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
    private String transactionType;
    private String claimFiling;
    private String responsibility;
    private int subscriberInformationPosition;
    private String memberId;
    private int subscriberPosition;
    private String payerName;
    private String payerId;
    private int payerPosition;
    private Payer payer;

    Loops(Envelope envelope) {
        this.envelope = envelope;
    }

    /** What the loops above a claim say, as the fields of {@link Loops}. Holds the member id. */
    record Above(
            String reference,
            LocalDate received,
            int batchPosition,
            String billingNpi,
            int billingPosition,
            String transactionType,
            String claimFiling,
            String responsibility,
            int subscriberInformationPosition,
            String memberId,
            int subscriberPosition,
            String payerName,
            String payerId,
            int payerPosition)
            implements Serializable {

        /** Shows nothing. */
        @Override
        public String toString() {
            return "Above";
        }
    }

    /** Goes on below them. */
    void resume(Above above) {
        submission = null;
        reference = above.reference();
        received = above.received();
        batchPosition = above.batchPosition();
        billingNpi = above.billingNpi();
        billingPosition = above.billingPosition();
        transactionType = above.transactionType();
        claimFiling = above.claimFiling();
        responsibility = above.responsibility();
        subscriberInformationPosition = above.subscriberInformationPosition();
        memberId = above.memberId();
        subscriberPosition = above.subscriberPosition();
        payerName = above.payerName();
        payerId = above.payerId();
        payerPosition = above.payerPosition();
        payer = null;
    }

    /** For another to go on with. */
    Above above() {
        return new Above(
                reference,
                received,
                batchPosition,
                billingNpi,
                billingPosition,
                transactionType,
                claimFiling,
                responsibility,
                subscriberInformationPosition,
                memberId,
                subscriberPosition,
                payerName,
                payerId,
                payerPosition);
    }

    /** Forgets all of it: a transaction set begins. */
    void clear() {
        submission = null;
        reference = null;
        received = null;
        transactionType = null;
        batchPosition = 0;
        clearProvider();
    }

    /** Takes in a segment that stands outside a claim. */
    void read(Segment segment) {
        switch (segment.tag()) {
            case "BHT" -> batch(segment);
            case "HL" -> level(segment);
            case "SBR" -> {
                claimFiling = segment.text(9);
                responsibility = segment.text(1);
                subscriberInformationPosition = segment.position();
                payer = null;
            }
            case "NM1" -> name(segment);
            default -> {
                // nothing else above a claim is kept
            }
        }
    }

    Submission submission() {
        if (submission == null) {
            submission = new Submission(
                    envelope.file(), envelope.interchange(), envelope.group(), envelope.transaction(), reference);
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

    /** What the batch is said to hold (BHT06). */
    String transactionType() {
        return transactionType;
    }

    /** Whom the claims below are sent to; {@code null} where nothing says. Made once for all of them. */
    Payer payer() {
        if (payer == null && (claimFiling != null || responsibility != null || payerName != null || payerId != null)) {
            payer = new Payer(claimFiling, payerName, payerId, responsibility);
        }
        return payer;
    }

    String memberId() {
        return memberId;
    }

    void putPlaces(Places places) {
        places.put(Place.BATCH, batchPosition);
        places.put(Place.BILLING_PROVIDER, billingPosition);
        places.put(Place.SUBSCRIBER, subscriberPosition);
        places.put(Place.SUBSCRIBER_INFORMATION, subscriberInformationPosition);
        places.put(Place.PAYER, payerPosition);
    }

    private void batch(Segment bht) {
        submission = null;
        reference = bht.text(3);
        transactionType = bht.text(6);
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
        } else if (nm1.is(1, "PR")) {
            payerName = nm1.text(3);
            payerId = nm1.text(9);
            payerPosition = nm1.position();
            payer = null;
        }
    }

    private void clearProvider() {
        billingNpi = null;
        billingPosition = 0;
        clearSubscriber();
    }

    private void clearSubscriber() {
        claimFiling = null;
        responsibility = null;
        subscriberInformationPosition = 0;
        memberId = null;
        subscriberPosition = 0;
        payerName = null;
        payerId = null;
        payerPosition = 0;
        payer = null;
    }
}
