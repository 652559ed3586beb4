package org.hearth.spark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.SerializableConfiguration;
import org.hearth.batch.InputKind;
import org.hearth.batch.InputPieces;
import org.hearth.batch.Unzipped;

/**
 * Looks into a file: what it holds, and where it is cut if it is large. One that is not there or closed to this machine is
 * broken.
 */
final class Looking implements Function<Input, CutFile> {

    private static final long serialVersionUID = 1L;

    private static final int MAGIC = 4;

    private final SerializableConfiguration configuration;
    private final long size;

    /** @param size of a piece, in bytes; a smaller file is not cut */
    Looking(SerializableConfiguration configuration, long size) {
        this.configuration = configuration;
        this.size = size;
    }

    @Override
    public CutFile call(Input input) throws IOException {
        if (input.broken() != null) {
            return new CutFile(input, null);
        }
        try {
            Input looked = input.of(kind(input));
            return new CutFile(
                    looked, looked.kind() == Input.Kind.PARQUET || input.bytes() <= size ? null : cut(looked));
        } catch (FileNotFoundException | AccessDeniedException | AccessControlException e) {
            return new CutFile(Input.broken(input.number(), input.path(), Inputs.reason(e)), null);
        }
    }

    private Input.Kind kind(Input input) throws IOException {
        try (WatchedStream bytes = open(input);
                BufferedInputStream in = new BufferedInputStream(bytes)) {
            in.mark(MAGIC);
            byte[] begin = in.readNBytes(MAGIC);
            in.reset();
            if (ParquetClaims.begins(begin)) {
                return Input.Kind.PARQUET;
            }
            return isX12(in, bytes) ? Input.Kind.X12 : Input.Kind.OTHER;
        }
    }

    private static boolean isX12(BufferedInputStream in, WatchedStream bytes) throws IOException {
        if (InputKind.of(in) != InputKind.GZIP) {
            return InputKind.of(in) == InputKind.X12;
        }
        try {
            return InputKind.of(new BufferedInputStream(new Unzipped(in))) == InputKind.X12;
        } catch (EOFException | ZipException e) {
            bytes.throwFailure();
            // whoever reads it says what is wrong with it
            return false;
        }
    }

    private InputPieces cut(Input input) throws IOException {
        try (WatchedStream in = open(input)) {
            InputPieces cut = cut(in, input);
            in.throwFailure();
            return cut == null || cut.pieces().size() == 1 ? null : cut;
        }
    }

    private InputPieces cut(InputStream in, Input input) throws IOException {
        try {
            return InputPieces.of(in, input.name(), size);
        } catch (RuntimeException e) {
            // a fault of our own: whoever reads the whole file meets it again, and says so in the file's place
            return null;
        }
    }

    private WatchedStream open(Input input) throws IOException {
        return open(input, configuration.value());
    }

    private static WatchedStream open(Input input, Configuration hadoop) throws IOException {
        Path path = new Path(input.path());
        FileSystem files = path.getFileSystem(hadoop);
        return new WatchedStream(files.open(path));
    }

    /**
     * Sees to it that an input that an executor has not found, or may not read, is not there for this machine either: else it is
     * no input that is gone, but an executor that lacks what the others have.
     *
     * @throws UnusableFileException if it is there
     */
    static void requireBroken(Input input, Configuration hadoop) throws IOException {
        try (WatchedStream in = open(input, hadoop)) {
            in.read();
        } catch (FileNotFoundException | AccessDeniedException | AccessControlException e) {
            return;
        }
        throw new UnusableFileException("`" + input.path() + "` can be read here, and on an executor not ("
                + input.broken() + "); let all executors see the same files with the same rights");
    }
}
