package org.hearth.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes that are written and then read once, in a file that only its owner can read and that is gone once it is closed, or
 * when the program ends. Not safe for use by several threads.
 */
public final class TemporaryFile implements AutoCloseable {

    private final FileChannel channel;
    private final OutputStream out;

    /** @throws IOException if the folder for temporary files cannot be written to */
    public TemporaryFile() throws IOException {
        Path path = Files.createTempFile("hearth-", ".part");
        channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** Where to write. */
    public OutputStream out() {
        return out;
    }

    /** Writes all of it elsewhere. */
    public void copyTo(OutputStream target) throws IOException {
        out.flush();
        channel.position(0);
        Channels.newInputStream(channel).transferTo(target);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
