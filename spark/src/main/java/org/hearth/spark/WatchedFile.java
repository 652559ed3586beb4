package org.hearth.spark;

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
        FSDataInputStream in = files.open(path);
        bytes = new WatchedStream(in);
        return new DelegatingSeekableInputStream(bytes) {
            @Override
            public long getPos() throws IOException {
                return in.getPos();
            }

            @Override
            public void seek(long place) throws IOException {
                in.seek(place);
            }
        };
    }

    /** Throws why the bytes could not be read, if they could not. */
    void throwFailure() throws IOException {
        if (bytes != null) {
            bytes.throwFailure();
        }
    }
}
