package org.hearth.web.guard;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Ends the connections of those who do not read their answers: a thread that writes an answer waits for its reader, and a batch
 * keeps its place meanwhile. Safe for use by any number of threads.
 */
@Singleton
public final class SlowReaders {

    private static final Logger LOG = Logger.getLogger(SlowReaders.class);

    /** The property that says how long an answer may stand still; 0 for ever. */
    private static final String STALLED = "hearth.stalled-answer";

    /** What waits in the operating system can be megabytes, and moves on only once much of that was read. */
    private static final Duration DEFAULT_STALLED = Duration.ofSeconds(120);

    private static final long MILLIS_BETWEEN_LOOKS = 1_000;

    /** An answer on its way. */
    private static final class Answering {

        private final HttpServerRequest request;
        private long written;
        private long still;

        private Answering(HttpServerRequest request) {
            this.request = request;
        }

        /** Looks once more, and tells at how many looks in a row nothing has moved; below zero once the answer has ended. */
        private synchronized long look() {
            HttpServerResponse answer = request.response();
            // so that it does not end between two questions
            synchronized (request.connection()) {
                if (answer.ended() || answer.closed()) {
                    return -1;
                }
                long now = answer.bytesWritten();
                still = answer.writeQueueFull() && now == written ? still + 1 : 0;
                written = now;
                return still;
            }
        }
    }

    private final Set<Answering> onTheirWay = ConcurrentHashMap.newKeySet();

    /**
     * Watches the answer to a request.
     *
     * @return what to run once no thread works for it any more
     */
    Runnable watch(HttpServerRequest request) {
        Answering answer = new Answering(request);
        onTheirWay.add(answer);
        return () -> onTheirWay.remove(answer);
    }

    void begin(@Observes Router router, Vertx vertx, Config config) {
        long stalled = config.getOptionalValue(STALLED, Duration.class)
                .orElse(DEFAULT_STALLED)
                .toMillis();
        long mostLooks = stalled == 0 ? Long.MAX_VALUE : Math.max(1, stalled / MILLIS_BETWEEN_LOOKS);
        vertx.setPeriodic(MILLIS_BETWEEN_LOOKS, look -> end(mostLooks));
    }

    /** Ends the connections of those who do not read at the moment, which the service would wait for when it stops. */
    void endStalled() {
        end(1);
    }

    private void end(long most) {
        onTheirWay.removeIf(answer -> isOver(answer, most));
    }

    private static boolean isOver(Answering answer, long most) {
        long still = answer.look();
        if (still >= most) {
            LOG.infof("an answer was not read for %d seconds, so its connection is closed", still);
            // the connection's own close would wait for what is still to be read
            ((ConnectionBase) answer.request.connection()).channel().close();
            return true;
        }
        return still < 0;
    }
}
