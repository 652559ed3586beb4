package org.hearth.x12.acknowledgement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.hearth.data.Room;

/**
 * What is written now and read once later, such as the claims of a 277CA, whose totals stand before them. Held compressed,
 * in memory, as names of patients have no business in a temporary file. A claim of a 277CA takes some 20 to 60 bytes, so
 * that a transaction set of 5,000 claims, which is what payers take, needs 300 KB, and one of 300,000 less than 20 MB.
 */
public final class Held {

    /** There is more to hold than was foreseen. */
    public static final class FullException extends IOException {
        private static final long serialVersionUID = 1L;

        FullException(int most) {
            super("more than " + most + " bytes would have to be held in memory");
        }
    }

    /** Bytes in blocks that never move, so that there is no second copy of them while they grow. */
    private static final class Blocks extends OutputStream {

        private static final int FIRST = 1 << 12;
        private static final int BLOCK = 1 << 16;

        private final int most;
        private final Room room;
        private final List<InputStream> full = new ArrayList<>();
        private byte[] last = new byte[FIRST];
        private int inLast;
        private long size;

        Blocks(int most, Room room) {
            this.most = most;
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            size += length;
            if (size > most) {
                throw new FullException(most);
            }
            for (int from = offset, end = offset + length; from < end; ) {
                if (inLast == last.length) {
                    room.take(BLOCK);
                    full.add(new ByteArrayInputStream(last));
                    last = new byte[BLOCK];
                    inLast = 0;
                }
                int some = Math.min(end - from, last.length - inLast);
                System.arraycopy(source, from, last, inLast, some);
                inLast += some;
                from += some;
            }
        }

        private InputStream read() {
            full.add(new ByteArrayInputStream(last, 0, inLast));
            return new SequenceInputStream(Collections.enumeration(full));
        }
    }

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final Blocks bytes;
    private final OutputStream in;

    /** With all the memory there is, for a program that works for one person alone. */
    public Held() {
        this(Integer.MAX_VALUE, Room.ENOUGH);
    }

    /**
     * @param most how many bytes of memory it takes at most; writing more throws {@link FullException}
     * @param room where they are taken from
     */
    public Held(int most, Room room) {
        bytes = new Blocks(most, room);
        in = new DeflaterOutputStream(bytes, deflater) {

            @Override
            public void close() throws IOException {
                try {
                    super.close();
                } finally {
                    deflater.end();
                }
            }
        };
    }

    /** Where to write it. */
    public OutputStream in() {
        return in;
    }

    /** Ends the writing and opens it for reading. */
    public InputStream read() throws IOException {
        in.close();
        return new InflaterInputStream(bytes.read());
    }
}
