package org.hearth.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The folder of an answer: made beside it, under a name of this run alone, and put in its place when it is whole, marked
 * {@value #SUCCESS} by then. What it replaces lies beside it until then, under a name of this run too, and is put back by
 * whoever finds nothing in its place.
 */
final class Staging {

    /** Says that the answer is whole. */
    static final String SUCCESS = "_SUCCESS";

    private static final String UNFINISHED = ".unfinished-";
    private static final String REPLACED = ".replaced-";

    private static final String RUN = "-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    /** What no run has laid there is not put back, and not deleted; older runs gave no name of their own. */
    private static final Pattern SET_ASIDE = Pattern.compile("\\.replaced(" + RUN + ")?");

    private static final Pattern LEFT = Pattern.compile("\\.unfinished" + RUN);

    /** Beside the answer and not in it, where a task that ends late would put its files into what is published. */
    private static final String ATTEMPTS = "attempts";

    /** A run that goes on writes something more often. */
    private static final Duration OLD = Duration.ofDays(1);

    /** Of other runs each takes the place once or twice; one on an object store, which renames by copying, for minutes. */
    private static final int MOST_EXCHANGES = 20;

    private static final long FIRST_PAUSE_IN_MILLIS = 10;
    private static final long LONGEST_PAUSE_IN_MILLIS = 30_000;

    private static final FsPermission OF_ITS_OWNER = new FsPermission((short) 0700);

    private final FileSystem files;
    private final FileContext renaming;
    private final Path out;
    private final Path work;
    private final Path staging;
    private final Path replaced;
    private final Pausing pausing;
    private boolean whole;
    private boolean published;

    /** Waits. */
    @FunctionalInterface
    interface Pausing {
        /** Waits for so many milliseconds. */
        void pause(long millis) throws InterruptedIOException;
    }

    /**
     * @param out where the answer goes
     * @param inputs the files and folders that are read
     * @throws IOException if there is something else than an answer, which is not replaced, or an input is or would be in it
     *     or around it
     */
    Staging(String out, List<String> inputs, Configuration configuration) throws IOException {
        this(out, inputs, configuration, Staging::sleep);
    }

    /** @param pausing waits between attempts to put the answer in its place */
    Staging(String out, List<String> inputs, Configuration configuration, Pausing pausing) throws IOException {
        this.pausing = pausing;
        this.out = qualified(out, configuration);
        files = this.out.getFileSystem(configuration);
        renaming = renaming(files, this.out, configuration);
        String run = UUID.randomUUID().toString();
        work = this.out.suffix(UNFINISHED + run);
        staging = new Path(work, run);
        replaced = this.out.suffix(REPLACED + run);
        for (String input : inputs) {
            requireApart(out, input, qualified(input, configuration));
        }
        restore();
        FsPermission permission = permission(out);
        clear();
        make(permission);
    }

    /** Who may see the answer: its owner, and whoever may see what it replaces. @param named the folder as the user called it */
    private FsPermission permission(String named) throws IOException {
        try {
            FileStatus there = files.getFileStatus(out);
            // another run may have put its answer there between the first look and the second
            if (!isAnswer(out) && !isEmpty() && !isAnswer(out)) {
                throw new UnusableFileException("`" + named
                        + "` is there and is no answer of an earlier run; name another folder, or delete it, unless a run"
                        + " is just putting its answer there");
            }
            FsPermission others = there.getPermission();
            return new FsPermission(FsAction.ALL, others.getGroupAction(), others.getOtherAction());
        } catch (FileNotFoundException e) {
            // or another run has just set it aside; an answer may name patients
            return OF_ITS_OWNER;
        }
    }

    private void make(FsPermission permission) throws IOException {
        files.mkdirs(work, OF_ITS_OWNER);
        files.mkdirs(staging, OF_ITS_OWNER);
        // where folders are made, the mask of this process would take some of it away
        files.setPermission(staging, permission);
    }

    /** What renames a folder in one step or not at all; {@code null} where the file system has no such face. */
    private static FileContext renaming(FileSystem files, Path out, Configuration configuration) {
        if (files instanceof LocalFiles) {
            return null;
        }
        try {
            return FileContext.getFileContext(out.toUri(), configuration);
        } catch (UnsupportedFileSystemException e) {
            return null;
        }
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
    private boolean isAnswer(Path folder) throws IOException {
        return files.getFileStatus(folder).isDirectory()
                && files.exists(new Path(folder, SUCCESS))
                && files.exists(new Path(folder, Answer.SUMMARY))
                && files.exists(new Path(folder, Answer.EVALUATIONS));
    }

    private boolean isEmpty() throws IOException {
        return files.getFileStatus(out).isDirectory() && files.listStatus(out).length == 0;
    }

    /** Deletes what runs to the same place have left that died long ago; tells of one that may go on. */
    private void clear() throws IOException {
        for (FileStatus left : beside(LEFT)) {
            if (lastWritten(left) < System.currentTimeMillis() - OLD.toMillis()) {
                files.delete(left.getPath(), true);
            } else {
                System.err.println("hearth: `" + left.getPath() + "` is of another run to the same place; if that goes"
                        + " on, the answer of the later to end stays; if it has died, delete the folder, or a run after"
                        + " a day will");
            }
        }
    }

    /** What runs have laid beside the answer. @param names how they call it behind the name of the answer */
    private FileStatus[] beside(Pattern names) throws IOException {
        if (!files.exists(out.getParent())) {
            return new FileStatus[0];
        }
        String begin = out.getName();
        return files.listStatus(
                out.getParent(),
                path -> path.getName().startsWith(begin)
                        && names.matcher(path.getName().substring(begin.length()))
                                .matches());
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
     * @throws UnplacedAnswerException if the answer cannot be put in its place; it stays where it was made
     * @throws IOException if one of them is not there
     */
    void publish(Collection<String> evaluations) throws IOException {
        requireThere(evaluations);
        files.create(new Path(staging, SUCCESS)).close();
        whole = true;
        IOException failure = null;
        // another run may put its own answer there, or put back what was set aside, whenever nothing is there
        for (int exchange = 0; !published; exchange++) {
            if (exchange == MOST_EXCHANGES) {
                throw new UnplacedAnswerException(
                        "the answer is whole, but cannot be put in its place: rename `" + staging + "` to `" + out
                                + "`",
                        failure);
            }
            if (exchange > 0) {
                pausing.pause(Math.min(LONGEST_PAUSE_IN_MILLIS, FIRST_PAUSE_IN_MILLIS << exchange));
            }
            try {
                setAside();
                published = moved(staging, out);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                failure = e;
            }
        }
        try {
            drop(replaced);
            files.delete(work, true);
            dropWhatIsLeft();
        } catch (IOException e) {
            // the answer is in its place; the next run to it deletes what was before
            return;
        }
    }

    private static void sleep(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the answer was put in its place");
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
        try {
            if (!files.exists(out)) {
                return;
            }
            if (isAnswer(out)) {
                // of an earlier exchange; a later answer is in the place
                drop(replaced);
                moved(out, replaced);
            } else if (isEmpty()) {
                deleteEmpty();
            }
        } catch (FileNotFoundException e) {
            // another run has just set it aside
            return;
        }
    }

    private void deleteEmpty() throws IOException {
        try {
            files.delete(out, false);
        } catch (IOException e) {
            // unless something has come there meanwhile, which is looked at anew
            if (isEmpty()) {
                throw e;
            }
        }
    }

    /** Deletes what runs have set aside that are gone. What others have may be the only answer that is there just now. */
    private void dropWhatIsLeft() throws IOException {
        FileStatus[] setAside = beside(SET_ASIDE);
        Set<String> going = new HashSet<>();
        for (FileStatus unfinished : beside(LEFT)) {
            going.add(unfinished.getPath().getName().replace(UNFINISHED, REPLACED));
        }
        for (FileStatus one : setAside) {
            if (!going.contains(one.getPath().getName())) {
                drop(one.getPath());
            }
        }
    }

    /** Deletes an answer, which is none from the first step on, so that nobody puts half of it back. */
    private void drop(Path answer) throws IOException {
        files.delete(new Path(answer, SUCCESS), false);
        files.delete(answer, true);
    }

    /**
     * Takes away what is left of the run, once no task of it goes on; unless the answer is in its place, what it was to replace
     * is put back. A whole answer for which there was no place is nobody's to take away.
     */
    void discard() throws IOException {
        if (!published) {
            restore();
        }
        if (whole && !published) {
            return;
        }
        try {
            files.delete(work, true);
        } catch (IOException e) {
            if (!published) {
                throw e;
            }
        }
    }

    /** Puts back the newest of the answers that were set aside, if nothing is in their place. */
    private void restore() throws IOException {
        if (files.exists(out)) {
            return;
        }
        Path newest = null;
        long made = 0;
        for (FileStatus one : beside(SET_ASIDE)) {
            try {
                if (isAnswer(one.getPath())) {
                    long marked = files.getFileStatus(new Path(one.getPath(), SUCCESS))
                            .getModificationTime();
                    if (newest == null || marked > made) {
                        newest = one.getPath();
                        made = marked;
                    }
                }
            } catch (FileNotFoundException e) {
                // its run has just deleted it or put it back
                continue;
            }
        }
        if (newest != null && !moved(newest, out) && !files.exists(out)) {
            throw new IOException("cannot rename " + newest + " to " + out);
        }
    }

    /** Renames a folder to where nothing is. @return whether that was done */
    private boolean moved(Path from, Path to) throws IOException {
        try {
            if (renaming != null) {
                renaming.rename(from, to);
            } else if (files.exists(to) || !files.rename(from, to)) {
                return false;
            }
        } catch (FileAlreadyExistsException | FileNotFoundException e) {
            // or another run has renamed it
            return false;
        }
        // where that takes several steps, a folder that came there meanwhile has taken in the other
        Path takenIn = new Path(to, from.getName());
        if (!files.exists(takenIn)) {
            return true;
        }
        if (files.exists(from) || !files.rename(takenIn, from)) {
            throw new IOException("cannot rename " + takenIn + " to " + from);
        }
        return false;
    }

    /**
     * The files that one attempt of a task makes, moved into the staging folder when they are whole. Another attempt makes the
     * same files with the same bytes, so that it does not matter whose are kept.
     */
    static final class Attempt {

        private final FileSystem files;
        private final Path staging;
        private final Path own;

        /**
         * @param staging where the answer is made
         * @param name of this attempt alone
         */
        Attempt(String staging, String name, Configuration configuration) throws IOException {
            this.staging = new Path(staging);
            files = this.staging.getFileSystem(configuration);
            own = new Path(new Path(this.staging.getParent(), ATTEMPTS), name);
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
                } else if (!renamed(one.getPath(), target) && !isThere(target, one.getLen())) {
                    throw new IOException("cannot rename " + one.getPath() + " to " + target);
                }
            }
        }

        private boolean renamed(Path from, Path to) throws IOException {
            try {
                return files.rename(from, to);
            } catch (FileAlreadyExistsException e) {
                // as object stores say what others say by false
                return false;
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
