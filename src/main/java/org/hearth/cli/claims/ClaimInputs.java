package org.hearth.cli.claims;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hearth.batch.Defects;
import org.hearth.batch.UnwritableException;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.FolderFiles;
import org.hearth.cli.console.Progress;
import org.hearth.cli.console.Reasons;
import org.hearth.sent.UnusableHistoryException;

/** The inputs that hold a command's claims: files, folders of them, standard input. One that fails costs no other. */
public final class ClaimInputs {

    /** What stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final Duration LONG = Duration.ofSeconds(3);

    /** Whoever reads the inputs. */
    public interface Taker {

        /**
         * Reads an input to its end.
         *
         * @param name what findings call it: its name without the folder, or {@code null}
         * @throws UnwritableException if the answer cannot be written; no input is read after it
         * @throws UnusableHistoryException if claims cannot be kept; no input is read after it
         * @throws IOException if the input fails
         */
        void take(InputStream in, String name) throws IOException;

        /** Is told of an input that could not be read, or not to its end, by the name that the user gave it. */
        void broken(String file, String reason) throws IOException;
    }

    /**
     * An input as it was found.
     *
     * @param file as the user named it
     * @param path {@code null} for standard input, and for what cannot be looked at
     * @param size how many bytes it has; 0 where that is not known
     * @param broken why it cannot be looked at, or {@code null}
     */
    public record Listed(String file, Path path, long size, String broken) {

        /** What findings call it: its name without the folder, or {@code null}. */
        String name() {
            return path == null ? null : path.getFileName().toString();
        }
    }

    private final List<String> files;
    private final Console console;
    private boolean defect;

    public ClaimInputs(List<String> files, Console console) {
        this.files = files;
        this.console = console;
    }

    /** Shows how far the inputs have been read, on standard error. */
    public Progress progress() {
        long total = 0;
        try {
            for (Listed one : listed()) {
                if (one.path() == null) {
                    return new Progress(console.err(), -1, LONG);
                }
                total += one.size();
            }
        } catch (IOException e) {
            // it is told of when its turn comes
            return new Progress(console.err(), -1, LONG);
        }
        return new Progress(console.err(), total, LONG);
    }

    /** Whether a defect of Hearth kept any input from being read. */
    public boolean defect() {
        return defect;
    }

    /** Hands over every input, in order. @param progress is shown, if there is any */
    public void each(Progress progress, Taker taker) throws IOException {
        for (String file : files) {
            for (Listed one : listed(file)) {
                take(one, progress, taker);
            }
        }
    }

    /** The inputs in their order. */
    public List<Listed> listed() throws IOException {
        List<Listed> all = new ArrayList<>();
        for (String file : files) {
            all.addAll(listed(file));
        }
        return all;
    }

    private static List<Listed> listed(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return List.of(new Listed(file, null, 0, null));
        }
        Path given;
        try {
            given = Path.of(file);
        } catch (InvalidPathException e) {
            return List.of(new Listed(file, null, 0, "this is no name of a file"));
        }
        if (!Files.isDirectory(given)) {
            return List.of(listed(given));
        }
        FolderFiles found = FolderFiles.of(given);
        List<Listed> all = new ArrayList<>();
        for (Path path : found.files()) {
            String name = path.getFileName().toString();
            // what is hidden or a text about the claims is no claim
            if (!name.startsWith(".") && !name.endsWith(".md")) {
                all.add(listed(path));
            }
        }
        for (FolderFiles.Unreadable unreadable : found.unreadable()) {
            all.add(new Listed(unreadable.path().toString(), null, 0, Reasons.of(unreadable.why())));
        }
        return all;
    }

    private static Listed listed(Path path) {
        long size;
        try {
            size = Files.size(path);
        } catch (IOException e) {
            // it is told of when its turn comes
            size = 0;
        }
        return new Listed(path.toString(), path, size, null);
    }

    /** Hands over an input. @param progress is shown, if there is any */
    public void take(Listed one, Progress progress, Taker taker) throws IOException {
        if (one.broken() != null) {
            taker.broken(one.file(), one.broken());
            return;
        }
        try (InputStream in = one.path() == null ? unclosed(console.in()) : Files.newInputStream(one.path())) {
            taker.take(progress == null ? in : progress.of(in), one.name());
        } catch (UnwritableException | UnusableHistoryException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            taker.broken(one.file(), Reasons.of(e));
        } catch (RuntimeException e) {
            defect = true;
            taker.broken(one.file(), Defects.problem(e).detail());
        }
    }

    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {
                // standard input is the caller's
            }
        };
    }
}
