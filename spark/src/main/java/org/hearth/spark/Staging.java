package org.hearth.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of an answer: made beside it, under a name of this run alone, and put in its place when it is whole. The mark
 * {@value #SUCCESS} comes last. What a run that died has left is deleted by the next to the same place.
 */
final class Staging {

    /** Says that the answer is whole. */
    static final String SUCCESS = "_SUCCESS";

    private static final String ATTEMPTS = "_attempts";

    private final FileSystem files;
    private final Path out;
    private final Path unfinished;
    private final Path staging;

    /**
     * @param out where the answer goes
     * @throws IOException if there is something else than an answer, which is not replaced
     */
    Staging(String out, Configuration configuration) throws IOException {
        Path given = new Path(out);
        files = given.getFileSystem(configuration);
        this.out = given.makeQualified(files.getUri(), files.getWorkingDirectory());
        unfinished = this.out.suffix(".unfinished");
        staging = new Path(unfinished, UUID.randomUUID().toString());
        if (files.exists(this.out) && !isReplaceable()) {
            throw new UnusableFileException("`" + out
                    + "` is there and is no answer of an earlier run; name another folder," + " or delete it");
        }
        files.delete(unfinished, true);
        files.mkdirs(staging);
    }

    private boolean isReplaceable() throws IOException {
        return files.getFileStatus(out).isDirectory()
                && (files.exists(new Path(out, SUCCESS)) || files.listStatus(out).length == 0);
    }

    /** The folder in which the answer is made. */
    String folder() {
        return staging.toString();
    }

    /** Puts the answer in its place. */
    void publish() throws IOException {
        files.delete(new Path(staging, ATTEMPTS), true);
        Path replaced = new Path(unfinished, "replaced");
        if (files.exists(out)) {
            rename(out, replaced);
        }
        rename(staging, out);
        files.create(new Path(out, SUCCESS)).close();
        files.delete(unfinished, true);
    }

    /** Takes away what was made. */
    void discard() throws IOException {
        files.delete(unfinished, true);
    }

    private void rename(Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException("cannot rename " + from + " to " + to);
        }
    }

    /**
     * The files that one attempt of a task makes, moved into the staging folder when they are whole. Another attempt makes the
     * same files with the same bytes, so that it does not matter whose are kept.
     */
    static final class Attempt {

        private final FileSystem files;
        private final Path staging;
        private final Path own;

        /** @param name of this attempt alone */
        Attempt(String staging, String name, Configuration configuration) throws IOException {
            this.staging = new Path(staging);
            files = this.staging.getFileSystem(configuration);
            own = new Path(new Path(this.staging, ATTEMPTS), name);
        }

        /** Where to write a file. @param path in the answer's folder */
        Path file(String path) {
            return new Path(own, path);
        }

        FileSystem files() {
            return files;
        }

        /** Moves what was written into the answer. */
        void commit() throws IOException {
            move(own, staging);
            files.delete(own, true);
        }

        private void move(Path from, Path to) throws IOException {
            for (FileStatus one : files.listStatus(from)) {
                Path target = new Path(to, one.getPath().getName());
                if (one.isDirectory()) {
                    files.mkdirs(target);
                    move(one.getPath(), target);
                } else if (!files.rename(one.getPath(), target) && !isThere(target, one.getLen())) {
                    throw new IOException("cannot rename " + one.getPath() + " to " + target);
                }
            }
        }

        private boolean isThere(Path target, long length) throws IOException {
            try {
                return files.getFileStatus(target).getLen() == length;
            } catch (FileNotFoundException e) {
                return false;
            }
        }
    }
}
