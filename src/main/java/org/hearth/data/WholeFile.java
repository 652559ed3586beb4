package org.hearth.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * A file that is there whole or not at all: it is written beside its place and put there once it is on the disk. A run that is
 * killed leaves what was there before, and at most a hidden file that ends in {@code .part}.
 *
 * <p>A file that is there already keeps its permissions, and its owner and group where the user may give files to them; a group
 * that it cannot keep takes its rights with it. A link leads where it led, also where nothing is there yet. A file that may be
 * written though its folder may not, or that is mounted alone, is made aside and then written over in its place: it is as it was
 * until the new content is whole, but not if the run is killed, or the disk is full, while that is copied.
 *
 * <p>What is no file, such as a pipe or a terminal, is written to as it is, and so is whatever is open already, such as
 * {@code /dev/stdout}, after what was written there before. Not safe for use by several threads.
 */
public final class WholeFile implements AutoCloseable {

    /** As many as systems follow. */
    private static final int MOST_LINKS = 40;

    private final Path place;
    /** {@code null} if it is written to as it is. */
    private final Path part;

    /** Whether there was a file before, which may be written. */
    private final boolean there;

    private final FileChannel channel;
    private final OutputStream out;

    /**
     * Begins to write a file that, if it is new, nobody but its owner may read.
     *
     * @throws IOException if its folder is not there, or cannot be written to, or it is a folder itself, or may only be read
     */
    public WholeFile(Path place) throws IOException {
        this(place, ownersOnly());
    }

    private WholeFile(Path named, FileAttribute<?>[] ofNew) throws IOException {
        place = ledTo(named);
        boolean open = isOfWhatIsOpen(place);
        there = !open && Files.isRegularFile(place);
        if (open || !there && Files.exists(place)) {
            part = null;
            channel = FileChannel.open(place, asItIs());
        } else if (there && !Files.isWritable(place)) {
            throw new AccessDeniedException(named.toString());
        } else {
            part = part(named, there ? ownersOnly() : ofNew);
            channel = FileChannel.open(part, StandardOpenOption.WRITE);
        }
        out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    private static FileAttribute<?>[] ownersOnly() {
        return DataFolder.ownerOnly("rw-------");
    }

    /** Where links lead, the last of which need not lead to anything. */
    private static Path ledTo(Path named) throws IOException {
        Path at = named.toAbsolutePath();
        for (int links = 0; links <= MOST_LINKS; links++) {
            if (at.getParent() == null) {
                return at;
            }
            try {
                at = at.getParent().toRealPath().resolve(at.getFileName());
            } catch (NoSuchFileException e) {
                throw new NoSuchFileException(named.toString());
            }
            if (isOfWhatIsOpen(at) || !Files.isSymbolicLink(at)) {
                return at;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        throw new FileSystemLoopException(named.toString());
    }

    /** Whether a name is one of the system's for what it has open: a link there may seem to lead to a file that it does not name. */
    private static boolean isOfWhatIsOpen(Path place) {
        return place.startsWith("/proc") || place.startsWith("/dev") && !place.startsWith("/dev/shm");
    }

    private OpenOption[] asItIs() {
        // to open a file once more is to begin at its start, over what a shell or another program has put there
        return Files.isRegularFile(place)
                ? new OpenOption[] {StandardOpenOption.APPEND}
                : new OpenOption[] {StandardOpenOption.WRITE};
    }

    private Path part(Path named, FileAttribute<?>[] attributes) throws IOException {
        Path beside = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        Path made;
        try {
            made = Files.createFile(beside, attributes);
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(named.toString());
        } catch (FileSystemException e) {
            if (!there) {
                throw e instanceof AccessDeniedException ? new AccessDeniedException(named.toString()) : e;
            }
            // a folder that may not be written, of a file that may
            made = Files.createTempFile("hearth", ".part", attributes);
        }
        // where a signal ends the program
        made.toFile().deleteOnExit();
        if (there && made.equals(beside)) {
            keepRights(made);
        }
        return made;
    }

    private void keepRights(Path part) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes before = Files.readAttributes(place, PosixFileAttributes.class);
        PosixFileAttributes now = view.readAttributes();
        Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
        rights.addAll(before.permissions());
        if (!before.group().equals(now.group()) && !given(() -> view.setGroup(before.group()))) {
            keepFromGroup(rights);
        }
        if (!before.owner().equals(now.owner())) {
            given(() -> view.setOwner(before.owner()));
        }
        view.setPermissions(rights);
    }

    /** Leaves a group, which is another one than before, what everybody may do. */
    static void keepFromGroup(Set<PosixFilePermission> rights) {
        keepFromGroup(rights, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        keepFromGroup(rights, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
        keepFromGroup(rights, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
    }

    private static void keepFromGroup(
            Set<PosixFilePermission> rights, PosixFilePermission ofGroup, PosixFilePermission ofOthers) {
        if (!rights.contains(ofOthers)) {
            rights.remove(ofGroup);
        }
    }

    /** Gives a file to somebody. */
    private interface Gift {
        void give() throws IOException;
    }

    /** False if the user may not. */
    private static boolean given(Gift gift) {
        try {
            gift.give();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes a file that anybody may read who may read what the user makes.
     *
     * @throws IOException if it cannot be written; then the old content stands
     */
    public static void write(Path place, byte[] content) throws IOException {
        try (WholeFile file = new WholeFile(place, new FileAttribute<?>[0])) {
            file.out().write(content);
            file.put();
        }
    }

    /**
     * Writes a file that is not there yet, which anybody may read who may read what the user makes. A run that is killed may
     * leave it empty.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there, or somebody else made it meanwhile; it stays as it is
     * @throws IOException if it cannot be written; then there is none
     */
    public static void writeNew(Path place, byte[] content) throws IOException {
        // whoever makes it is the only one
        Files.createFile(place);
        try {
            write(place, content);
        } catch (IOException e) {
            Files.deleteIfExists(place);
            throw e;
        }
    }

    /** Where to write it. */
    public OutputStream out() {
        return out;
    }

    /** Puts the file in its place, in that of one that is there; it is then written no more. */
    public void put() throws IOException {
        out.flush();
        if (part == null) {
            return;
        }
        channel.force(true);
        channel.close();
        try {
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DataFolder.sync(place.getParent());
        } catch (FileSystemException e) {
            if (!there) {
                throw e;
            }
            overwrite();
        }
    }

    private void overwrite() throws IOException {
        try (FileChannel from = FileChannel.open(part, StandardOpenOption.READ);
                FileChannel to =
                        FileChannel.open(place, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            long size = from.size();
            for (long copied = 0; copied < size; ) {
                copied += from.transferTo(copied, size - copied, to);
            }
            to.force(true);
        }
    }

    /** Deletes what was written, unless it was put in its place. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (part != null) {
            Files.deleteIfExists(part);
        }
    }
}
