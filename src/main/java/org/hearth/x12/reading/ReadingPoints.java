package org.hearth.x12.reading;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Where reading of an 837I file can begin, found in one pass that puts no claim together and passes over most of what
 * stands in claims. Reads the file to its end when it is made.
 */
public final class ReadingPoints {

    private final List<ReadingPoint> points = new ArrayList<>();
    private final X12Item.End end;
    private final long last;

    /**
     * Reads a file.
     *
     * @param in the file's bytes, not compressed; the caller closes it
     * @param file the file's name, without its folder, for locations
     * @param size how many bytes there are at least from the file's first byte to the first point, and from point to point
     */
    public ReadingPoints(InputStream in, String file, long size) {
        GuidedReader reader = new GuidedReader(in, file, null, new Noting(size));
        X12Item item = reader.next();
        while (!(item instanceof X12Item.End)) {
            item = reader.next();
        }
        end = (X12Item.End) item;
        last = reader.end();
    }

    /** The points, in the order of the file; none at its first byte. */
    public List<ReadingPoint> points() {
        return List.copyOf(points);
    }

    /** What is wrong with the file itself, the first twenty in the order of the file. */
    public List<X12Problem> problems() {
        return end.problems();
    }

    /** How many more problems there are than {@link #problems} lists. */
    public int unlisted() {
        return end.unlisted();
    }

    /** How many bytes of the file were read: all, or to where it cannot be read on. */
    public long last() {
        return last;
    }

    private final class Noting implements GuidedReader.Extent {

        private final long size;
        private long wanted;

        Noting(long size) {
            this.size = size;
            wanted = size;
        }

        @Override
        public boolean reaches(GuidedReader reader) {
            if (reader.offset() >= wanted && reader.canBeLeft()) {
                points.add(reader.point());
                wanted = reader.offset() + size;
            }
            return true;
        }

        @Override
        public boolean readsClaims() {
            return false;
        }
    }
}
