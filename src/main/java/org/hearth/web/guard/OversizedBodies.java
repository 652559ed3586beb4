package org.hearth.web.guard;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.hearth.json.Problems;
import org.hearth.web.page.Pages;
import org.hearth.web.request.Answers;
import org.hearth.web.request.BodyLimit;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/** Refuses a body above the configured limit with a problem; the server by itself would answer nothing but the status. */
@Singleton
public final class OversizedBodies {

    /** The server checks at -2. */
    private static final int BEFORE_THE_SERVER = -3;

    private static final int AFTER_THE_SERVER = -1;

    /** A hundred times what all workbooks take. */
    private static final long WORKBOOK_BYTES = 32L << 20;

    private static final long PATIENCE_MILLIS = 60_000;

    private final BodyLimit limit;

    OversizedBodies(BodyLimit limit) {
        this.limit = limit;
    }

    void checkBodies(@Observes Router router) {
        router.route()
                .order(BEFORE_THE_SERVER)
                .handler(context -> refuseDeclared(context, limit.bytes(), limit.problem()));
        for (String workbooks : List.of("/v1/rulesets", "/v1/rulesets/check", "/v1/drafts")) {
            router.route(workbooks)
                    .order(BEFORE_THE_SERVER)
                    .handler(context -> refuseDeclared(
                            context,
                            WORKBOOK_BYTES,
                            Answers.tooLarge(WORKBOOK_BYTES, "no set of workbooks is as large")));
            router.route(workbooks).order(AFTER_THE_SERVER).handler(context -> {
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
            router.route(path).order(AFTER_THE_SERVER).handler(context -> {
                context.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
                context.next();
            });
        }
    }

    private static void refuseDeclared(RoutingContext context, long bytes, Problems problem) {
        String declared = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared == null || declared.length() < 19 && Long.parseLong(declared) <= bytes) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        if (request.path().equals("/") && Pages.isAccepted(request.getHeader(HttpHeaders.ACCEPT))) {
            answer(context, Pages.HTML)
                    .putHeader("Content-Security-Policy", Pages.POLICY)
                    .end(Buffer.buffer(Pages.problem(problem, bytes)));
            // a browser reads no answer before it has sent all, so what it sends is taken for a while and dropped
            long patience = context.vertx()
                    .setTimer(PATIENCE_MILLIS, late -> request.connection().close());
            request.handler(dropped -> {})
                    .endHandler(all -> {
                        context.vertx().cancelTimer(patience);
                        request.connection().close();
                    })
                    .resume();
            return;
        }
        answer(context, Problems.MEDIA_TYPE)
                .endHandler(sent -> request.connection().close())
                .end(problem.line());
    }

    private static HttpServerResponse answer(RoutingContext context, String type) {
        return context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
}
