package org.hearth.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearth.data.DataFolder;

/** Objects as files below a folder, each under its name and with nothing but its content. */
final class FileObjects implements Objects {

    private final DataFolder data;
    private final Path folder;

    FileObjects(DataFolder data, Path folder) {
        this.data = data;
        this.folder = folder;
    }

    @Override
    public Optional<Stored> get(String name) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file(name));
            return Optional.of(new Stored(Names.revision(bytes), bytes));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Names.unusable(folder, e);
        }
    }

    @Override
    public long put(String name, long expectedRevision, byte[] bytes) throws IOException {
        Path file = file(name);
        Names.requireAtMost(MOST_BYTES, bytes);
        return FolderLock.with(folder, () -> {
            if (get(name).map(Stored::revision).orElse(0L) != expectedRevision) {
                throw Names.stale(name);
            }
            data.write(file, bytes);
            return Names.revision(bytes);
        });
    }

    @Override
    public boolean delete(String name) throws IOException {
        Path file = file(name);
        if (!Files.exists(file)) {
            return false;
        }
        return FolderLock.with(folder, () -> Files.deleteIfExists(file));
    }

    @Override
    public void delete(String name, long expectedRevision) throws IOException {
        Path file = file(name);
        if (!Files.exists(file)) {
            throw Names.stale(name);
        }
        FolderLock.with(folder, () -> {
            if (get(name).map(Stored::revision).orElse(0L) != expectedRevision) {
                throw Names.stale(name);
            }
            return Files.deleteIfExists(file);
        });
    }

    @Override
    public List<String> keys(String prefix) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            add(folder, "", prefix, names);
        } catch (IOException e) {
            throw Names.unusable(folder, e);
        }
        names.sort(null);
        return List.copyOf(names);
    }

    private void add(Path within, String path, String prefix, List<String> names) throws IOException {
        for (Path file : data.files(within)) {
            String name = path + file.getFileName();
            if (name.startsWith(prefix) && NAME.matcher(name).matches()) {
                names.add(name);
            }
        }
        for (Path below : data.folders(within)) {
            String name = path + below.getFileName() + "/";
            if (name.startsWith(prefix) || prefix.startsWith(name)) {
                add(below, name, prefix, names);
            }
        }
    }

    private Path file(String name) {
        return folder.resolve(Names.of(name));
    }
}
