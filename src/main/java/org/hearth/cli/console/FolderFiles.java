package org.hearth.cli.console;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files of a folder and the folders in it. What cannot be read costs no other file. */
public final class FolderFiles extends SimpleFileVisitor<Path> {

    /** A file or a folder that cannot be looked at. */
    public record Unreadable(Path path, IOException why) {}

    private final Path folder;
    private final Path walked;
    private final List<Path> files = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param folder or a link to one; links in it to other folders are not followed
     */
    public FolderFiles(Path folder) throws IOException {
        this.folder = folder;
        // whoever walks follows no link, not even where the walk begins
        walked = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
    }

    /** Those of a folder, or of a link to one. */
    public static FolderFiles of(Path folder) throws IOException {
        FolderFiles found = new FolderFiles(folder);
        Files.walkFileTree(found.walked, found);
        return found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (Files.isRegularFile(file)) {
            files.add(asGiven(file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
        unreadable.add(new Unreadable(asGiven(file), why));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException why) {
        return why == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, why);
    }

    /** The name of a file by that of the folder which the user gave. */
    private Path asGiven(Path file) {
        return walked.equals(folder) ? file : folder.resolve(walked.relativize(file));
    }

    /** In the order of their names. */
    public List<Path> files() {
        return files.stream().sorted().toList();
    }

    public List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }
}
