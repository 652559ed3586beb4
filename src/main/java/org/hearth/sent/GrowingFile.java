package org.hearth.sent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Bytes that are appended and read again: in memory up to a few megabytes, beyond that in a temporary file that only its
 * owner can read and that is gone once it is closed. Not safe for use by several threads.
 */
final class GrowingFile implements AutoCloseable {

    private static final int MOST_IN_MEMORY = 4 << 20;

    private byte[] memory = new byte[1 << 14];
    private FileChannel file;
    private long size;

    /** Appends some bytes. @return where they begin */
    long append(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        if (file == null && size + length > MOST_IN_MEMORY) {
            spill();
        }
        long at = size;
        if (file == null) {
            if (size + length > memory.length) {
                memory = Arrays.copyOf(memory, Math.max(2 * memory.length, (int) size + length));
            }
            bytes.get(memory, (int) size, length);
        } else {
            write(bytes, at);
        }
        size += length;
        return at;
    }

    /** Some bytes that were appended, from the first. */
    ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        if (file == null) {
            return bytes.put(memory, (int) at, length).flip();
        }
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("the temporary file is shorter than what was written");
            }
        }
        return bytes.flip();
    }

    private void spill() throws IOException {
        // made for its owner alone, whatever the process's mask
        Path path = Files.createTempFile("hearth-", ".past");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        write(ByteBuffer.wrap(memory, 0, (int) size), 0);
        memory = null;
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        long next = at;
        while (bytes.hasRemaining()) {
            next += file.write(bytes, next);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // the system takes the file away with the process
                return;
            }
        }
    }
}
