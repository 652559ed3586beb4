package org.hearth.x12.segment;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes that StAEDI reads, buffered without a lock (it reads them one by one) and without what may stand before an
 * interchange but which StAEDI refuses: a byte order mark, blanks, line ends, a trailing control-Z. It marks the stream
 * where an interchange ends and nowhere else, so that is where they are taken out. A control character in an element comes
 * as another that X12 does not carry either.
 */
final class EdiInput extends InputStream {

    private static final int BUFFER = 1 << 16;

    /** How many bytes ISA and its terminator have. */
    private static final int HEADER = 106;

    /** In the place of a control character in an element, which StAEDI would leave out, so that nobody learned of it. */
    private static final int CONTROL = 0x80;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int limit;
    private int marked;
    private int elementEnd = -1;
    private int componentEnd = -1;
    private int repetition = -1;
    private int segmentEnd = -1;
    private boolean inElements;
    private long skipped;
    private boolean exhausted;
    private boolean ended;
    private IOException failure;

    EdiInput(InputStream in) {
        this.in = in;
    }

    /** Whether the reader asked for a byte beyond the last one. */
    boolean ended() {
        return ended;
    }

    /** Why the bytes could not be had, or {@code null}. */
    IOException failure() {
        return failure;
    }

    /** How many bytes were taken out so far. */
    long skipped() {
        return skipped;
    }

    /** Takes out what stands before an interchange; whether anything is left. */
    boolean atContent() throws IOException {
        while (require(3)) {
            if (isBlank(buffer[next])) {
                skip(1);
            } else if (startsWith(0xEF, 0xBB, 0xBF)) {
                skip(3);
            } else {
                return true;
            }
        }
        return false;
    }

    /** Whether an interchange header begins here. */
    boolean atInterchange() throws IOException {
        boolean begins = require(3) && startsWith('I', 'S', 'A');
        learn();
        return begins;
    }

    @Override
    public int read() throws IOException {
        if (next == limit && !fill(0)) {
            ended = true;
            return -1;
        }
        int read = buffer[next++] & 0xFF;
        if (read == elementEnd) {
            inElements = true;
        } else if (read == segmentEnd) {
            inElements = false;
        } else if (read < ' '
                && inElements
                && read != '\r'
                && read != '\n'
                && read != componentEnd
                && read != repetition) {
            return CONTROL;
        }
        return read;
    }

    /** Notes the delimiters of an interchange that begins here; StAEDI finds those that are amiss. */
    private void learn() throws IOException {
        inElements = false;
        if (require(HEADER) && limit - next >= HEADER && startsWith('I', 'S', 'A')) {
            elementEnd = buffer[next + 3] & 0xFF;
            repetition = buffer[next + 82] & 0xFF;
            componentEnd = buffer[next + 104] & 0xFF;
            segmentEnd = buffer[next + 105] & 0xFF;
        }
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    /** Marks the next content; StAEDI looks at two bytes of it to see whether anything follows an interchange. */
    @Override
    public void mark(int readLimit) {
        try {
            atContent();
            learn();
        } catch (IOException e) {
            // kept as failure: read() throws it again, where StAEDI can pass it on
        } finally {
            marked = next;
        }
    }

    @Override
    public void reset() {
        next = marked;
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ' || b == 0x7F;
    }

    private boolean startsWith(int first, int second, int third) {
        return limit - next >= 3
                && (buffer[next] & 0xFF) == first
                && (buffer[next + 1] & 0xFF) == second
                && (buffer[next + 2] & 0xFF) == third;
    }

    private void skip(int bytes) {
        next += bytes;
        skipped += bytes;
    }

    /** Tries to have so many bytes at hand; whether there is at least one. */
    private boolean require(int bytes) throws IOException {
        while (limit - next < bytes && fill(limit - next)) {
            continue;
        }
        return limit > next;
    }

    /** Reads more, keeping the last bytes of the buffer. */
    private boolean fill(int keep) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (exhausted) {
            return false;
        }
        if (limit - keep > 0) {
            System.arraycopy(buffer, limit - keep, buffer, 0, keep);
            next = 0;
            limit = keep;
        }
        try {
            int count = in.read(buffer, limit, BUFFER - limit);
            exhausted = count < 0;
            limit += Math.max(count, 0);
            return count > 0;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
