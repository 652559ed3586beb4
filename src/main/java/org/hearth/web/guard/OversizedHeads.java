package org.hearth.web.guard;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.hearth.json.Problems;

/**
 * Refuses an address or headers that are too long, with a problem. The server has limits of its own, several times as large,
 * at which it answers nothing but the status.
 */
@Singleton
public final class OversizedHeads {

    private static final int LONGEST_ADDRESS = 8_192;
    private static final int LONGEST_HEADERS = 16_384;

    private final EarlyAnswer early;

    OversizedHeads(EarlyAnswer early) {
        this.early = early;
    }

    void check(@Observes Router router) {
        router.route().order(Order.ADDRESS).handler(this::check);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > LONGEST_ADDRESS) {
            early.send(
                    context,
                    Problems.of(
                            414,
                            "address too long",
                            "the address has more than " + LONGEST_ADDRESS
                                    + " characters; what is to be judged goes into the body"));
            return;
        }
        int length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += header.getKey().length() + header.getValue().length();
        }
        if (length > LONGEST_HEADERS) {
            early.send(
                    context,
                    Problems.of(
                            431,
                            "headers too long",
                            "the headers have more than " + LONGEST_HEADERS
                                    + " characters together; send fewer, or clear this site's cookies"));
            return;
        }
        context.next();
    }
}
