package org.hearth.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearth.data.DataFolder;

/**
 * A log as one file, a line an entry. A line without its end was never said to be added: whoever wrote it was killed, so it is
 * not read, and gives way to the next entry.
 */
final class FileLog implements Log {

    private final Path folder;
    private final Path file;

    /** How long the file was when it was last counted, and what that came to: what is only added to changes with its size alone. */
    private long countedBytes;

    private long counted;

    FileLog(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(Names.of(name) + ".ndjson");
    }

    @Override
    public synchronized long length() throws IOException {
        long bytes;
        try {
            bytes = Files.size(file);
        } catch (NoSuchFileException e) {
            bytes = 0;
        } catch (IOException e) {
            throw Names.unusable(folder, e);
        }
        if (bytes != countedBytes) {
            byte[] all = content();
            counted = lines(all, 1).size();
            // a line without its end gives way to the next entry, which may be as long
            countedBytes = end(all) == all.length ? all.length : -1;
        }
        return counted;
    }

    @Override
    public List<byte[]> read(long from) throws IOException {
        return lines(content(), from);
    }

    @Override
    public synchronized long append(long expectedLength, byte[] entry) throws IOException {
        Names.requireLine(entry);
        return FolderLock.with(folder, () -> {
            byte[] all = content();
            if (lines(all, 1).size() != expectedLength) {
                throw Names.stale(file.getFileName().toString());
            }
            add(end(all), entry);
            if (all.length == 0) {
                // a new file is only sure to be there once its folder is on the disk
                DataFolder.sync(folder);
            }
            return expectedLength + 1;
        });
    }

    private void add(int end, byte[] entry) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            channel.position(end);
            try {
                write(channel, entry);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        }
    }

    private static void write(FileChannel channel, byte[] entry) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(Arrays.copyOf(entry, entry.length + 1));
        line.put(entry.length, (byte) '\n');
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(true);
    }

    private byte[] content() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw Names.unusable(folder, e);
        }
    }

    /** Where the last whole line ends. */
    private static int end(byte[] all) {
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static List<byte[]> lines(byte[] all, long from) {
        List<byte[]> lines = new ArrayList<>();
        long number = 0;
        int begin = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == '\n') {
                if (++number >= from) {
                    lines.add(Arrays.copyOfRange(all, begin, at));
                }
                begin = at + 1;
            }
        }
        return lines;
    }
}
