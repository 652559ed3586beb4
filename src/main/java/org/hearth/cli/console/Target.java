package org.hearth.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hearth.batch.UnwritableException;
import org.hearth.data.WholeFile;

/**
 * Where a command writes its answer: standard output, a whole line at a time; or a file, which is there once the answer is
 * whole, and until then, or if the run is broken off, as it was before.
 */
public final class Target implements AutoCloseable {

    private final WholeFile file;
    private final WholeLines text;

    private Target(WholeFile file, WholeLines text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Opens it.
     *
     * @param file a file, or {@code null} for standard output, which stays open for whoever called
     * @throws UnwritableException if the file cannot be made
     */
    public static Target of(Path file, Console console) throws UnwritableException {
        if (file == null) {
            return new Target(null, new WholeLines(console.out(), false));
        }
        try {
            WholeFile whole = new WholeFile(file);
            return new Target(
                    whole,
                    new WholeLines(
                            new PrintWriter(new OutputStreamWriter(whole.out(), StandardCharsets.UTF_8)), false));
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    /** Takes an answer that is text. */
    public WholeLines text() {
        return text;
    }

    /** Takes an answer that is bytes, which standard output does not. */
    public OutputStream bytes() {
        return file == null ? OutputStream.nullOutputStream() : file.out();
    }

    /**
     * Says that the answer is whole.
     *
     * @throws UnwritableException if it cannot be put in its place
     */
    public void put() throws UnwritableException {
        try {
            text.flush();
            if (file != null) {
                file.put();
            }
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (file == null) {
                text.close();
            } else {
                text.letGo();
            }
        } finally {
            if (file != null) {
                file.close();
            }
        }
    }
}
