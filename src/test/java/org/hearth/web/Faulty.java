package org.hearth.web;

import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/** A guard that breaks where a request asks for it, and as it says. */
@Singleton
final class Faulty {

    static final String HEADER = "Test-Fault";
    static final String MESSAGE = "what nobody is told";

    private static final Map<String, Throwable> FAULTS = Map.of(
            "defect", new IllegalStateException(MESSAGE),
            "error", new AssertionError(MESSAGE),
            "forbidden", new ForbiddenException(MESSAGE),
            "connection", new IOException(MESSAGE),
            "threads", new RejectedExecutionException(MESSAGE));

    void guard(@Observes Router router) {
        router.route().order(-2).handler(context -> {
            String fault = context.request().getHeader(HEADER);
            if (fault == null) {
                context.next();
            } else {
                context.fail(FAULTS.get(fault));
            }
        });
    }
}
