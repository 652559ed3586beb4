package org.hearth.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** What a gzip file holds, to the last byte before it breaks: a claim that came whole is not to be lost. */
public final class Unzipped extends GZIPInputStream {

    private static final int BUFFER = 1 << 16;

    private IOException broken;

    /** @param in the gzip file; closed with this */
    public Unzipped(InputStream in) throws IOException {
        super(in, BUFFER);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (broken != null) {
            throw broken;
        }
        long before = inf.getBytesWritten();
        try {
            return super.read(to, offset, length);
        } catch (IOException e) {
            int had = (int) (inf.getBytesWritten() - before);
            if (had <= 0) {
                throw e;
            }
            broken = e;
            return had;
        }
    }

    /** Whoever buffers this must not ask for more before it has passed on what it has. */
    @Override
    public int available() {
        return 0;
    }
}
