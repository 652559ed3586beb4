package org.hearth.spark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.hearth.batch.Defects;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.batch.PieceEnd;
import org.hearth.batch.PieceIntake;
import org.hearth.json.Problems;

/**
 * The claims of a piece. A file that is torn or damaged ends there and says so; that its file system does not give its bytes
 * is thrown and ends the task, as another attempt may be given them.
 */
final class PieceReader implements Intake, AutoCloseable {

    /** How an input is read. */
    interface Opening {
        Intake open(InputStream in, String name) throws IOException;
    }

    private final Piece piece;
    private final Configuration configuration;
    private final Opening opening;
    private final boolean claimsAlone;
    private WatchedStream in;
    private Intake claims;
    private PieceIntake cut;
    private boolean defect;

    PieceReader(Piece piece, Configuration configuration, Opening opening) {
        this(piece, configuration, opening, false);
    }

    private PieceReader(Piece piece, Configuration configuration, Opening opening, boolean claimsAlone) {
        this.piece = piece;
        this.configuration = configuration;
        this.opening = opening;
        this.claimsAlone = claimsAlone;
    }

    /** A reader of claims that are judged elsewhere, so that nobody asks where they leave the guide of an 837I. */
    static PieceReader ofClaims(Piece piece, Configuration configuration) {
        return new PieceReader(piece, configuration, Intakes::withoutGuide, true);
    }

    /** Whether a fault of Hearth's own kept the piece from being read whole. */
    boolean defect() {
        return defect;
    }

    @Override
    public Item next() throws IOException {
        if (piece.input().broken() != null) {
            return broken(piece.input().broken());
        }
        if (in == null) {
            open();
        }
        try {
            if (claims == null) {
                claims = piece.cut() == null ? opening.open(in, piece.input().name()) : cut();
            }
            Item item = claims.next();
            if (item instanceof End) {
                in.throwFailure();
            }
            in.throwPassing();
            return item;
        } catch (UnusableFileException | EOFException | ZipException e) {
            in.throwPassing();
            requireWhole(e);
            return broken(Inputs.reason(e));
        } catch (RuntimeException e) {
            in.throwPassing();
            requireWhole(e);
            defect = true;
            return broken(Defects.problem(e).detail());
        }
    }

    /** A file that was cut could be read then; that it cannot be now is told by nothing but the end of the run. */
    private <E extends Exception> void requireWhole(E why) throws E {
        if (piece.cut() != null) {
            throw why;
        }
    }

    private End broken(String reason) {
        return new End(piece.input().path(), Problems.of(400, "input not whole", reason));
    }

    private Intake cut() throws IOException {
        if (claimsAlone) {
            return piece.cut().openClaims(in);
        }
        cut = piece.cut().open(in);
        return cut;
    }

    /** What a piece of a file that was cut says of the end of that, once the piece has ended. */
    PieceEnd end() {
        return cut.end();
    }

    private void open() throws IOException {
        Path path = new Path(piece.input().path());
        if (piece.input().kind() == Input.Kind.PARQUET) {
            in = new WatchedStream(new ParquetClaims(path, configuration));
            return;
        }
        FSDataInputStream file = path.getFileSystem(configuration).open(path);
        in = new WatchedStream(file);
        if (piece.cut() != null) {
            file.seek(piece.cut().offset());
        }
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
