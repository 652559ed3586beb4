package org.hearth.cli.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hearth.data.WholeFile;

/**
 * The two lists of workbooks that Kubernetes wants, since a ConfigMap has no folders: the files it is made of, in {@code
 * kustomization.yaml} beside the workbooks, and the paths they are mounted at, in the overlay below {@code k8s} beside their
 * folder that mounts them. Each is the part of its file between two comments.
 */
final class ConfigMapLists {

    static final String BEGIN = "# workbooks: written by `hearth tables rows`";
    static final String END = "# end of workbooks";

    private static final String MOUNTED = "k8s/overlays/production-from-git/deployment.yaml";

    private ConfigMapLists() {}

    /**
     * Writes the lists of a folder of workbooks into those of the files that are there.
     *
     * @param workbooks their paths below the folder
     * @return the files whose list was written
     * @throws IOException if one has no place for its list, or cannot be written
     */
    static List<Path> write(Path folder, List<String> workbooks) throws IOException {
        Path parent = folder.toAbsolutePath().normalize().getParent();
        List<Path> written = new ArrayList<>();
        write(folder.resolve("kustomization.yaml"), workbooks, path -> "- " + path, written);
        if (parent != null) {
            write(
                    parent.resolve(MOUNTED),
                    workbooks,
                    path -> "- {key: " + path.substring(path.lastIndexOf('/') + 1) + ", path: " + path + "}",
                    written);
        }
        return written;
    }

    private static void write(Path file, List<String> workbooks, UnaryOperator<String> item, List<Path> written)
            throws IOException {
        if (Files.isRegularFile(file)) {
            String text = with(
                    Files.readString(file),
                    workbooks.stream().sorted().map(item).toList(),
                    file);
            WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            written.add(file);
        }
    }

    /** The text with other lines between the comments, as far in as the first of them. */
    private static String with(String text, List<String> items, Path file) throws IOException {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int begin = place(lines, BEGIN);
        int end = place(lines, END);
        if (begin < 0 || end < begin) {
            throw new IOException("`" + file + "` has no place for the list of workbooks; write the lines `" + BEGIN
                    + "` and `" + END + "` around it");
        }
        String indent = lines.get(begin).substring(0, lines.get(begin).indexOf('#'));
        lines.subList(begin + 1, end).clear();
        lines.addAll(begin + 1, items.stream().map(line -> indent + line).toList());
        return String.join("\n", lines) + "\n";
    }

    private static int place(List<String> lines, String comment) {
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).strip().equals(comment)) {
                return index;
            }
        }
        return -1;
    }
}
