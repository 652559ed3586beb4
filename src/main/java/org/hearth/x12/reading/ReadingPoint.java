package org.hearth.x12.reading;

import java.io.Serializable;
import java.util.List;
import org.hearth.claim.GuideFault;
import org.hearth.x12.guide.GuideState;

/**
 * Where inside an 837I file reading can begin, and all that the claims behind it need to know of what stands before: the
 * state of a {@link GuidedReader} at a level (HL) in a transaction set of claims, while no claim is open. What is wrong
 * with the file itself is not among it. Holds the member id of the subscriber at hand.
 *
 * @param reader what the reader of claims knows
 * @param guide what the comparison with the guide knows
 * @param subscriberFaults where the segments of the subscriber at hand depart from the guide
 * @param patient of the patient below the subscriber, or {@code null}
 * @param subscriberHasClaim whether a claim takes the subscriber's departures along
 */
public record ReadingPoint(
        X12Reader.Inside reader,
        GuideState guide,
        List<GuideFault> subscriberFaults,
        GuideFault patient,
        boolean subscriberHasClaim)
        implements Serializable {

    public ReadingPoint {
        subscriberFaults = List.copyOf(subscriberFaults);
    }

    /** How many bytes of the file precede it. */
    public long offset() {
        return reader.segment().offset();
    }

    /** Names the place only. */
    @Override
    public String toString() {
        return "ReadingPoint[" + offset() + "]";
    }
}
