package org.hearth.x12;

/** Is shown every segment of a file, as it stands, before anything that the reader makes of it is yielded. */
@FunctionalInterface
interface SegmentListener {

    /** @param segment the one just read; it is used again for the next */
    void read(Segment segment);
}
