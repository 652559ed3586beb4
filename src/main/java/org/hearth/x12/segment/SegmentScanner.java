package org.hearth.x12.segment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.hearth.x12.segment.BrokenOffException.Reason;

/**
 * Finds the segments of an X12 file as bytes, and where they begin and end, with any delimiters. It knows no segment but
 * the header and the trailer of an interchange, which set and end the delimiters. Between segments it passes over blanks
 * and line ends, before an interchange over byte order marks too. It holds one segment of at most {@link #LONGEST} bytes.
 * Not safe for use by several threads.
 */
public final class SegmentScanner {

    /** How many bytes a segment may have. */
    public static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;
    private static final int TAGS = 1 << 10;

    private final InputStream in;
    private final String[] tags = new String[TAGS];
    private final int[] keys = new int[TAGS];

    private byte[] buffer = new byte[BUFFER];
    private int start;
    private int next;
    private int limit;
    private long dropped;
    private boolean exhausted;
    private IOException failure;

    private Delimiters delimiters;
    private String tag;
    private int elements;
    private boolean odd;
    private boolean header;
    private int headerLength;

    /** @param in the file's bytes, not compressed; the caller closes it */
    public SegmentScanner(InputStream in) {
        this.in = in;
    }

    /**
     * Begins inside an interchange.
     *
     * @param in the file's bytes from the tag of a segment on; the caller closes it
     * @param offset how many bytes of the file precede them
     * @param delimiters those of the interchange
     */
    SegmentScanner(InputStream in, long offset, Delimiters delimiters) {
        this.in = in;
        this.delimiters = delimiters;
        dropped = offset;
        tag = "";
    }

    /** The tag of the segment at hand, two or three letters and digits. */
    public String tag() {
        return tag;
    }

    /** How many bytes of the file precede the segment at hand. */
    public long offset() {
        return dropped + start;
    }

    /** How many bytes of the file were read up to here: to the tag of the segment at hand, or to its end. */
    public long position() {
        return dropped + next;
    }

    /** What the delimiters of the interchange at hand are; {@code null} before the first. */
    public Delimiters delimiters() {
        return delimiters;
    }

    /** Holds the segment at hand from {@link #start()} to before {@link #end()}; used again for the next. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the segment at hand begins in the buffer. */
    public int start() {
        return start;
    }

    /** Where the segment at hand ends in the buffer, after its terminator. */
    public int end() {
        return next;
    }

    /** Where in the buffer the separator stands that ends the tag, or the terminator of a segment without elements. */
    int elements() {
        return elements;
    }

    /** Whether the segment at hand is the one that begins an interchange. */
    boolean isHeader() {
        return header;
    }

    /** Whether the segment at hand has control characters or line ends in its elements. */
    boolean isOdd() {
        return odd;
    }

    /**
     * Goes to the tag of the next segment, and reads no further than what stands behind it.
     *
     * @return whether there is one
     */
    public boolean next() throws BrokenOffException {
        try {
            start = next;
            if (delimiters == null) {
                if (!toInterchange()) {
                    throw new BrokenOffException(Reason.EMPTY, null);
                }
                if (!isAt('I', 'S', 'A')) {
                    throw new BrokenOffException(Reason.NO_INTERCHANGE, null);
                }
                openInterchange();
            } else if (tag.equals("IEA")) {
                if (!toInterchange()) {
                    return false;
                }
                if (!isAt('I', 'S', 'A')) {
                    boolean edifact = isAt('U', 'N', 'A') || isAt('U', 'N', 'B');
                    next++;
                    throw new BrokenOffException(edifact ? Reason.OTHER_STANDARD : Reason.NO_SEGMENT, null);
                }
                openInterchange();
            } else {
                toSegment();
                readTag();
                header = false;
            }
            return true;
        } catch (IOException e) {
            throw new BrokenOffException(Reason.UNREADABLE, e);
        }
    }

    /** Reads the segment at hand to its terminator. */
    public void readOn() throws BrokenOffException {
        try {
            int terminator = delimiters.segment();
            int component = delimiters.component();
            int element = delimiters.element();
            int repetition = delimiters.repetition();
            int length = 0;
            odd = false;
            if (header) {
                // its elements may hold the delimiters, which it sets
                next = start + headerLength;
                odd = headerLength > Delimiters.HEADER;
                return;
            }
            while (true) {
                if (next == limit) {
                    more();
                }
                int read = buffer[next++] & 0xFF;
                if (read == terminator) {
                    return;
                }
                if (read == element || read == component || read == repetition) {
                    length = 0;
                } else if (read >= ' ') {
                    if (++length > Segment.LONGEST_ELEMENT) {
                        throw new BrokenOffException(Reason.ELEMENT_TOO_LONG, null);
                    }
                } else {
                    odd = true;
                }
            }
        } catch (IOException e) {
            throw new BrokenOffException(Reason.UNREADABLE, e);
        }
    }

