package org.hearth.web.guard;

import io.vertx.core.http.HttpServerResponse;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.Set;
import org.hearth.web.request.Answers;
import org.hearth.web.request.RequestBody;
import org.hearth.web.request.UnreadException;

/**
 * So many requests and no more. A place is free again once its answer has ended or its connection is gone and no thread works
 * for it, which is looked up when somebody wants a place: the handlers of a response that would tell are set by the framework
 * for itself, and a place that waits to be told can be lost. Safe for use by any number of threads.
 */
final class Places {

    /** The place of one request. */
    static final class Place {

        private final Places all;
        private final HttpServerResponse answer;
        private long bytes;
        private boolean working;
        private boolean free;
        private boolean stopped;
        private Thread waiting;
        private Thread writing;
        private long writingSince;
        private boolean unread;

        private Place(Places all, HttpServerResponse answer) {
            this.all = all;
            this.answer = answer;
        }

        /**
         * Takes memory for what the request keeps until it is answered.
         *
         * @throws RequestBody.RefusedException if all requests together, or this one, would then keep too much
         */
        void keep(int more) throws RequestBody.RefusedException {
            if (!all.hold(this, more)) {
                throw new RequestBody.RefusedException(
                        all.wouldHold(this, more) > all.mostBytes ? Answers.tooMuchToKeep() : Answers.BUSY);
            }
        }

        /** Says that a thread works for the request; false if its place was free meanwhile, so that it must not be worked for. */
        synchronized boolean begin() {
            working = !free;
            return working;
        }

        /** Says that no thread works for the request any more. */
        synchronized void end() {
            working = false;
        }

        /**
         * Says that the thread at hand waits for the sender, until it {@linkplain #goOn goes on}.
         *
         * @throws InterruptedIOException if nothing is waited for any more
         */
        synchronized void await() throws InterruptedIOException {
            if (stopped) {
                throw new InterruptedIOException("the service stops");
            }
            waiting = Thread.currentThread();
        }

        /** Says that the thread at hand, which waited for the sender, goes on. */
        synchronized void goOn() {
            waiting = null;
            if (stopped) {
                // what comes next, such as an embedded database, breaks if it is interrupted
                Thread.interrupted();
            }
        }

        /** Has the sender be waited for no more: who waits is interrupted, and who works finds out when it would wait. */
        synchronized void stop() {
            stopped = true;
            if (waiting != null) {
                waiting.interrupt();
            }
        }

        /**
         * Says that the thread at hand writes a piece of the answer, until it {@linkplain #wrote() has}.
         *
         * @throws UnreadException if nobody reads the answer, so that it ends here
         */
        synchronized void write() throws UnreadException {
            if (unread) {
                throw new UnreadException(null);
            }
            writing = Thread.currentThread();
            writingSince = System.nanoTime();
        }

        /**
         * Says that the thread at hand has written, or could not.
         *
         * @return whether the answer was ended because nobody reads it
         */
        synchronized boolean wrote() {
            writing = null;
            if (unread) {
                Thread.interrupted();
            }
            return unread;
        }

        /** Ends the answer if its reader was waited for so long, at one piece of it: who writes is interrupted. */
        private synchronized boolean endUnread(long nanos) {
            if (unread || writing == null || System.nanoTime() - writingSince < nanos) {
                return false;
            }
            unread = true;
            writing.interrupt();
            return true;
        }

        private synchronized boolean isOver() {
            free = !working && (answer.ended() || answer.closed());
            return free;
        }
    }

    private final int most;
    private final long mostBytes;
    private final Set<Place> taken = new HashSet<>();
    private long bytes;

    /**
     * @param most how many there are
     * @param mostBytes how many bytes all of them together may hold
     */
    Places(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** A place for a request that is answered by this; {@code null} if all are taken. */
    synchronized Place take(HttpServerResponse answer) {
        if (taken.size() >= most) {
            sweep();
        }
        if (taken.size() >= most) {
            return null;
        }
        Place place = new Place(this, answer);
        taken.add(place);
        return place;
    }

    /** Notes that a request holds more bytes; false if all of them together would then hold too many. */
    synchronized boolean hold(Place place, int more) {
        if (bytes + more > mostBytes) {
            sweep();
        }
        if (bytes + more > mostBytes) {
            return false;
        }
        place.bytes += more;
        bytes += more;
        return true;
    }

    /** How many bytes one request would hold. */
    private synchronized long wouldHold(Place place, int more) {
        return place.bytes + more;
    }

    /** Gives a place back whose request goes on elsewhere. */
    synchronized void giveBack(Place place) {
        if (taken.remove(place)) {
            bytes -= place.bytes;
        }
    }

    /** How many are taken. */
    synchronized int taken() {
        sweep();
        return taken.size();
    }

    /** How many bytes all of them together hold. */
    synchronized long held() {
        sweep();
        return bytes;
    }

    private void sweep() {
        taken.removeIf(place -> {
            boolean over = place.isOver();
            bytes -= over ? place.bytes : 0;
            return over;
        });
    }

    /**
     * Ends the answers whose readers were waited for so long, at one piece of them.
     *
     * @return how many
     */
    synchronized long endUnread(long nanos) {
        return taken.stream().filter(place -> place.endUnread(nanos)).count();
    }

    /** Has no sender be waited for any more. */
    synchronized void stop() {
        taken.forEach(Place::stop);
    }
}
