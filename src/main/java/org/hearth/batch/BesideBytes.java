package org.hearth.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.hearth.data.Room;
import org.hearth.json.Problem;

/** The bytes of a file beside claims, which is read whole. */
final class BesideBytes {

    private static final int MOST = 64 << 20;

    /** What is said of a file that is not read. */
    static final Problem TOO_LARGE =
            new Problem("", null, "the file is larger than " + (MOST >> 20) + " MiB", "give less at a time");

    private BesideBytes() {}

    /**
     * The bytes, unzipped.
     *
     * @param in gzip or plain; the caller closes it
     * @param room for them and for what is made of them
     * @return {@code null} if there are too many
     */
    static byte[] of(InputStream in, Room room) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        InputStream plain = InputKind.of(buffered) == InputKind.GZIP ? new Unzipped(buffered) : buffered;
        byte[] content = room.kept(plain, Sidecars.BYTES_KEPT).readNBytes(MOST + 1);
        return content.length > MOST ? null : content;
    }
}
