package org.hearth.web.guard;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.hearth.web.request.Answers;
import org.hearth.web.request.BodyLimit;
import org.jboss.logging.Logger;

/**
 * Lets in so many bodies at a time, and refuses what is too much before it is read. A small body of JSON, such as a claim, is
 * gathered before a thread is taken for it, so that those who send slowly hold no thread; whatever else has a body is a batch, of
 * which there are few, since each holds a thread while it arrives.
 */
@Singleton
public final class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class);

    /** How many batches are in work at most; as many as the memory is good for where it is not said. */
    private static final String BATCHES = "hearth.max-batches";

    /** How many small bodies are gathered or in work at most. */
    private static final String EVALUATIONS = "hearth.evaluations";

    /** How much memory batches may take for what they keep until they are answered; a part of what there is where it is not said. */
    private static final String KEPT = "hearth.kept";

    /** How long a piece of a batch's answer may wait for its reader; 0 for ever. */
    private static final String STALLED = "hearth.stalled-answer";

    /** What waits in the operating system can be megabytes, and moves on only once much of that was read. */
    private static final Duration DEFAULT_STALLED = Duration.ofSeconds(120);

    private static final long MILLIS_BETWEEN_LOOKS = 1_000;

    private static final int DEFAULT_EVALUATIONS = 1_000;

    /** A batch needs some memory of its own, and a claim of the largest size much of it. */
    private static final long MEBIBYTES_A_BATCH = 96;

    /** What part of the memory batches may take for what they keep until they are answered. */
    private static final int PART_FOR_KEPT = 3;

    /** What part of the memory small bodies may take that are gathered or in work. */
    private static final int PART_FOR_GATHERED = 16;

    private static final int FEWEST_BATCHES = 4;
    private static final int MOST_BATCHES = 64;

    private final Places batches;
    private final Places evaluations;
    private final Duration stalled;
    private final BodyLimit limit;
    private final EarlyAnswer early;

    @Inject
    Admission(Config config, BodyLimit limit, EarlyAnswer early) {
        batches = new Places(
                config.getOptionalValue(BATCHES, Integer.class).orElseGet(Admission::batchesByMemory),
                config.getOptionalValue(KEPT, MemorySize.class)
                        .map(MemorySize::asLongValue)
                        .orElseGet(() -> Runtime.getRuntime().maxMemory() / PART_FOR_KEPT));
        evaluations = new Places(
                config.getOptionalValue(EVALUATIONS, Integer.class).orElse(DEFAULT_EVALUATIONS),
                Runtime.getRuntime().maxMemory() / PART_FOR_GATHERED);
        stalled = config.getOptionalValue(STALLED, Duration.class).orElse(DEFAULT_STALLED);
        this.limit = limit;
        this.early = early;
    }

    private static int batchesByMemory() {
        long fitting = (Runtime.getRuntime().maxMemory() >> 20) / MEBIBYTES_A_BATCH;
        return (int) Math.max(FEWEST_BATCHES, Math.min(MOST_BATCHES, fitting));
    }

    /** How many batches are in work. */
    public int batches() {
        return batches.taken();
    }

    /** How many bytes of memory batches take for what they keep until they are answered. */
    public long kept() {
        return batches.held();
    }

    /** How many small bodies are gathered or in work. */
    public int evaluations() {
        return evaluations.taken();
    }

    /** Has the batches that are in work end where they would wait for their senders. */
    void endBatches() {
        batches.stop();
    }

    void admit(@Observes Router router, Vertx vertx) {
        router.route().order(Order.ADMISSION).handler(this::admit);
        if (!stalled.isZero()) {
            vertx.setPeriodic(MILLIS_BETWEEN_LOOKS, look -> endUnread());
        }
    }

    private void endUnread() {
        long ended = batches.endUnread(stalled.toNanos());
        if (ended > 0) {
            LOG.infof("answers that nobody read for %d seconds are ended: %d", stalled.toSeconds(), ended);
        }
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!EarlyAnswer.hasBody(request)) {
            context.next();
        } else if (isSmall(request, request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            gather(context);
        } else {
            admitBatch(context, null);
        }
    }

    /** Whether a body may be one that is gathered; what turns out to be larger goes on as a batch. */
    private static boolean isSmall(HttpServerRequest request, String declared) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/json")
                && (declared == null || declared.length() < 10 && Long.parseLong(declared) <= Gathering.MOST);
    }

    private void gather(RoutingContext context) {
        Places.Place place = evaluations.take(context.response());
        if (place == null) {
            early.send(context, Answers.BUSY);
            return;
        }
        new Gathering(context, limit).begin(new Gathering.Ends() {
            @Override
            public boolean more(int bytes) {
                return evaluations.hold(place, bytes);
            }

            @Override
            public void refused() {
                early.send(context, Answers.BUSY);
            }

            @Override
            public void whole(Buffer body) {
                AdmittedBody.of(place, body, true).passOn(context);
            }

            @Override
            public void large(Buffer begun) {
                evaluations.giveBack(place);
                admitBatch(context, begun);
            }

            @Override
            public void slow() {
                early.send(context, limit.tooSlow());
            }
        });
    }

    /** @param begun what was read of the body already, or {@code null} */
    private void admitBatch(RoutingContext context, Buffer begun) {
        Places.Place place = batches.take(context.response());
        if (place == null) {
            early.send(context, Answers.BUSY);
        } else {
            AdmittedBody.of(place, begun, false).passOn(context);
        }
    }
}
