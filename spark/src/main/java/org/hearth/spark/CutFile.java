package org.hearth.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.hearth.batch.InputPiece;
import org.hearth.batch.InputPieces;

/**
 * A file that somebody has looked into.
 *
 * @param input the file
 * @param cut how it was cut; {@code null} if it is read as a whole
 */
record CutFile(Input input, InputPieces cut) implements Serializable {

    /** What is read of it by one task each, in the order of the file. */
    List<Piece> pieces() {
        if (cut == null) {
            return List.of(Piece.whole(input));
        }
        List<Piece> pieces = new ArrayList<>();
        List<InputPiece> found = cut.pieces();
        for (int index = 0; index < found.size(); index++) {
            InputPiece piece = found.get(index);
            boolean last = index == found.size() - 1;
            long end = last ? input.bytes() : found.get(index + 1).offset();
            pieces.add(new Piece(input, piece, last, end - piece.offset()));
        }
        return pieces;
    }
}
