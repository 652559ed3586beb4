package org.hearth.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of a file, and why they could not be read: whoever makes claims of them takes that for the end of a file that breaks
 * off, which it is not where a node does not answer.
 */
final class WatchedStream extends FilterInputStream {

    /** Reads from a stream. */
    private interface Reading {
        long read() throws IOException;
    }

    private IOException failure;

    WatchedStream(InputStream in) {
        super(in);
    }

    /** Throws why the bytes could not be read first, if they could not. */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Throws why the bytes could not be read, if another attempt may read them. Whatever a file system says may be of this
     * machine alone: that there is no such file of one that lacks the mount, that a stream ends of a node that was stopped.
     */
    void throwPassing() throws IOException {
        if (!(failure instanceof UnusableFileException)) {
            throwFailure();
        }
    }

    @Override
    public int read() throws IOException {
        return (int) watched(in::read);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return (int) watched(() -> in.read(bytes, offset, length));
    }

    @Override
    public long skip(long count) throws IOException {
        return watched(() -> in.skip(count));
    }

    private long watched(Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException e) {
            throw failed(e);
        } catch (RuntimeException e) {
            // clients of object stores throw these too
            throw failed(new IOException(e));
        }
    }

    private IOException failed(IOException why) {
        if (failure == null) {
            failure = why;
        }
        return why;
    }
}
