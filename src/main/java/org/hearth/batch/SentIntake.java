package org.hearth.batch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hearth.claim.Claim;
import org.hearth.history.Earlier;
import org.hearth.sent.SentStore;
import org.hearth.sent.UnusableHistoryException;

/** What was marked as sent, as an input of its own. */
public final class SentIntake {

    private SentIntake() {}

    /**
     * What was marked as sent of a beneficiary by an agency, in the order of the days of sending. A claim is called by the
     * day on which it was sent, as its own number is kept as a hash alone.
     *
     * @param store {@code null} if there is none
     * @return empty if nothing was
     */
    public static Optional<Intake> of(SentStore store, String memberId, String npi) throws UnusableHistoryException {
        List<Claim> claims = new ArrayList<>();
        for (Earlier earlier : store == null ? List.<Earlier>of() : store.of(memberId, npi)) {
            claims.add(earlier.claim().toBuilder()
                    .claimId("sent " + earlier.sentOn() + ", " + (claims.size() + 1))
                    .originalClaimNumber(null)
                    .treatmentAuthorization(null)
                    .beneficiaryId(memberId)
                    .build());
        }
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        Iterator<Claim> rest = claims.iterator();
        return Optional.of(() -> rest.hasNext() ? new Intake.Read(rest.next()) : new Intake.End(null, null));
    }
}
