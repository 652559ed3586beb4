package org.hearth.web.guard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.Config;
import org.hearth.json.Problems;
import org.hearth.web.request.Answers;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Lets in no more bodies at a time than can be read and answered, so that those who send much, or send slowly, leave room
 * for all others. Whoever finds no room is told so before anything of the body is read, and when to come again.
 */
@Provider
@PreMatching
@Priority(Admission.AFTER_THE_TYPE)
public final class Admission implements ContainerRequestFilter {

    /** The property that says how many batches are answered at a time. */
    public static final String BATCHES = "hearth.max-batches";

    /** The property that says how many short bodies are answered at a time. */
    public static final String SINGLES = "hearth.max-singles";

    /** What a body is has been looked at by then. */
    static final int AFTER_THE_TYPE = Priorities.USER + 1;

    /** What is at most as long, and is JSON, is a claim or two: it is answered in milliseconds. */
    private static final long MOST_BYTES_OF_A_SINGLE = 1 << 20;

    private static final int BATCHES_A_PROCESSOR = 4;
    private static final int DEFAULT_SINGLES = 100;
    private static final int SECONDS_TO_WAIT = 5;

    private final Semaphore batches;
    private final Semaphore singles;

    Admission(Config config) {
        batches = places(
                config, BATCHES, BATCHES_A_PROCESSOR * Runtime.getRuntime().availableProcessors());
        singles = places(config, SINGLES, DEFAULT_SINGLES);
    }

    private static Semaphore places(Config config, String property, int standard) {
        int places = config.getOptionalValue(property, Integer.class).orElse(standard);
        if (places < 1) {
            throw new IllegalArgumentException("`" + property + "` is " + places + "; write a number from 1 on");
        }
        return new Semaphore(places);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!BodyTypeFilter.hasBody(request)) {
            return;
        }
        Semaphore places = isSingle(request) ? singles : batches;
        if (!places.tryAcquire()) {
            request.abortWith(Response.fromResponse(Answers.of(Problems.of(
                            503,
                            "busy",
                            "as many bodies are being answered as this service takes at a time; send this again in "
                                    + SECONDS_TO_WAIT + " seconds")))
                    .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                    // the body would still come
                    .header("Connection", "close")
                    .build());
            return;
        }
        // told twice of a request whose sender has gone before its answer was whole
        AtomicBoolean left = new AtomicBoolean();
        CurrentRequestManager.get().registerCompletionCallback(ended -> {
            if (left.compareAndSet(false, true)) {
                places.release();
            }
        });
    }

    private static boolean isSingle(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        return type != null
                && type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                && request.getLength() >= 0
                && request.getLength() <= MOST_BYTES_OF_A_SINGLE;
    }
}
