package org.hearth.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Where reading of an input of claims can begin, found in one pass that reads no claim. Reads it to its end when it is made. */
public final class StreamPoints {

    private final List<StreamPoint> points = new ArrayList<>();
    private final boolean whole;
    private final long items;
    private final long last;

    /**
     * Reads an input of claims in a row; of a bracketed list nothing is known but that it cannot be begun inside.
     *
     * @param input UTF-8, with or without a byte order mark; the caller closes it
     * @param size how many bytes there are at least from the input's first byte to the first point, and from point to point
     * @throws IOException if the input itself fails
     */
    public StreamPoints(InputStream input, long size) throws IOException {
        Frames frames = new Frames(new Source(input));
        long place = 0;
        long wanted = size;
        Frame frame = frames.next();
        while (frame != null && !frames.inList() && !ClaimStream.ends(frame)) {
            place++;
            if (frames.offset() >= wanted) {
                points.add(frames.point(place));
                wanted = frames.offset() + size;
            }
            frame = frames.next();
        }
        whole = frame == null;
        items = place + (whole ? 0 : 1);
        last = frames.offset();
    }

    /** The points, in the order of the input; none at its first byte. */
    public List<StreamPoint> points() {
        return List.copyOf(points);
    }

    /** Whether the input is a row of items that was read to its end. */
    public boolean whole() {
        return whole;
    }

    /** Whether there is any item. */
    public boolean any() {
        return items > 0;
    }

    /** How many bytes were read. */
    public long last() {
        return last;
    }
}
