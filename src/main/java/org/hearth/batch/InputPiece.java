package org.hearth.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.hearth.json.ClaimItem;
import org.hearth.json.ClaimStream;
import org.hearth.json.StreamPoint;
import org.hearth.x12.reading.GuidedReader;
import org.hearth.x12.reading.ReadingPoint;
import org.hearth.x12.reading.X12Item;
import org.hearth.x12.reading.X12Reader;

/**
 * A piece of an input, which can be read without what stands before it. Its claims, and why some cannot be read, are those
 * that a reader of the whole input yields there. Holds the member id of a subscriber.
 *
 * @param file the input's name without the folder, or {@code null}
 * @param kind {@link InputKind#X12} or {@link InputKind#JSON}; {@code null} for an input that is not cut, of whatever kind
 * @param x12 where it begins in an 837I file; {@code null} at the first byte
 * @param json where it begins in claims as JSON; {@code null} at the first byte
 * @param until how many bytes of the input precede the next piece; of the last piece, where its reader must end
 */
public record InputPiece(String file, InputKind kind, ReadingPoint x12, StreamPoint json, long until)
        implements Serializable {

    /** An input as one piece, of any kind, gzip or plain. */
    public static InputPiece whole(String file) {
        return new InputPiece(file, null, null, null, Long.MAX_VALUE);
    }

    /** How many bytes of the input precede it. */
    public long offset() {
        return x12 != null ? x12.offset() : json != null ? json.offset() : 0;
    }

    /**
     * Opens it.
     *
     * @param in the input's bytes from {@link #offset} on; they are read a little further than the piece reaches, and the
     *     caller closes them
     * @throws IOException if it cannot be read
     */
    public PieceIntake open(InputStream in) throws IOException {
        if (kind == null) {
            return new Whole(Intakes.open(in, file));
        }
        return kind == InputKind.X12
                ? new Segments(new GuidedReader(in, file, x12, until))
                : new Rows(new ClaimStream(in, file, json, until));
    }

    /**
     * Opens it for its claims alone, which do not say where an 837I file leaves its guide; nor does the end of a piece of one
     * say whether that is the file that was cut.
     *
     * @param in as for {@link #open}
     * @throws IOException if it cannot be read
     */
    public Intake openClaims(InputStream in) throws IOException {
        if (kind == null) {
            return Intakes.withoutGuide(in, file);
        }
        return kind == InputKind.X12 ? Intakes.x12(new X12Reader(in, file, x12, until)::next, file) : open(in);
    }

    /** Names the place only. */
    @Override
    public String toString() {
        return "InputPiece[" + offset() + " to " + until + "]";
    }

    private Intake.End ended(long at) throws IOException {
        if (at != until) {
            throw new IOException("the input ends otherwise than it did when it was cut into pieces");
        }
        return new Intake.End(file, null);
    }

    private static final class Whole implements PieceIntake {

        private final Intake input;
        private Intake.End last;

        Whole(Intake input) {
            this.input = input;
        }

        @Override
        public Item next() throws IOException {
            Item item = input.next();
            if (item instanceof End ended) {
                last = ended;
                return new End(ended.file(), null);
            }
            return item;
        }

        @Override
        public PieceEnd end() {
            return new PieceEnd(last, null);
        }
    }

    private final class Segments implements PieceIntake {

        private final GuidedReader reader;
        private X12Item.End last;

        Segments(GuidedReader reader) {
            this.reader = reader;
        }

        @Override
        public Item next() throws IOException {
            X12Item item = reader.next();
            if (item instanceof X12Item.End ended) {
                last = ended;
                return ended(reader.end());
            }
            return Intakes.ofClaim(item, file);
        }

        @Override
        public PieceEnd end() {
            return new PieceEnd(null, last);
        }
    }

    private final class Rows implements PieceIntake {

        private final ClaimStream claims;

        Rows(ClaimStream claims) {
            this.claims = claims;
        }

        @Override
        public Item next() throws IOException {
            ClaimItem item = claims.next().orElse(null);
            return item == null ? ended(claims.offset()) : Intakes.ofClaim(item, file);
        }

        @Override
        public PieceEnd end() {
            return new PieceEnd(null, null);
        }
    }
}
