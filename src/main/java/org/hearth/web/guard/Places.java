package org.hearth.web.guard;

import io.vertx.core.http.HttpServerResponse;
import java.util.HashSet;
import java.util.Set;

/**
 * So many requests and no more. A place is free again once its answer has ended or its connection is gone and no thread works
 * for it, which is looked up when somebody wants a place: the handlers of a response that would tell are set by the framework
 * for itself, and a place that waits to be told can be lost. Safe for use by any number of threads.
 */
final class Places {

    /** The place of one request. */
    static final class Place {

        private final HttpServerResponse answer;
        private Thread worker;
        private long bytes;

        private Place(HttpServerResponse answer) {
            this.answer = answer;
        }

        /** Says that the thread at hand works for the request. */
        synchronized void begin() {
            worker = Thread.currentThread();
        }

        /** Says that no thread works for the request any more. */
        synchronized void end() {
            worker = null;
        }

        /** Interrupts whoever works for the request. */
        synchronized void interrupt() {
            if (worker != null) {
                worker.interrupt();
            }
        }

        private synchronized boolean isOver() {
            return worker == null && (answer.ended() || answer.closed());
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
        Place place = new Place(answer);
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

    private void sweep() {
        taken.removeIf(place -> {
            boolean over = place.isOver();
            bytes -= over ? place.bytes : 0;
            return over;
        });
    }

    /** Interrupts every thread that works for one of them. */
    synchronized void interrupt() {
        taken.forEach(Place::interrupt);
    }
}
