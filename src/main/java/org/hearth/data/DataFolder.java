package org.hearth.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder in which the program keeps what it would not like to make again. Its folders are for their owner alone; a
 * file is there whole or not at all, whenever the power fails.
 *
 * @param root the folder; made when something is first written
 */
public record DataFolder(Path root) {

    /** The system property that names the folder, and goes before the environment. */
    public static final String PROPERTY = "hearth.data.dir";

    private static final String PART = ".part";
    private static final Duration ABANDONED = Duration.ofHours(1);

    /** The folder that {@code hearth.data.dir} or {@code HEARTH_DATA_DIR} names, else {@code .hearth} at home. */
    public static DataFolder standard() {
        String named = System.getProperty(PROPERTY, System.getenv("HEARTH_DATA_DIR"));
        return new DataFolder(
                named == null || named.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".hearth")
                        : Path.of(named));
    }

    /** A folder or file below the folder. */
    public Path resolve(String path) {
        return root.resolve(path);
    }

    /**
     * Writes a file below the folder; who reads it meanwhile sees the old content or the new one.
     *
     * @throws IOException if it cannot be written; then the old content stands
     */
    public void write(Path file, byte[] content) throws IOException {
        write(file, content, new FileAttribute<?>[0]);
    }

    /** Writes a file as {@link #write} does, which none but its owner may read, wherever it is moved to. */
    public void writeSecret(Path file, byte[] content) throws IOException {
        write(file, content, ownerOnly("rw-------"));
    }

    private void write(Path file, byte[] content, FileAttribute<?>[] attributes) throws IOException {
        Path folder = file.getParent();
        make(folder);
        Path part = folder.resolve("." + UUID.randomUUID() + PART);
        try {
            try (FileChannel channel = FileChannel.open(
                    part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Moves a file within the folder, at once and so that it stays there. */
    public void move(Path from, Path to) throws IOException {
        make(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(to.getParent());
    }

    /** The files in a folder below the folder, none if it is not there; what an interrupted write left is swept out. */
    public List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            List<Path> files = list.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                if (part(file)
                        && modified(file).toInstant().isBefore(Instant.now().minus(ABANDONED))) {
                    Files.deleteIfExists(file);
                }
            }
            return files.stream().filter(file -> !part(file)).toList();
        }
    }

    /** The folders in a folder below the folder, none if it is not there. */
    public List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** When a file was last written; long ago if it has gone meanwhile. */
    public static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // another process has just deleted it
            return FileTime.fromMillis(0);
        }
    }

    private static boolean part(Path file) {
        return file.getFileName().toString().endsWith(PART);
    }

    /** Makes the folder itself, where it is not there. */
    public void make() throws IOException {
        make(root);
    }

    /** Makes a folder for its owner alone, with those that it is in, where it is not there. */
    public static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw new IOException("`" + folder + "` is no folder", e);
        }
    }

    /** Not every file system knows owners. */
    static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** A file that was moved is only sure to be there once its folder is on the disk; not every system lets one ask. */
    public static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder, and needs no asking
            return;
        }
    }
}
