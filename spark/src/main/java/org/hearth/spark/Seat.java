package org.hearth.spark;

import java.io.Serializable;

/**
 * For which part of the answer a claim is carried, as the past of those in it.
 *
 * @param part the part, from 0
 * @param place the place of the claim that is carried, among all claims of the run
 */
record Seat(int part, long place) implements Comparable<Seat>, Serializable {

    @Override
    public int compareTo(Seat other) {
        int order = Integer.compare(part, other.part);
        return order == 0 ? Long.compare(place, other.place) : order;
    }
}
