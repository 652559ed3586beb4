package org.hearth.json;

import org.hearth.claim.Claim;

/** What stands at one place of an input of claims. */
public sealed interface ClaimItem {

    /** Which item of the input it is, from 1. */
    long place();

    /**
     * A claim.
     *
     * @param place which item of the input it is, from 1
     * @param claim the claim
     */
    record PlacedClaim(long place, Claim claim) implements ClaimItem {}

    /**
     * A claim that could not be read.
     *
     * @param place which item of the input it is, from 1
     * @param line the line of the input that it starts on, from 1
     * @param why what is wrong with it
     */
    record Unread(long place, long line, InvalidClaimException why) implements ClaimItem {}
}
