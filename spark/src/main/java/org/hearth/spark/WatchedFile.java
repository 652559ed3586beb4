package org.hearth.spark;

import java.io.EOFException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file of rows as it is read, and why its bytes could not be: whoever makes rows of them tells that in the same way as
 * damage.
 */
final class WatchedFile implements InputFile {

    private final FileSystem files;
    private final Path path;
    private final long length;
    private IOException failure;
    private WatchedStream bytes;

    /** @throws IOException if nothing can be said of the file */
    WatchedFile(Path path, Configuration configuration) throws IOException {
        this.path = path;
        files = path.getFileSystem(configuration);
        length = files.getFileStatus(path).getLen();
    }

    @Override
    public long getLength() {
        return length;
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        FSDataInputStream in;
        try {
            in = files.open(path);
        } catch (IOException e) {
            throw failed(e);
        } catch (RuntimeException e) {
            throw failed(new IOException(e));
        }
        bytes = new WatchedStream(in);
        return new DelegatingSeekableInputStream(bytes) {
            @Override
            public long getPos() throws IOException {
                return in.getPos();
            }

            @Override
            public void seek(long place) throws IOException {
                if (place < 0 || place > length) {
                    // the fault of a file that names the place, whatever its file system would say of it
                    throw new EOFException();
                }
                try {
                    in.seek(place);
                } catch (IOException e) {
                    throw failed(e);
                } catch (RuntimeException e) {
                    throw failed(new IOException(e));
                }
            }
        };
    }

    private IOException failed(IOException why) {
        if (failure == null) {
            failure = why;
        }
        return why;
    }

    /** Throws why the file could not be opened, or its bytes not be read, if they could not. */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (bytes != null) {
            bytes.throwFailure();
        }
    }
}
