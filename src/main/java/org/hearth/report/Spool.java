package org.hearth.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps text until what stands before it is known: a little in memory, more in a temporary file that only its owner can
 * read and that is gone when it is closed, or when the program ends.
 */
final class Spool implements Appendable, Closeable {

    private static final int IN_MEMORY = 1 << 18;

    private final StringBuilder text = new StringBuilder();
    private FileChannel file;
    private Writer writer;
    private long length;

    @Override
    public Spool append(CharSequence more) throws IOException {
        text.append(more);
        length += more.length();
        if (text.length() > IN_MEMORY) {
            spill();
        }
        return this;
    }

    @Override
    public Spool append(CharSequence more, int start, int end) throws IOException {
        return append(more.subSequence(start, end));
    }

    @Override
    public Spool append(char one) throws IOException {
        return append(String.valueOf(one));
    }

    private void spill() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("hearth", ".part");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            writer = Channels.newWriter(file, StandardCharsets.UTF_8);
        }
        writer.append(text);
        text.setLength(0);
    }

    /** How many characters were kept. */
    long length() {
        return length;
    }

    /** Writes all that was kept; nothing may be kept after that. */
    void copyTo(Appendable out) throws IOException {
        if (file != null) {
            writer.flush();
            file.position(0);
            Reader reader = Channels.newReader(file, StandardCharsets.UTF_8);
            char[] buffer = new char[1 << 14];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                out.append(java.nio.CharBuffer.wrap(buffer, 0, read));
            }
        }
        out.append(text);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
