package org.hearth.x12.segment;

/** Is shown every segment of a file, as it stands, before anything that the reader makes of it is yielded. */
@FunctionalInterface
public interface SegmentListener {

    /** @param segment the one just read; it is used again for the next */
    void read(Segment segment);
}
