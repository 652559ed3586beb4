package org.hearth.episode;

import java.time.LocalDate;

/**
 * A notice of admission.
 *
 * @param admission the admission that it tells of
 * @param received when the payer received it; {@code null} where nobody says
 * @param due the last day on which it was in time; {@code null} where no notice was asked for
 * @param cancels whether it takes the admission off the file
 * @param claimId the notice, or the claim whose sender tells of one
 */
public record Notice(LocalDate admission, LocalDate received, LocalDate due, boolean cancels, String claimId) {

    /** Whether it came after the day on which it was due. */
    public boolean late() {
        return received != null && due != null && received.isAfter(due);
    }
}
