package org.hearth.spark;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The files of this machine under another scheme, where listing a folder, opening a file, finding a place in it, reading on in its first bytes
 * or beyond them fails when it is told to.
 */
public final class FailingFiles extends RawLocalFileSystem {

    private static final String SCHEME = "failing";

    /** Further than what is looked at to tell what a file holds, and than what is read ahead first. */
    private static final long REACHED = 1 << 16;

    /** So many bytes are read first, less than is packed of a file. */
    private static final long FIRST = 16;

    private static final AtomicReference<Exception> NEXT = new AtomicReference<>();
    private static volatile Step failing = Step.READING;

    /** What can fail. */
    enum Step {
        LISTING,
        LISTING_INNER,
        OPENING,
        BEGINNING,
        SEEKING,
        READING
    }

    /** A configuration that has these files too. */
    static Configuration in(Configuration configuration) {
        configuration.setClass("fs." + SCHEME + ".impl", FailingFiles.class, FileSystem.class);
        return configuration;
    }

    /** The name of a file by this scheme. */
    static String path(java.nio.file.Path file) {
        return SCHEME + "://" + file.toAbsolutePath();
    }

    /** Lets one reading of a file fail. */
    static void failOnce(Exception why) {
        failOnce(Step.READING, why);
    }

    /** Lets one step fail. */
    static void failOnce(Step step, Exception why) {
        failing = step;
        NEXT.set(why);
    }

    /** Whether what was to fail has failed. */
    static boolean hasFailed() {
        return NEXT.get() == null;
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
        fail(Step.OPENING);
        return new FSDataInputStream(new Failing(super.open(path, buffer)));
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        fail(path.getName().equals("inner") ? Step.LISTING_INNER : Step.LISTING);
        return super.listStatus(path);
    }

    private static void fail(Step step) throws IOException {
        Exception why = failing == step ? NEXT.getAndSet(null) : null;
        if (why instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (why != null) {
            throw (IOException) why;
        }
    }

    private static final class Failing extends FSInputStream {

        private final FSDataInputStream in;

        Failing(FSDataInputStream in) {
            this.in = in;
        }

        private void reading() throws IOException {
            if (getPos() > 0) {
                FailingFiles.fail(getPos() >= REACHED ? Step.READING : Step.BEGINNING);
            }
        }

        @Override
        public int read() throws IOException {
            reading();
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            reading();
            return in.read(bytes, offset, (int) Math.min(length, getPos() == 0 ? FIRST : REACHED));
        }

        @Override
        public void seek(long place) throws IOException {
            FailingFiles.fail(Step.SEEKING);
            in.seek(place);
        }

        @Override
        public long getPos() throws IOException {
            return in.getPos();
        }

        @Override
        public boolean seekToNewSource(long place) {
            return false;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
