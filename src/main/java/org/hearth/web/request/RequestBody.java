package org.hearth.web.request;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;
import org.hearth.data.Room;
import org.hearth.json.Problems;

/**
 * The body of a request, read as it arrives: whatever has been answered goes out before more of the question is waited
 * for, and a body above the limit, or one that drips, is not read to its end.
 */
public final class RequestBody extends FilterInputStream {

    /** A body with more bytes than are allowed, or one that takes too long to come. */
    public static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Problems problem;

        /** @param problem what to answer */
        public RefusedException(Problems problem) {
            super(problem.detail());
            this.problem = problem;
        }

        /** What to answer. */
        Problems problem() {
            return problem;
        }
    }

    /** A body that did not come to its end: the sender hung up, or was silent for too long. */
    public static final class BrokenOffException extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenOffException(IOException cause) {
            super("the body breaks off", cause);
        }
    }

    private static final byte[] NOTHING = {};

    private static final long NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final BodyLimit limit;
    private final LongSupplier nanos;
    private long count;
    private long waited;
    private Flushable answer;

    /**
     * @param in the bytes as they arrive
     * @param limit how many of them are read at most
     */
    public RequestBody(InputStream in, BodyLimit limit) {
        this(in, limit, System::nanoTime);
    }

    /** @param nanos a clock that only goes on */
    RequestBody(InputStream in, BodyLimit limit, LongSupplier nanos) {
        super(in);
        this.limit = limit;
        this.nanos = nanos;
    }

    /**
     * A small body whole.
     *
     * @param most how many bytes it may have; one more is read of a body that has more
     * @throws BrokenOffException if it does not come to its end
     */
    public static byte[] whole(InputStream in, int most) throws BrokenOffException {
        try {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new BrokenOffException(e);
        }
    }

    /**
     * Memory for what the request keeps until it is answered; who finds too little left is refused by a {@link RefusedException}. Of
     * what was gathered before there was a thread for it, which is small, or unpacked by its reader nothing is counted.
     */
    Room room() {
        return in instanceof Room room ? room : Room.ENOUGH;
    }

    /** @throws RefusedException if the service stops, which who has read all would not find out */
    void requireGoingOn() throws IOException {
        try {
            in.read(NOTHING, 0, 0);
        } catch (InterruptedIOException stopping) {
            throw new RefusedException(Answers.STOPPING);
        }
    }

    /** Flushes the answer each time before more is read. */
    void answeredBy(Flushable writer) {
        answer = writer;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (answer != null) {
            answer.flush();
        }
        long began = nanos.getAsLong();
        int read;
        try {
            read = in.read(target, offset, length);
        } catch (ZipException | EOFException | BrokenOffException | RefusedException told) {
            throw told;
        } catch (InterruptedIOException stopping) {
            throw new RefusedException(Answers.STOPPING);
        } catch (IOException e) {
            throw new BrokenOffException(e);
        }
        // what is waited for is the sender; the time that its claims take us is not
        waited += nanos.getAsLong() - began;
        count += Math.max(read, 0);
        requireWithinLimit();
        if (read >= 0 && limit.drips(count, waited / NANOS_A_SECOND)) {
            throw new RefusedException(limit.tooSlow());
        }
        return read;
    }

    /** @throws RefusedException if more was sent than is read, which a reader of claims may have taken for damage */
    public void requireWithinLimit() throws RefusedException {
        if (count > limit.bytes()) {
            throw new RefusedException(limit.problem());
        }
    }

    /** Nothing is promised: the server answers with what is still to come, and asking for that would wait for it. */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
