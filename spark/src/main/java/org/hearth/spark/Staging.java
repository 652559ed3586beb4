package org.hearth.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of an answer: made beside it, under a name of this run alone, and put in its place when it is whole, marked
 * {@value #SUCCESS} by then. What it replaces lies beside it until then, and is put back by whoever finds nothing in its
 * place.
 */
final class Staging {

    /** Says that the answer is whole. */
    static final String SUCCESS = "_SUCCESS";

    private static final String ATTEMPTS = "_attempts";

    /** A run that goes on writes something more often. */
    private static final Duration OLD = Duration.ofDays(1);

    private final FileSystem files;
    private final Path out;
    private final Path replaced;
    private final Path staging;

    /**
     * @param out where the answer goes
     * @param inputs the files and folders that are read
     * @throws IOException if there is something else than an answer, which is not replaced, or an input is or would be in it
     *     or around it
     */
    Staging(String out, List<String> inputs, Configuration configuration) throws IOException {
        this.out = qualified(out, configuration);
        files = this.out.getFileSystem(configuration);
        replaced = this.out.suffix(".replaced");
        String unfinished = this.out.getName() + ".unfinished-";
        staging = new Path(this.out.getParent(), unfinished + UUID.randomUUID());
        for (String input : inputs) {
            requireApart(out, input, qualified(input, configuration));
        }
        restore();
        if (files.exists(this.out) && !isAnswer() && !isEmpty()) {
            throw new UnusableFileException("`" + out
                    + "` is there and is no answer of an earlier run; name another folder," + " or delete it");
        }
        clear(unfinished);
        files.mkdirs(staging);
    }

    private static Path qualified(String name, Configuration configuration) throws IOException {
        Path path = new Path(name);
        FileSystem files = path.getFileSystem(configuration);
        return path.makeQualified(files.getUri(), files.getWorkingDirectory());
    }

    private void requireApart(String named, String input, Path read) throws UnusableFileException {
        if (isIn(out, read) || isIn(read, out)) {
            throw new UnusableFileException("`--out " + named + "` and the input `" + input
                    + "` are one, or one lies in the other; name a folder apart from what is read");
        }
    }

    private static boolean isIn(Path inner, Path outer) {
        for (Path at = inner; at != null; at = at.getParent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** Other programs mark their folders likewise, so that the mark alone is not enough. */
    private boolean isAnswer() throws IOException {
        return files.getFileStatus(out).isDirectory()
                && files.exists(new Path(out, SUCCESS))
                && files.exists(new Path(out, Answer.SUMMARY))
                && files.exists(new Path(out, Answer.EVALUATIONS));
    }

    private boolean isEmpty() throws IOException {
        return files.getFileStatus(out).isDirectory() && files.listStatus(out).length == 0;
    }

    /** Deletes what runs to the same place have left that died long ago; tells of one that may go on. */
    private void clear(String unfinished) throws IOException {
        if (!files.exists(out.getParent())) {
            return;
        }
        for (FileStatus left :
                files.listStatus(out.getParent(), path -> path.getName().startsWith(unfinished))) {
            if (lastWritten(left) < System.currentTimeMillis() - OLD.toMillis()) {
                files.delete(left.getPath(), true);
            } else {
                System.err.println("hearth: `" + left.getPath() + "` is of another run to the same place; if that goes"
                        + " on, the answer of the later to end stays; if it has died, delete the folder, or a run after"
                        + " a day will");
            }
        }
    }

    private long lastWritten(FileStatus left) throws IOException {
        long last = left.getModificationTime();
        try {
            for (FileStatus inner : files.listStatus(left.getPath())) {
                last = Math.max(last, inner.getModificationTime());
            }
        } catch (FileNotFoundException e) {
            // its run has just ended
            return last;
        }
        return last;
    }

    /** The folder in which the answer is made. */
    String folder() {
        return staging.toString();
    }

    /**
     * Puts the answer in its place.
     *
     * @param evaluations the files of the evaluations that it has, as {@link Answer} calls them
     * @throws IOException if one of them is not there, or the answer cannot be put in its place
     */
    void publish(Collection<String> evaluations) throws IOException {
        requireThere(evaluations);
        files.delete(new Path(staging, ATTEMPTS), true);
        files.create(new Path(staging, SUCCESS)).close();
        setAside();
        rename(staging, out);
        try {
            files.delete(replaced, true);
        } catch (IOException e) {
            // the answer is in its place; the next run to it deletes what was before
            return;
        }
    }

    /** Somebody may have deleted what was made, and tasks have gone on beside it. */
    private void requireThere(Collection<String> evaluations) throws IOException {
        Set<String> there = new HashSet<>();
        for (FileStatus one : files.listStatus(new Path(staging, Answer.EVALUATIONS))) {
            there.add(Answer.EVALUATIONS + "/" + one.getPath().getName());
        }
        for (String file : evaluations) {
            if (!there.contains(file)) {
                throw new IOException("`" + file + "` is no longer in `" + staging + "`");
            }
        }
    }

    private void setAside() throws IOException {
        if (!files.exists(out)) {
            return;
        }
        if (isAnswer()) {
            files.delete(replaced, true);
            rename(out, replaced);
        } else {
            // fails where something has come there meanwhile
            files.delete(out, false);
        }
    }

    /** Takes away what was made, and puts back what it was to replace. */
    void discard() throws IOException {
        files.delete(staging, true);
        restore();
    }

    private void restore() throws IOException {
        if (!files.exists(out) && files.exists(replaced)) {
            rename(replaced, out);
        }
    }

    /** A folder that is there already would take in the other. */
    private void rename(Path from, Path to) throws IOException {
        if (files.exists(to) || !files.rename(from, to)) {
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
