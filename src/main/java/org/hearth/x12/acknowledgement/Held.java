package org.hearth.x12.acknowledgement;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What is written now and read once later, such as the claims of a 277CA, whose totals stand before them. Held compressed,
 * in memory, as names of patients have no business in a temporary file. A claim of a 277CA takes some 20 to 60 bytes, so
 * that a transaction set of 5,000 claims, which is what payers take, needs 300 KB, and one of 300,000 less than 20 MB.
 */
public final class Held {

    /** There is more to hold than was foreseen. */
    public static final class FullException extends IOException {
        private static final long serialVersionUID = 1L;

        FullException(int most) {
            super("more than " + most + " bytes would have to be held in memory");
        }
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final OutputStream in;

    /** @param most how many bytes of memory it takes at most; writing more throws {@link FullException} */
    public Held(int most) {
        in = new DeflaterOutputStream(bytes, deflater) {
            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                super.write(source, offset, length);
                if (bytes.size() > most) {
                    throw new FullException(most);
                }
            }

            @Override
            public void close() throws IOException {
                try {
                    super.close();
                } finally {
                    deflater.end();
                }
            }
        };
    }

    /** Where to write it. */
    public OutputStream in() {
        return in;
    }

    /** Ends the writing and opens it for reading. */
    public InputStream read() throws IOException {
        in.close();
        return new InflaterInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
