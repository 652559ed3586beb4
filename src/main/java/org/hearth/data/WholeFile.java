package org.hearth.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;
import java.util.UUID;

/**
 * A file that is there whole or not at all: it is written beside its place and put there once it is on the disk. A run that is
 * killed leaves what was there before, and at most a hidden file that ends in {@code .part}. Where a file is there already
 * it keeps its permissions, and a link leads where it led. What is no file, such as a pipe or a terminal, is written to as it
 * is. Not safe for use by several threads.
 */
public final class WholeFile implements AutoCloseable {

    private final Path place;
    /** {@code null} if the place is no file. */
    private final Path part;

    private final FileChannel channel;
    private final OutputStream out;

    /**
     * Begins to write a file that, if it is new, nobody but its owner may read.
     *
     * @throws IOException if its folder is not there, or cannot be written to, or it is a folder itself
     */
    public WholeFile(Path place) throws IOException {
        this(place, DataFolder.ownerOnly("rw-------"));
    }

    private WholeFile(Path named, FileAttribute<?>[] ofNew) throws IOException {
        boolean there = Files.exists(named);
        if (there && !Files.isRegularFile(named)) {
            place = named;
            part = null;
            channel = FileChannel.open(named, StandardOpenOption.WRITE);
        } else {
            place = there ? named.toRealPath() : named.toAbsolutePath();
            part = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                channel =
                        FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ofNew);
            } catch (NoSuchFileException e) {
                throw new NoSuchFileException(named.toString());
            } catch (AccessDeniedException e) {
                throw new AccessDeniedException(named.toString());
            }
            // where a signal ends the program
            part.toFile().deleteOnExit();
            if (there) {
                keepPermissions();
            }
        }
        out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    private void keepPermissions() throws IOException {
        PosixFileAttributeView before =
                Files.getFileAttributeView(place, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (before != null) {
            Files.setPosixFilePermissions(part, before.readAttributes().permissions());
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
        if (part != null) {
            channel.force(true);
            channel.close();
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DataFolder.sync(place.getParent());
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
