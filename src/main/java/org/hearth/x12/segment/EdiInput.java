package org.hearth.x12.segment;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes that StAEDI reads, buffered without a lock (it reads them one by one) and without what may stand before an
 * interchange but which StAEDI refuses: a byte order mark, blanks, line ends, a trailing control-Z. It marks the stream
 * where an interchange ends and nowhere else, so that is where they are taken out.
 */
final class EdiInput extends InputStream {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int limit;
    private int marked;
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
        return require(3) && startsWith('I', 'S', 'A');
    }

    @Override
    public int read() throws IOException {
        if (next == limit && !fill(0)) {
            ended = true;
            return -1;
        }
        return buffer[next++] & 0xFF;
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
