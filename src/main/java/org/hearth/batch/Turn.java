package org.hearth.batch;

import org.hearth.sent.InputPast.Before;

/**
 * What stands next in an input, with the claims before it.
 *
 * @param item a claim, or anything else that an input yields
 * @param before of a claim, the beneficiary's claims that were read before it
 */
record Turn(Intake.Item item, Before before) {

    /** Names nothing: a claim holds the member id. */
    @Override
    public String toString() {
        return "Turn[" + before.claims().size() + "]";
    }
}
