package org.hearth.x12.guide;

import java.util.List;

/** Is told where a transaction set departs from the guide. */
@FunctionalInterface
public interface GuideFaults {

    /**
     * A fault of a segment.
     *
     * @param tag the segment, or the one that is missing
     * @param position which segment of the transaction set it is, ST being 1; of a missing one, which is the first that
     *     stands behind its place
     * @param loop the loop, or {@code HEADER}
     * @param code IK304: {@code 1} no segment of the guide, {@code 2} not in this place, {@code 3} missing, {@code 4} loop
     *     too often, {@code 5} too often, {@code 7} out of order, {@code 8} its elements, {@code I7} loop missing,
     *     {@code I8} missing with this qualifier
     * @param claimId the claim it belongs to (CLM01); {@code null} above the claims
     * @param elements what is wrong with its elements, for {@code 8}
     */
    void found(String tag, int position, String loop, String code, String claimId, List<ElementFault> elements);
}
