package org.hearth.spark;

import java.nio.ByteBuffer;

/**
 * Where a claim stands among those of its beneficiary.
 *
 * @param who with {@code rest}, the beneficiary and the agency, in this run alone
 * @param rest the other half of it
 * @param place among all claims of the run
 */
record Standing(long who, long rest, long place) {

    /** As it is shuffled: in {@link ByBytes} claims of one beneficiary and agency stand together, by their places. */
    byte[] bytes() {
        return ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(who)
                .putLong(rest)
                .putLong(place)
                .array();
    }

    /** Of what was shuffled. */
    static Standing of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Standing(in.getLong(), in.getLong(), in.getLong());
    }

    /** Whether both are of one beneficiary and agency. */
    boolean sameAs(Standing other) {
        return other != null && who == other.who && rest == other.rest;
    }
}
