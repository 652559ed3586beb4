package org.hearth.batch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** What a gzip file holds, to the last byte before it breaks: a claim that came whole is not to be lost. */
public final class Unzipped extends GZIPInputStream {

    private static final int BUFFER = 1 << 16;

    private IOException broken;

    /** @param in the gzip file; closed with this */
    public Unzipped(InputStream in) throws IOException {
        super(new Unended(in), BUFFER);
    }

    /**
     * Says that there is more until the end was read. A file may have several members, and the next is looked for only where
     * there is more; a pipe, or a file that a node somewhere holds, says 0 of whatever has yet to come.
     */
    private static final class Unended extends FilterInputStream {

        private boolean ended;

        Unended(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return noted(in.read());
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            return noted(in.read(to, offset, length));
        }

        private int noted(int read) {
            ended |= read < 0;
            return read;
        }

        @Override
        public int available() throws IOException {
            return ended ? 0 : Math.max(1, in.available());
        }
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
