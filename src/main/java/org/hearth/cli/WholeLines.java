package org.hearth.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hearth.batch.UnwritableException;

/**
 * Passes on whole lines only, many at a time, so that an answer that breaks off ends with a line's end. What it writes
 * to keeps errors to itself; here they are exceptions.
 */
final class WholeLines extends Writer {

    private static final int ENOUGH = 1 << 15;

    private final PrintWriter target;
    private final boolean owned;
    private final StringBuilder text = new StringBuilder();

    /** @param owned whether the target is closed with this */
    WholeLines(PrintWriter target, boolean owned) {
        this.target = target;
        this.owned = owned;
    }

    /**
     * Where a command writes its answer.
     *
     * @param file a file, or {@code null} for standard output, which stays open for whoever called
     * @throws UnwritableException if the file cannot be made
     */
    static WholeLines to(Path file, Console console) throws UnwritableException {
        if (file == null) {
            return new WholeLines(console.out(), false);
        }
        try {
            // not by a channel, which an interruption would close before what is whole is written
            return new WholeLines(
                    new PrintWriter(
                            new OutputStreamWriter(new FileOutputStream(file.toFile()), StandardCharsets.UTF_8)),
                    true);
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }

    @Override
    public void write(char[] more, int offset, int length) throws IOException {
        text.append(more, offset, length);
        pass();
    }

    @Override
    public Writer append(CharSequence more) throws IOException {
        text.append(more);
        pass();
        return this;
    }

    private void pass() throws IOException {
        if (text.length() >= ENOUGH) {
            int whole = text.lastIndexOf("\n") + 1;
            put(whole);
        }
    }

    private void put(int length) throws IOException {
        target.append(text, 0, length);
        text.delete(0, length);
        if (target.checkError()) {
            throw new IOException("whatever took it has closed, or there is no room");
        }
    }

    @Override
    public void flush() throws IOException {
        put(text.length());
    }

    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            if (owned) {
                target.close();
            }
        }
    }
}
