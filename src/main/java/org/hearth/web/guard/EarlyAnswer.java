package org.hearth.web.guard;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.hearth.json.Problems;
import org.hearth.web.page.Pages;
import org.hearth.web.request.BodyLimit;

/**
 * Answers a request before its body is read: the page's form with the page, everybody else with a problem. The connection
 * ends with the answer, since the body would still come.
 */
@Singleton
final class EarlyAnswer {

    private static final long PATIENCE_MILLIS = 60_000;

    private final BodyLimit limit;

    EarlyAnswer(BodyLimit limit) {
        this.limit = limit;
    }

    /** Answers with a problem and its status. */
    void send(RoutingContext context, Problems problem) {
        HttpServerRequest request = context.request();
        HttpServerResponse response =
                context.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        if (!request.path().equals("/") || !Pages.isAccepted(request.getHeader(HttpHeaders.ACCEPT))) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                    .endHandler(sent -> request.connection().close())
                    .end(problem.line());
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, Pages.HTML)
                .putHeader("Content-Security-Policy", Pages.POLICY)
                .end(Buffer.buffer(Pages.problem(problem, limit.bytes())));
        // a browser reads no answer before it has sent all, so what it sends is taken for a while and dropped
        long patience = context.vertx()
                .setTimer(PATIENCE_MILLIS, late -> request.connection().close());
        request.handler(dropped -> {})
                .endHandler(all -> {
                    context.vertx().cancelTimer(patience);
                    request.connection().close();
                })
                .resume();
    }
}
