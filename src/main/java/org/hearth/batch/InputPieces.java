package org.hearth.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.hearth.json.StreamPoint;
import org.hearth.json.StreamPoints;
import org.hearth.x12.reading.ReadingPoint;
import org.hearth.x12.reading.ReadingPoints;
import org.hearth.x12.reading.X12Item;
import org.hearth.x12.reading.X12Problem;

/**
 * An input cut into pieces, and what is wrong with it as a whole. 837I files are cut at levels (HL), claims as JSON in a row
 * behind a claim; a list of claims in square brackets and what is compressed stay in one piece.
 */
public final class InputPieces implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final List<InputPiece> pieces;
    /** What is wrong with an 837I file itself, and how much more than is listed. */
    private final ArrayList<X12Problem> problems = new ArrayList<>();

    private final int unlisted;
    /** The end of claims as JSON. */
    private final Intake.End rows;

    private InputPieces(
            String file, List<InputPiece> pieces, List<X12Problem> problems, int unlisted, Intake.End rows) {
        this.file = file;
        this.pieces = List.copyOf(pieces);
        this.problems.addAll(problems);
        this.unlisted = unlisted;
        this.rows = rows;
    }

    /**
     * Cuts an input, for which one that can be cut is read to its end.
     *
     * @param in its bytes, gzip or plain; the caller closes it
     * @param file its name without the folder, or {@code null}
     * @param size how many bytes a piece has at least, but the last
     * @throws IOException if it cannot be read
     */
    public static InputPieces of(InputStream in, String file, long size) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        InputKind kind = InputKind.of(buffered);
        return switch (kind) {
            case X12 -> segments(new ReadingPoints(buffered, file, size), file);
            case JSON -> rows(new StreamPoints(buffered, size), file);
            default -> new InputPieces(file, List.of(InputPiece.whole(file)), List.of(), 0, null);
        };
    }

    private static InputPieces segments(ReadingPoints cut, String file) {
        List<InputPiece> pieces = new ArrayList<>();
        ReadingPoint from = null;
        for (ReadingPoint point : cut.points()) {
            pieces.add(new InputPiece(file, InputKind.X12, from, null, point.offset()));
            from = point;
        }
        pieces.add(new InputPiece(file, InputKind.X12, from, null, cut.last()));
        return new InputPieces(file, pieces, cut.problems(), cut.unlisted(), null);
    }

    private static InputPieces rows(StreamPoints cut, String file) {
        List<InputPiece> pieces = new ArrayList<>();
        StreamPoint from = null;
        for (StreamPoint point : cut.points()) {
            pieces.add(new InputPiece(file, InputKind.JSON, null, from, point.offset()));
            from = point;
        }
        pieces.add(new InputPiece(file, InputKind.JSON, null, from, cut.last()));
        return new InputPieces(file, pieces, List.of(), 0, Intakes.end(cut.whole(), cut.any(), file));
    }

    /** The pieces, in the order of the input; at least one. */
    public List<InputPiece> pieces() {
        return pieces;
    }

    /**
     * The end of the input, as a reader of the whole input tells it.
     *
     * @param ends of all pieces, in their order
     */
    public Intake.End end(List<PieceEnd> ends) {
        if (rows != null) {
            return rows;
        }
        if (ends.get(0).whole() != null) {
            return ends.get(0).whole();
        }
        List<X12Item.End> parts = ends.stream().map(PieceEnd::x12).toList();
        return Intakes.end(X12Item.End.of(parts, problems, unlisted), file);
    }
}
