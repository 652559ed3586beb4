package org.hearth.web.guard;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.hearth.json.Problems;
import org.hearth.web.request.Answers;
import org.hearth.web.request.BodyLimit;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/** Refuses a body above the configured limit with a problem; the server by itself would answer nothing but the status. */
@Singleton
public final class OversizedBodies {

    /** A hundred times what all workbooks take. */
    private static final long WORKBOOK_BYTES = 32L << 20;

    private final BodyLimit limit;
    private final EarlyAnswer early;

    OversizedBodies(BodyLimit limit, EarlyAnswer early) {
        this.limit = limit;
        this.early = early;
    }

    void checkBodies(@Observes Router router) {
        router.route()
                .order(Order.BEFORE_THE_SERVER)
                .handler(context -> refuseDeclared(context, limit.bytes(), limit.problem()));
        for (String workbooks : List.of("/v1/rulesets", "/v1/rulesets/check", "/v1/drafts")) {
            router.route(workbooks)
                    .order(Order.BEFORE_THE_SERVER)
                    .handler(context -> refuseDeclared(
                            context,
                            WORKBOOK_BYTES,
                            Answers.tooLarge(WORKBOOK_BYTES, "no set of workbooks is as large")));
            router.route(workbooks).order(Order.AFTER_THE_SERVER).handler(context -> {
                context.put(VertxInputStream.MAX_REQUEST_SIZE_KEY, WORKBOOK_BYTES);
                context.next();
            });
        }
        // a body of undeclared length is counted as it is read, so that the answer can say what is wrong
        for (String path : List.of(
                "/",
                "/v1/evaluations",
                "/v1/corrections",
                "/v1/rulesets/:version/impact",
                "/v1/drafts/:id/impact",
                "/v1/history/sent")) {
            router.route(path).order(Order.AFTER_THE_SERVER).handler(context -> {
                context.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
                context.next();
            });
        }
    }

    private void refuseDeclared(RoutingContext context, long bytes, Problems problem) {
        String declared = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared == null || declared.length() < 19 && Long.parseLong(declared) <= bytes) {
            context.next();
            return;
        }
        early.send(context, problem);
    }
}
