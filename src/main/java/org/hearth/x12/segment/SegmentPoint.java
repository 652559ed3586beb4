package org.hearth.x12.segment;

import java.io.Serializable;

/**
 * Where inside an interchange a segment begins.
 *
 * @param offset how many bytes of the file precede its tag
 * @param delimiters those of the interchange
 * @param position which segment of its transaction set it is, ST being 1
 */
public record SegmentPoint(long offset, Delimiters delimiters, int position) implements Serializable {}
