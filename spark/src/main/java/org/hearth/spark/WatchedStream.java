package org.hearth.spark;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.security.AccessControlException;

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

    /** Whether a file that cannot be read for this reason cannot be read by a second attempt either. */
    static boolean lasts(IOException why) {
        return why instanceof FileNotFoundException
                || why instanceof AccessControlException
                || why instanceof EOFException
                || why instanceof ZipException
                || why instanceof UnusableFileException;
    }

    /** Throws why the bytes could not be read first, if they could not. */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Throws why the bytes could not be read, if a second attempt may read them. */
    void throwPassing() throws IOException {
        if (failure != null && !lasts(failure)) {
            throw failure;
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
            if (failure == null) {
                failure = e;
            }
            throw e;
        }
    }
}
