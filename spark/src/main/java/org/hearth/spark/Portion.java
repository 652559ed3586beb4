package org.hearth.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces that stand one after another and are read by one task.
 *
 * @param number which of the run, from 0, those of earlier claims first
 * @param pieces in their order
 */
record Portion(int number, List<Piece> pieces) implements Serializable {

    /** The claims of a portion are fewer: no task reads for that long. */
    private static final int BITS_OF_A_CLAIM = 36;

    Portion {
        pieces = List.copyOf(pieces);
    }

    /** The place of its first claim among all claims of the run. */
    long first() {
        return (long) number << BITS_OF_A_CLAIM;
    }

    /** The last of its pieces. */
    Piece last() {
        return pieces.get(pieces.size() - 1);
    }

    /** The number of the portion in which a claim stands. */
    static int of(long place) {
        return (int) (place >>> BITS_OF_A_CLAIM);
    }

    /**
     * Joins pieces to portions of about so many bytes, so that a folder of small files is not a task a file. A portion ends
     * where a file ends that was cut, whose end is written behind it.
     *
     * @param first the number of the first portion
     * @param bytes a portion has so many, or one piece
     */
    static List<Portion> join(List<Piece> pieces, int first, long bytes) {
        List<Portion> portions = new ArrayList<>();
        List<Piece> filling = new ArrayList<>();
        long filled = 0;
        boolean endsCutFile = false;
        for (Piece piece : pieces) {
            if (!filling.isEmpty() && (endsCutFile || filled + piece.bytes() > bytes)) {
                portions.add(new Portion(first + portions.size(), filling));
                filling = new ArrayList<>();
                filled = 0;
            }
            filling.add(piece);
            filled += piece.bytes();
            endsCutFile = piece.endsCutFile();
        }
        if (!filling.isEmpty()) {
            portions.add(new Portion(first + portions.size(), filling));
        }
        return portions;
    }
}
