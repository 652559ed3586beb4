package org.hearth.ruleset;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of sources that this very program was built in, with its {@code rules} and {@code decision-tables}.
 *
 * <p>It is its own authority: nothing in it is compared with what was packed. The technical rows of a workbook become code,
 * so elsewhere they must be the packed ones; but whoever can write here writes the program itself. That is why the tree is
 * told by where the program lies, and by nothing that a folder could bring with it: another clone, a mounted folder and
 * what is sent to the service are not it, whatever they hold.
 *
 * @param root the folder, without links
 */
public record SourceTree(Path root) {

    private static final String BUILD_FOLDER = "target";

    /** That of this program; empty of one that was installed without its sources. */
    public static Optional<SourceTree> ofProgram() {
        try {
            return of(place(RulesetFiles.landmark()));
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The file that the program's classes or its archive are in. */
    private static Path place(URL landmark) {
        String place = landmark.toString();
        int archive = place.indexOf("!/");
        return Path.of(URI.create(archive < 0 ? place : place.substring("jar:".length(), archive)));
    }

    /** The tree in whose build folder a file lies, if it does. */
    static Optional<SourceTree> of(Path file) throws IOException {
        for (Path folder = file.toRealPath().getParent(); folder != null; folder = folder.getParent()) {
            Path root = folder.getParent();
            if (folder.endsWith(BUILD_FOLDER) && Files.isRegularFile(root.resolve("pom.xml"))) {
                SourceTree tree = new SourceTree(root);
                return Files.isDirectory(tree.rules()) && Files.isDirectory(tree.tables())
                        ? Optional.of(tree)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The folder of rules and pages. */
    public Path rules() {
        return root.resolve("rules");
    }

    /** The folder of workbooks. */
    public Path tables() {
        return root.resolve("decision-tables");
    }

    /** Whether a path is the tree, or leads into it. */
    public boolean holds(Path path) {
        return real(path).map(real -> real.startsWith(root)).orElse(false);
    }

    /** Whether a path leads to the tree itself. */
    public boolean is(Path path) {
        return real(path).equals(Optional.of(root));
    }

    /** Whether a path is the folder of workbooks, or leads to one in it. */
    public boolean holdsTables(Path path) {
        return real(path).map(real -> real.startsWith(tables())).orElse(false);
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The rules and workbooks of the tree.
     *
     * @throws IOException if one of them cannot be read
     */
    public RulesetFiles files() throws IOException {
        return new RulesetFiles(
                root.toString(), RulesetFiles.of(rules(), tables()).files(), true);
    }
}
