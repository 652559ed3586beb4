package org.hearth.x12.segment;

import java.io.IOException;

/** Ends the reading of a file before its last segment. Holds nothing of the file. */
public final class BrokenOffException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why no further segment can be read. */
    public enum Reason {
        /** The file holds nothing, or blanks alone. */
        EMPTY,
        /** It does not begin with an interchange header. */
        NO_INTERCHANGE,
        /** What begins is an interchange of another standard than X12. */
        OTHER_STANDARD,
        /** The bytes cannot be had; the exception's cause says why. */
        UNREADABLE,
        /** The bytes end inside an interchange. */
        CUT_OFF,
        /** An element is longer than {@link Segment#LONGEST_ELEMENT}. */
        ELEMENT_TOO_LONG,
        /** A segment is longer than {@link SegmentScanner#LONGEST}. */
        SEGMENT_TOO_LONG,
        /** What follows is not a segment. */
        NO_SEGMENT
    }

    private final Reason reason;

    BrokenOffException(Reason reason, IOException cause) {
        super(reason.name(), cause, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
