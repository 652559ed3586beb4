package org.hearth.x12;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Text that is written now and read once later: the claims of a 277CA, whose totals stand before them. Held compressed,
 * in memory, as names of patients have no business in a temporary file. A claim takes some 20 to 60 bytes, so that a
 * transaction set of 5,000 claims, which is what payers take, needs 300 KB, and one of 300,000 less than 20 MB.
 */
final class HeldText {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
    private final Writer in = new OutputStreamWriter(new DeflaterOutputStream(bytes), StandardCharsets.UTF_8);

    /** Where to write it. */
    Appendable in() {
        return in;
    }

    /** Ends the writing and opens it for reading. */
    Reader read() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InputStreamReader(
                new InflaterInputStream(new ByteArrayInputStream(bytes.toByteArray())), StandardCharsets.UTF_8);
    }
}
