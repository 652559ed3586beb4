package org.hearth.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * An input whose bytes can be had once more after they were read, until they are taken: for whoever writes a copy of what
 * another reads. Not safe for use by several threads.
 */
public final class Retained extends FilterInputStream {

    private byte[] bytes = new byte[1 << 17];
    private int from;
    /** Up to where its reader has had them; what follows was looked at ahead. */
    private int read;

    private int until;
    private long taken;

    /** @param in the bytes; the caller closes it */
    public Retained(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (read < until) {
            int ahead = Math.min(length, until - read);
            System.arraycopy(bytes, read, target, offset, ahead);
            read += ahead;
            return ahead;
        }
        int count = in.read(target, offset, length);
        if (count > 0) {
            keep(target, offset, count);
            read = until;
        }
        return count;
    }

    private void keep(byte[] source, int offset, int count) {
        if (until + count > bytes.length) {
            byte[] roomy = until - from + count > bytes.length / 2
                    ? new byte[Math.max(bytes.length * 2, until - from + count)]
                    : bytes;
            System.arraycopy(bytes, from, roomy, 0, until - from);
            bytes = roomy;
            until -= from;
            read -= from;
            from = 0;
        }
        System.arraycopy(source, offset, bytes, until, count);
        until += count;
    }

    /** How many bytes were taken. */
    public long taken() {
        return taken;
    }

    /**
     * Takes the bytes before a place of the input, all of which were read.
     *
     * @param before how many bytes of the input precede the place
     */
    public byte[] take(long before) {
        int count = (int) Math.min(before - taken, until - from);
        byte[] some = Arrays.copyOfRange(bytes, from, from + Math.max(0, count));
        from += some.length;
        read = Math.max(read, from);
        taken += some.length;
        return some;
    }

    /**
     * What was not taken yet, up to and with a byte, without taking it or passing it over for the reader.
     *
     * @param last the byte with which it ends
     * @param most how many bytes are looked at
     * @return fewer, and without that byte, where it does not come
     */
    public byte[] upTo(int last, int most) throws IOException {
        byte[] one = new byte[1 << 9];
        for (int length = 0; length < most; length++) {
            if (from + length == until) {
                int count = in.read(one, 0, one.length);
                if (count < 0) {
                    return Arrays.copyOfRange(bytes, from, until);
                }
                keep(one, 0, count);
            }
            if ((bytes[from + length] & 0xFF) == last) {
                return Arrays.copyOfRange(bytes, from, from + length + 1);
            }
        }
        return Arrays.copyOfRange(bytes, from, from + most);
    }

    /** Takes all that was read or looked at. */
    public byte[] takeAll() {
        return take(taken + until - from);
    }

    /** Whoever buffers this must not pass over what it has. */
    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public int available() throws IOException {
        return until - read + in.available();
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] some = new byte[(int) Math.min(count, 1 << 13)];
        return Math.max(0, read(some, 0, some.length));
    }
}
