package org.hearth.spark;

import java.io.Serializable;

/**
 * Where a claim stands among those of its beneficiary; in the order of these, claims of one beneficiary and agency stand
 * together, by their places.
 *
 * @param who with {@code rest}, the beneficiary and the agency, in this run alone
 * @param rest the other half of it
 * @param place among all claims of the run
 */
record Standing(long who, long rest, long place) implements Comparable<Standing>, Serializable {

    /** Whether both are of one beneficiary and agency. */
    boolean sameAs(Standing other) {
        return other != null && who == other.who && rest == other.rest;
    }

    @Override
    public int compareTo(Standing other) {
        int order = Long.compare(who, other.who);
        order = order == 0 ? Long.compare(rest, other.rest) : order;
        return order == 0 ? Long.compare(place, other.place) : order;
    }
}
