package org.hearth.web.guard;

import java.io.IOException;
import java.io.OutputStream;
import org.hearth.web.request.UnreadException;

/**
 * The answer to a batch on its way, which a thread is interrupted in when its reader was waited for too long. Who writes is told
 * so by an exception from then on. Not safe for use by several threads.
 */
final class LeavingAnswer extends OutputStream {

    private final Places.Place place;
    private final OutputStream out;
    private final Runnable cut;

    /**
     * @param place the place of its request
     * @param out where it goes
     * @param cut what ends the connection, whatever is still to be read on it
     */
    LeavingAnswer(Places.Place place, OutputStream out, Runnable cut) {
        this.place = place;
        this.out = out;
        this.cut = cut;
    }

    private interface Piece {
        void write() throws IOException;
    }

    private void write(Piece piece) throws IOException {
        try {
            place.write();
            piece.write();
        } catch (IOException | RuntimeException e) {
            wrote(e);
            throw e;
        }
        wrote(null);
    }

    /** A piece may have come through, or may have been refused, just as the answer was ended: nothing else would end it then. */
    private void wrote(Exception broken) throws UnreadException {
        if (place.wrote()) {
            cut.run();
            throw new UnreadException(broken);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(() -> out.write(one));
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        write(() -> out.write(source, offset, length));
    }

    @Override
    public void flush() throws IOException {
        write(out::flush);
    }

    @Override
    public void close() throws IOException {
        write(out::close);
    }
}
