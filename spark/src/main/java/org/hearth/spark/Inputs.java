package org.hearth.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.hearth.cli.console.Reasons;

/** Lists files of claims and the files of folders, of any file system that Spark reads, in the order of {@code check}. */
final class Inputs {

    /** By the bytes of their paths, as {@code check} has them. */
    private static final Comparator<FileStatus> BY_PATH = Comparator.comparing(
            status -> status.getPath().toString().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Configuration configuration;

    Inputs(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * The files that are named, and those of the folders that are. What is gone or closed costs no other.
     *
     * @throws IOException if a file system does not say what is there
     */
    List<Input> of(List<String> named) throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (String name : named) {
            Path path = new Path(name);
            try {
                FileSystem files = path.getFileSystem(configuration);
                FileStatus status = files.getFileStatus(path);
                if (status.isDirectory()) {
                    folder(files, status, inputs);
                } else {
                    inputs.add(input(inputs.size(), status));
                }
            } catch (FileNotFoundException | AccessDeniedException | AccessControlException e) {
                inputs.add(Input.broken(inputs.size(), name, reason(e)));
            }
        }
        return inputs;
    }

    private static void folder(FileSystem files, FileStatus folder, List<Input> inputs) throws IOException {
        List<FileStatus> found = new ArrayList<>();
        Map<String, String> unreadable = new LinkedHashMap<>();
        collect(files, folder, found, unreadable);
        found.sort(BY_PATH);
        found.stream().filter(Inputs::isOfClaims).forEach(status -> inputs.add(input(inputs.size(), status)));
        unreadable.forEach((path, why) -> inputs.add(Input.broken(inputs.size(), path, why)));
    }

    private static void collect(
            FileSystem files, FileStatus folder, List<FileStatus> found, Map<String, String> unreadable)
            throws IOException {
        FileStatus[] listed;
        try {
            listed = files.listStatus(folder.getPath());
        } catch (FileNotFoundException | AccessDeniedException | AccessControlException e) {
            unreadable.put(folder.getPath().toString(), reason(e));
            return;
        }
        for (FileStatus one : listed) {
            if (files instanceof LocalFiles local && local.isPassedOver(one.getPath())) {
                continue;
            }
            if (one.isDirectory()) {
                collect(files, one, found, unreadable);
            } else {
                found.add(one);
            }
        }
    }

    /** What is hidden or a text about the claims is no claim, nor is the mark of a job that has written its folder. */
    private static boolean isOfClaims(FileStatus status) {
        String name = status.getPath().getName();
        return !name.startsWith(".") && !name.endsWith(".md") && !(name.equals("_SUCCESS") && status.getLen() == 0);
    }

    private static Input input(int number, FileStatus status) {
        return new Input(number, status.getPath().toString(), status.getPath().getName(), status.getLen(), null, null);
    }

    /** Why a file cannot be read, in the words of {@code check}. */
    static String reason(IOException why) {
        if (why instanceof FileNotFoundException) {
            return Reasons.of(new NoSuchFileException(null));
        }
        if (why instanceof AccessControlException) {
            return Reasons.of(new AccessDeniedException(null));
        }
        return Reasons.of(why);
    }
}
