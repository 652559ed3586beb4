package org.hearth.x12.segment;

import java.io.InputStream;

/**
 * Reads an X12 file segment by segment, with any delimiters, and counts the segments of a transaction set. It does not know
 * what they mean. Not safe for use by several threads.
 */
public final class SegmentReader {

    private final SegmentScanner scanner;
    private final Segment segment = new Segment();

    private int position;

    /** @param in the file's bytes, not compressed; the caller closes it */
    public SegmentReader(InputStream in) {
        scanner = new SegmentScanner(in);
    }

    /**
     * Begins inside a transaction set.
     *
     * @param in the file's bytes from there on; the caller closes it
     */
    public SegmentReader(InputStream in, SegmentPoint from) {
        scanner = new SegmentScanner(in, from.offset(), from.delimiters());
        position = from.position() - 1;
    }

    /** Where the segment begins that {@link #next()} went to, in a transaction set. */
    public SegmentPoint point() {
        return new SegmentPoint(segment.offset(), scanner.delimiters(), segment.position());
    }

    /** The segment that the reader is at, always the same object; without a tag before the first. */
    public Segment segment() {
        return segment;
    }

    /** How many bytes of the file were read: to the end of the last segment, or to where it cannot be read on. */
    public long offset() {
        return scanner.position();
    }

    /**
     * Goes to the tag of the next segment; its elements are still to be read.
     *
     * @return whether there is one
     */
    public boolean next() throws BrokenOffException {
        if (!scanner.next()) {
            return false;
        }
        segment.begin(scanner.tag(), count(scanner.tag()), scanner.offset());
        if (scanner.tag().equals("SE")) {
            position = 0;
        }
        return true;
    }

    /** Reads the elements of the segment that {@link #next()} went to. */
    public void readElements() throws BrokenOffException {
        scanner.readOn();
        segment.take(scanner);
    }

    /** Passes over the elements of the segment that {@link #next()} went to. */
    public void passElements() throws BrokenOffException {
        scanner.readOn();
    }

    /** Which segment of the transaction set it is, ST being 1; 0 outside of one. */
    private int count(String tag) {
        position = switch (tag) {
            case "ST" -> 1;
            case "ISA", "GS", "GE", "IEA" -> 0;
            default -> position == 0 ? 0 : position + 1;
        };
        return position;
    }
}
