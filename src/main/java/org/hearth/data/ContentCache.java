package org.hearth.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was worked out from some content, kept under a hash of it: what came with the program first, then what the data
 * folder holds. Bounded, and nothing is lost with it but time. Safe for use by any number of threads and processes.
 */
public final class ContentCache {

    /** Where what comes with the program lies among its resources. */
    public static final String PACKED = "hearth/packed/";

    private static final String ENDING = ".bin";

    private final String name;
    private final long mostBytes;

    /**
     * @param name the folder's name
     * @param mostMegabytes how much the data folder holds at most; beyond, what was not asked for longest is deleted
     */
    public ContentCache(String name, int mostMegabytes) {
        this.name = name;
        mostBytes = (long) mostMegabytes << 20;
    }

    /** A text that was packed with the program, if there is one; there is none while the program is being packaged. */
    public static Optional<String> packedText(String name) {
        return resource(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream in = ContentCache.class.getClassLoader().getResourceAsStream(PACKED + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of an entry's file in the cache's folder. */
    public String file(String key) {
        return name + "/" + key + ENDING;
    }

    /** What is kept under a key; it may be torn, and who reads it has to see. */
    public Optional<byte[]> find(String key) {
        return resource(file(key)).or(() -> kept(DataFolder.standard().resolve(file(key))));
    }

    private static Optional<byte[]> kept(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // a folder that cannot be written forgets nothing, so it need not know what was asked for
            return Optional.of(content);
        }
        return Optional.of(content);
    }

    /** Keeps something in the data folder; where nothing can be kept, it is worked out again the next time. */
    public void keep(String key, byte[] content) {
        DataFolder data = DataFolder.standard();
        Path file = data.resolve(file(key));
        if (content.length > mostBytes / 10) {
            // one stranger's giant must not drive all others out
            return;
        }
        try {
            data.write(file, content);
            List<Path> latestFirst = new ArrayList<>(data.files(file.getParent()));
            latestFirst.sort(Comparator.comparing(DataFolder::modified).reversed());
            long bytes = 0;
            for (Path kept : latestFirst) {
                bytes += Files.size(kept);
                if (bytes > mostBytes) {
                    Files.deleteIfExists(kept);
                }
            }
        } catch (IOException e) {
            return;
        }
    }
}
