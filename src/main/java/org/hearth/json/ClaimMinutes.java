package org.hearth.json;

import java.util.List;
import org.hearth.claim.TreatmentMinutes;

/**
 * The treatment minutes of a claim's lines, given beside the claim because an 837I cannot carry them.
 *
 * @param place which claim of the list it is, from 0
 * @param claimId the sender's own number for the claim
 * @param lines at least one
 */
public record ClaimMinutes(int place, String claimId, List<Line> lines) {

    /**
     * The minutes of one line.
     *
     * @param lineNumber the line's number, or {@code null} if {@code lineControl} tells which it is
     * @param lineControl the sender's own number for the line, or {@code null}
     * @param minutes treatment minutes, 0 to 1,440
     * @param minutesBy the same by who furnished them, or {@code null}
     */
    public record Line(Integer lineNumber, String lineControl, int minutes, TreatmentMinutes minutesBy) {}

    public ClaimMinutes {
        lines = List.copyOf(lines);
    }
}
