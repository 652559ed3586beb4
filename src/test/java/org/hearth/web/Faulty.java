package org.hearth.web;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** A guard that breaks where a request asks for it. */
@Singleton
final class Faulty {

    static final String HEADER = "Test-Fault";
    static final String MESSAGE = "what nobody is told";

    void guard(@Observes Router router) {
        router.route().order(-2).handler(context -> {
            if (context.request().getHeader(HEADER) != null) {
                throw new IllegalStateException(MESSAGE);
            }
            context.next();
        });
    }
}
