package org.hearth.web.guard;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * How the service stops. It is not ready at once, and goes on answering for a while, each answer with the word that its connection
 * is the last; then what is in work has some seconds to come to its end, and a batch that still waits for its sender ends there and says so.
 */
@Singleton
public final class Draining {

    private static final String DELAY = "quarkus.shutdown.delay";
    private static final String TIMEOUT = "quarkus.shutdown.timeout";

    /** How long before the server cuts off what is left. */
    private static final Duration FOR_LAST_WORDS = Duration.ofSeconds(3);

    private final Config config;
    private final Admission admission;
    private volatile boolean draining;

    Draining(Config config, Admission admission) {
        this.config = config;
        this.admission = admission;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent told) {
        draining = true;
        Duration left = config.getOptionalValue(DELAY, Duration.class)
                .orElse(Duration.ZERO)
                .plus(config.getOptionalValue(TIMEOUT, Duration.class).orElse(Duration.ZERO))
                .minus(FOR_LAST_WORDS);
        Thread thread = new Thread(() -> endBatchesAfter(left), "last words");
        thread.setDaemon(true);
        thread.start();
    }

    private void endBatchesAfter(Duration left) {
        try {
            Thread.sleep(Math.max(0, left.toMillis()));
        } catch (InterruptedException e) {
            return;
        }
        admission.endBatches();
    }

    void answer(@Observes Router router) {
        router.route().order(Order.ADDRESS).handler(context -> {
            if (draining) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            context.next();
        });
    }
}
