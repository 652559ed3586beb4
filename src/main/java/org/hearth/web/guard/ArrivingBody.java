package org.hearth.web.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.util.function.Supplier;
import org.hearth.data.Room;

/**
 * A body that is read while it arrives, which is all that a thread is interrupted in when the service stops. Who reads, were it
 * no byte, is told so by an {@link InterruptedIOException} from then on. Whatever is kept of it takes from the memory of all batches. Not
 * safe for use by several threads.
 */
final class ArrivingBody extends InputStream implements Room {

    private final Places.Place place;
    private final InputStream begun;
    private final Supplier<InputStream> rest;
    private InputStream all;

    /**
     * @param place the place of its request
     * @param begun what was read of it already
     * @param rest what follows, asked for when something is read
     */
    ArrivingBody(Places.Place place, InputStream begun, Supplier<InputStream> rest) {
        this.place = place;
        this.begun = begun;
        this.rest = rest;
    }

    @Override
    public void take(int bytes) throws IOException {
        place.keep(bytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        place.await();
        try {
            if (length == 0) {
                return 0;
            }
            if (all == null) {
                all = new SequenceInputStream(begun, rest.get());
            }
            return all.read(target, offset, length);
        } finally {
            place.goOn();
        }
    }
}
