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
 * Answers a request before its body is read: the page's form with the page, everybody else with a problem. If a body would still
 * come, the connection ends with the answer.
 */
@Singleton
final class EarlyAnswer {

    /** How long a browser may go on sending. */
    private static final long PATIENCE_MILLIS = 60_000;

    /** How long a program may, which reads an answer while it sends; one that is cut off at once may never get to read it. */
    private static final long SHORT_PATIENCE_MILLIS = 1_000;

    private static final String SECONDS_TO_WAIT = "5";

    private final BodyLimit limit;

    EarlyAnswer(BodyLimit limit) {
        this.limit = limit;
    }

    /** Whether a request has a body, or says that one will come. */
    static boolean hasBody(HttpServerRequest request) {
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return declared == null ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null : !declared.equals("0");
    }

    /** Answers with a problem and its status. */
    void send(RoutingContext context, Problems problem) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response().setStatusCode(problem.status());
        // of a request that is none, nobody knows where it ends
        boolean last = hasBody(request) || problem.status() == 400;
        if (last) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (problem.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        boolean page = request.path().equals("/") && Pages.isAccepted(request.getHeader(HttpHeaders.ACCEPT));
        if (page) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, Pages.HTML)
                    .putHeader("Content-Security-Policy", Pages.POLICY)
                    .end(Buffer.buffer(Pages.problem(problem, limit.bytes())));
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE).end(problem.line());
        }
        if (!last) {
            request.resume();
            return;
        }
        // a browser reads no answer before it has sent all, so what it sends is taken for a while and dropped
        long patience = context.vertx()
                .setTimer(page ? PATIENCE_MILLIS : SHORT_PATIENCE_MILLIS, late -> request.connection()
                        .close());
        request.handler(dropped -> {})
                .endHandler(all -> {
                    context.vertx().cancelTimer(patience);
                    request.connection().close();
                })
                .resume();
    }
}
