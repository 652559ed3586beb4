package org.hearth.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Memory for what is kept whole while others are waited for, such as the sender of a request. It is given back by whoever gave it,
 * once that is over; who finds none left is refused, and does not wait.
 */
@FunctionalInterface
public interface Room {

    /** Room of a program that works for one person alone. */
    Room ENOUGH = bytes -> {};

    /**
     * Takes more of it.
     *
     * @param bytes how much will be kept beside what is kept already
     * @throws IOException if there is too little left
     */
    void take(int bytes) throws IOException;

    /**
     * A stream whose reader keeps what is made of it.
     *
     * @param times how many bytes are kept for each that is read
     */
    default InputStream kept(InputStream in, int times) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                take(Math.max(0, read) * times);
                return read;
            }
        };
    }
}
