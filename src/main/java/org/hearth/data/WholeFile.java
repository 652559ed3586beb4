package org.hearth.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all: it is written beside its place, for its owner alone, and put there once it is on
 * the disk. Not safe for use by several threads.
 */
public final class WholeFile implements AutoCloseable {

    private final Path place;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream out;

    /**
     * Begins to write a file.
     *
     * @throws IOException if its folder is not there, or cannot be written to
     */
    public WholeFile(Path place) throws IOException {
        this.place = place.toAbsolutePath();
        part = Files.createTempFile(this.place.getParent(), "." + place.getFileName() + ".", ".part");
        // where a signal ends the program
        part.toFile().deleteOnExit();
        channel = FileChannel.open(part, StandardOpenOption.WRITE);
        out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** Where to write it. */
    public OutputStream out() {
        return out;
    }

    /** Puts the file in its place, in that of one that is there; it is then written no more. */
    public void put() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DataFolder.sync(place.getParent());
    }

    /** Deletes what was written, unless it was put in its place. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
