package org.hearth.spark;

import java.io.Serializable;
import org.hearth.batch.InputPiece;

/**
 * A part of an input that is read by one task.
 *
 * @param input the file
 * @param cut where it begins and ends in a file that was cut; {@code null} for a whole file
 * @param last whether its file ends with it
 * @param bytes how many bytes are read for it
 */
record Piece(Input input, InputPiece cut, boolean last, long bytes) implements Serializable {

    /** A whole file. */
    static Piece whole(Input input) {
        return new Piece(input, null, true, input.bytes());
    }

    /** Whether a file that was cut ends with it: what is to be said of that as a whole, only the driver knows. */
    boolean endsCutFile() {
        return cut != null && last;
    }

    /** Names the place only. */
    @Override
    public String toString() {
        return "Piece[" + bytes + "]";
    }
}
