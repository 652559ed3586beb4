package org.hearth.decision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearth.data.DataFolder;

/**
 * Files of lines in a folder, for their owner alone: a new one each day, in Universal Time, and whenever one is large enough; the oldest
 * go. What is written after a clock was set back goes on in the latest day. Several processes may add to one folder, as lines are only ever added. A line whose end was not written, because a process was
 * killed or a disk was full, is ended before the next.
 */
final class FileSink implements Sink {

    /** What the files are called: their day, and which of the day they are, with four digits or, beyond 9999, more. */
    private static final Pattern NAME =
            Pattern.compile("(decisions-\\d{4}-\\d{2}-\\d{2}-)(\\d{4}|[1-9]\\d{4,8})\\.ndjson");

    /** A file by what it is called. */
    private record Named(String day, int number, Path file) {

        private static Stream<Named> of(Path file) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            return name.matches()
                    ? Stream.of(new Named(name.group(1), Integer.parseInt(name.group(2)), file))
                    : Stream.empty();
        }
    }

    private static final long NANOS_BETWEEN_SYNCS = TimeUnit.SECONDS.toNanos(1);

    private final Path folder;
    private final long mostBytes;
    private final int mostFiles;
    private final Clock clock;

    private Path file;
    private FileChannel channel;
    private LocalDate day;
    private ByteBuffer pending;
    private long synced = System.nanoTime();

    /**
     * @param folder made where it is not there
     * @param mostBytes from which size on a file gets no more lines
     * @param mostFiles how many files are kept
     */
    FileSink(Path folder, long mostBytes, int mostFiles, Clock clock) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.mostFiles = mostFiles;
        this.clock = clock;
    }

    /** The files of a folder, the oldest first. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.flatMap(Named::of)
                    .sorted(Comparator.comparing(Named::day).thenComparing(Named::number))
                    .map(Named::file)
                    .toList();
        }
    }

    @Override
    public void write(List<Line> lines) throws IOException {
        try {
            if (pending == null) {
                open();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (Line line : lines) {
                    bytes.writeBytes(line.content());
                }
                pending = ByteBuffer.wrap(bytes.toByteArray());
            } else if (channel == null) {
                open();
            }
            // what a full disk took of the lines stays, and the rest of them comes after it
            while (pending.hasRemaining()) {
                channel.write(pending);
            }
            if (System.nanoTime() - synced >= NANOS_BETWEEN_SYNCS) {
                channel.force(false);
                synced = System.nanoTime();
            }
            pending = null;
        } catch (java.nio.channels.ClosedChannelException e) {
            channel = null;
            throw e;
        }
    }

    private void open() throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (channel != null && today.equals(day) && channel.size() < mostBytes && Files.exists(file)) {
            return;
        }
        end();
        DataFolder.make(folder);
        Path next = next(today);
        boolean fresh = !Files.exists(next);
        channel = FileChannel.open(next, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownerOnly());
        file = next;
        day = today;
        if (fresh) {
            DataFolder.sync(folder);
            prune();
        } else if (isTorn(next)) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
    }

    /** The last file by its name, or one after it: of what comes before others the lines would be the first to go. */
    private Path next(LocalDate today) throws IOException {
        String prefix = "decisions-" + today + "-";
        List<Path> files = files(folder);
        int number = 1;
        if (!files.isEmpty()) {
            Named last = Named.of(files.get(files.size() - 1)).findFirst().orElseThrow();
            if (last.day().compareTo(prefix) >= 0) {
                if (Files.size(last.file()) < mostBytes) {
                    return last.file();
                }
                prefix = last.day();
                number += last.number();
            }
        }
        return folder.resolve(prefix + String.format(Locale.ROOT, "%04d", number) + ".ndjson");
    }

    /** Whether the last line of a file has no end. */
    private static boolean isTorn(Path file) throws IOException {
        try (FileChannel read = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return read.size() > 0 && read.read(last, read.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private void prune() throws IOException {
        List<Path> files = files(folder);
        for (Path old : files.subList(0, Math.max(0, files.size() - mostFiles))) {
            Files.deleteIfExists(old);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void end() throws IOException {
        if (channel != null) {
            try (FileChannel ending = channel) {
                channel = null;
                ending.force(false);
            }
        }
    }

    @Override
    public String place() {
        return folder.toAbsolutePath().normalize().toString();
    }

    @Override
    public void close() {
        try {
            end();
        } catch (IOException e) {
            // what was written is the system's to bring to the disk
            return;
        }
    }
}
