package org.hearth.spark;

import java.nio.ByteBuffer;

/**
 * For which part of the answer a claim is carried, as the past of those in it.
 *
 * @param part the part, from 0
 * @param place the place of the claim that is carried, among all claims of the run
 */
record Seat(int part, long place) {

    /** As it is shuffled: in {@link ByBytes} they stand by their parts, and there by their places. */
    byte[] bytes() {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(part)
                .putLong(place)
                .array();
    }

    /** Of what was shuffled. */
    static Seat of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Seat(in.getInt(), in.getLong());
    }
}
