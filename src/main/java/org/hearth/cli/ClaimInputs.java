package org.hearth.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hearth.batch.Defects;
import org.hearth.batch.UnwritableException;
import org.hearth.sent.UnusableHistoryException;

/** The inputs that hold a command's claims: files, folders of them, standard input. One that fails costs no other. */
final class ClaimInputs {

    /** What stands for standard input. */
    static final String STANDARD_INPUT = "-";

    private static final Duration LONG = Duration.ofSeconds(3);

    /** Whoever reads the inputs. */
    interface Taker {

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

    private interface Opening {
        InputStream open() throws IOException;
    }

    private final List<String> files;
    private final Console console;
    private boolean defect;

    ClaimInputs(List<String> files, Console console) {
        this.files = files;
        this.console = console;
    }

    /** Shows how far the inputs have been read, on standard error. */
    Progress progress() {
        long total = 0;
        for (String file : files) {
            try {
                Path given = Path.of(file);
                List<Path> paths =
                        Files.isDirectory(given) ? FolderFiles.of(given).files() : List.of(given);
                for (Path path : paths) {
                    total += Files.size(path);
                }
            } catch (IOException | InvalidPathException e) {
                // standard input, or what is told of when its turn comes
                return new Progress(console.err(), -1, LONG);
            }
        }
        return new Progress(console.err(), total, LONG);
    }

    /** Whether a defect of Hearth kept any input from being read. */
    boolean defect() {
        return defect;
    }

    /** Hands over every input, in order. @param progress is shown, if there is any */
    void each(Progress progress, Taker taker) throws IOException {
        for (String file : files) {
            each(file, progress, taker);
        }
    }

    private void each(String file, Progress progress, Taker taker) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            one(file, null, () -> unclosed(console.in()), progress, taker);
            return;
        }
        Path given;
        try {
            given = Path.of(file);
        } catch (InvalidPathException e) {
            taker.broken(file, "this is no name of a file");
            return;
        }
        if (!Files.isDirectory(given)) {
            one(given, progress, taker);
            return;
        }
        FolderFiles found = FolderFiles.of(given);
        for (Path path : found.files()) {
            String name = path.getFileName().toString();
            // what is hidden or a text about the claims is no claim
            if (!name.startsWith(".") && !name.endsWith(".md")) {
                one(path, progress, taker);
            }
        }
        for (FolderFiles.Unreadable unreadable : found.unreadable()) {
            taker.broken(unreadable.path().toString(), Reasons.of(unreadable.why()));
        }
    }

    private void one(Path path, Progress progress, Taker taker) throws IOException {
        one(path.toString(), path.getFileName().toString(), () -> Files.newInputStream(path), progress, taker);
    }

    private void one(String file, String name, Opening opening, Progress progress, Taker taker) throws IOException {
        try (InputStream in = opening.open()) {
            taker.take(progress == null ? in : progress.of(in), name);
        } catch (UnwritableException | UnusableHistoryException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            taker.broken(file, Reasons.of(e));
        } catch (RuntimeException e) {
            defect = true;
            taker.broken(file, Defects.problem(e).detail());
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
