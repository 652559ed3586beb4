package org.hearth.web.guard;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.hearth.json.Problems;

/**
 * Refuses what is not addressed to this service: a request that names two hosts, and, where the service listens to its
 * own machine alone, one by any other name than the machine's own, as a page sends it whose name was made to lead here.
 */
@Singleton
public final class AddressGuard {

    private final boolean here;
    private final EarlyAnswer early;

    AddressGuard(Config config, EarlyAnswer early) {
        this.early = early;
        here = Loopback.is(config.getValue("quarkus.http.host", String.class));
    }

    void check(@Observes Router router) {
        router.route().order(Order.ADDRESS).handler(this::check);
    }

    private void check(RoutingContext context) {
        Optional<Problems> refusal = refusal(context.request());
        if (refusal.isPresent()) {
            early.send(context, refusal.get());
        } else {
            context.next();
        }
    }

    private Optional<Problems> refusal(HttpServerRequest request) {
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            return Optional.of(Problems.of(400, "two hosts", "the request names more than one `Host`; send one"));
        }
        // only before version 1.1 may a request leave it out
        return here
                        && request.authority() != null
                        && !Loopback.is(request.authority().host())
                ? Optional.of(Problems.of(
                        421,
                        "not this service",
                        "this service listens to its own machine alone, and is asked as `127.0.0.1` or `localhost`"))
                : Optional.empty();
    }
}
