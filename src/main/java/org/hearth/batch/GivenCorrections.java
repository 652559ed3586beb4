package org.hearth.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.claim.Claim;
import org.hearth.finding.Correction;
import org.hearth.finding.MendRefusedException;
import org.hearth.finding.Shown;
import org.hearth.json.ClaimCorrections;
import org.hearth.json.Problem;
import org.hearth.json.Problems;

/** Corrections that somebody gave, made on the claims of an input as these come by. Not safe for use by several threads. */
final class GivenCorrections {

    private final Map<Long, ClaimCorrections.OfClaim> waiting = new HashMap<>();

    GivenCorrections(ClaimCorrections given) {
        given.claims().forEach(one -> waiting.put(one.claim(), one));
    }

    /** Makes what was given for a claim. @param ordinal which claim of the input it is, from 1 */
    List<Correction> correct(long ordinal, ClaimInPlace claim) {
        ClaimCorrections.OfClaim given = waiting.remove(ordinal);
        if (given == null) {
            return List.of();
        }
        Claim read = claim.claim();
        if (given.claimId() != null && !given.claimId().equals(read.claimId())) {
            throw misfit(
                    given.pointer() + "/claimId",
                    "claim " + ordinal + " of the input is " + Shown.value(read.claimId()) + ", not "
                            + Shown.value(given.claimId()),
                    "give the corrections with the input that they were made for");
        }
        try {
            return List.of(Corrector.given(claim, given.patch(), given.because()));
        } catch (MendRefusedException e) {
            throw misfit(
                    given.pointer() + "/patch",
                    "claim " + Shown.value(read.claimId()) + ", " + Shown.value(e.pointer()) + ": " + e.getMessage(),
                    "mend the patch, or leave it out");
        }
    }

    /** Refuses corrections for a claim that cannot be read. */
    void unread(long ordinal) {
        ClaimCorrections.OfClaim given = waiting.get(ordinal);
        if (given != null) {
            throw misfit(
                    given.pointer() + "/claim",
                    "claim " + ordinal + " of the input cannot be read",
                    "mend it in the system that writes the file");
        }
    }

    /** Refuses corrections for claims that the input does not have. */
    void end(long claims) {
        waiting.values().stream().findFirst().ifPresent(given -> {
            throw misfit(
                    given.pointer() + "/claim",
                    "the input has " + claims + (claims == 1 ? " claim" : " claims") + ", not " + given.claim(),
                    "count the claims of the input from 1, those that cannot be read as well");
        });
    }

    private static CorrectionRun.MisfitException misfit(String pointer, String message, String fix) {
        return new CorrectionRun.MisfitException(new Problems(
                "urn:hearth:problem:invalid-corrections",
                "invalid corrections",
                422,
                "a correction does not fit the claims, so nothing was corrected",
                List.of(new Problem(pointer, null, message, fix))));
    }
}