    /** Passes over what may stand before an interchange; whether anything is left. */
    private boolean toInterchange() throws IOException {
        while (require(3)) {
            int blank = isBlank(buffer[next]) ? 1 : isAt(0xEF, 0xBB, 0xBF) ? 3 : 0;
            if (blank == 0) {
                return true;
            }
            pass(blank);
        }
        return false;
    }

    /** Learns the delimiters; lines may be wrapped within the header too. */
    private void openInterchange() throws IOException, BrokenOffException {
        byte[] plain = new byte[Delimiters.HEADER];
        int length = 0;
        while (length < plain.length) {
            if (next == limit) {
                more();
            }
            byte read = buffer[next++];
            boolean lineEnd = read == '\r' || read == '\n';
            if (!lineEnd || Delimiters.mayBeLineEnd(plain, length, read)) {
                plain[length++] = read;
            }
        }
        delimiters = Delimiters.of(plain);
        if (delimiters == null) {
            throw new BrokenOffException(Reason.NO_SEGMENT, null);
        }
        header = true;
        headerLength = next - start;
        tag = "ISA";
        next = start + tag.length();
        elements = next;
    }

    /** Passes over blanks and line ends before a segment. */
    private void toSegment() throws IOException, BrokenOffException {
        while (true) {
            if (next == limit) {
                more();
            }
            int read = buffer[next] & 0xFF;
            if (read > ' ' || read == delimiters.segment()) {
                return;
            }
            pass(1);
        }
    }

    /** Reads two or three letters or digits; a line may be wrapped within them. */
    private void readTag() throws IOException, BrokenOffException {
        int length = 0;
        int key = 0;
        while (true) {
            if (next == limit) {
                more();
            }
            int read = buffer[next++] & 0xFF;
            if (read == delimiters.element() || read == delimiters.segment()) {
                if (length < 2) {
                    throw new BrokenOffException(Reason.NO_SEGMENT, null);
                }
                elements = --next;
                tag = pooled(key);
                return;
            }
            if (read >= ' ') {
                if (length == 3 || !isLetterOrDigit(read)) {
                    throw new BrokenOffException(Reason.NO_SEGMENT, null);
                }
                key = key << 8 | read;
                length++;
            }
        }
    }

    private static boolean isLetterOrDigit(int read) {
        return read >= 'A' && read <= 'Z' || read >= 'a' && read <= 'z' || read >= '0' && read <= '9';
    }

    /** The tag of these two or three characters: one string for each that comes again. */
    private String pooled(int key) {
        int slot = (key ^ key >>> 7) & TAGS - 1;
        if (tags[slot] == null || keys[slot] != key) {
            keys[slot] = key;
            tags[slot] = (key > 0xFFFF ? String.valueOf((char) (key >> 16)) : "")
                    + (char) (key >> 8 & 0xFF)
                    + (char) (key & 0xFF);
        }
        return tags[slot];
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ' || b == 0x7F;
    }

    private boolean isAt(int first, int second, int third) {
        return limit - next >= 3
                && (buffer[next] & 0xFF) == first
                && (buffer[next + 1] & 0xFF) == second
                && (buffer[next + 2] & 0xFF) == third;
    }

    private void pass(int bytes) {
        next += bytes;
        start = next;
    }

    /** Tries to have so many bytes at hand; whether there is at least one. */
    private boolean require(int bytes) throws IOException {
        while (limit - next < bytes && fill()) {
            continue;
        }
        return limit > next;
    }

    /** Has another byte of the segment at hand. */
    private void more() throws IOException, BrokenOffException {
        if (next - start > LONGEST) {
            throw new BrokenOffException(Reason.SEGMENT_TOO_LONG, null);
        }
        if (!fill()) {
            throw new BrokenOffException(Reason.CUT_OFF, null);
        }
    }

    /** Reads more, keeping the segment at hand. */
    private boolean fill() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (exhausted) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            dropped += start;
            next -= start;
            limit -= start;
            elements -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int count = in.read(buffer, limit, buffer.length - limit);
            exhausted = count < 0;
            limit += Math.max(count, 0);
            return count > 0;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
