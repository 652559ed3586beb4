package org.hearth.web.guard;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.hearth.json.Problems;

/**
 * Refuses what is not addressed to this service: a request that names two hosts, or none, and, where the service listens to its
 * own machine alone, one by any other name than the machine's own, as a page sends it whose name was made to lead here.
 */
@Singleton
public final class AddressGuard {

    private static final Problems NO_HOST = Problems.of(
            400, "no host", "the request names no `Host`, or one that is none; send its name, and the port");

    private final Config config;
    private final EarlyAnswer early;

    AddressGuard(Config config, EarlyAnswer early) {
        this.config = config;
        this.early = early;
    }

    void checkCalls(@Observes Router router) {
        check(router, "quarkus.http.host");
    }

    void checkManagement(@Observes ManagementInterface management) {
        check(management.router(), "quarkus.management.host");
    }

    private void check(Router router, String host) {
        boolean here = Loopback.is(config.getValue(host, String.class));
        router.route()
                .order(Order.ADDRESS)
                .handler(context -> check(context, here))
                .failureHandler(this::failed);
    }

    /** The router refuses by itself, before any handler, a request whose host it cannot find. */
    private void failed(RoutingContext context) {
        if (context.statusCode() == NO_HOST.status() && context.request().authority() == null) {
            early.send(context, NO_HOST);
        } else {
            context.next();
        }
    }

    private void check(RoutingContext context, boolean here) {
        Optional<Problems> refusal = refusal(context.request(), here);
        if (refusal.isPresent()) {
            early.send(context, refusal.get());
        } else {
            context.next();
        }
    }

    private static Optional<Problems> refusal(HttpServerRequest request, boolean here) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        if (hosts.size() > 1) {
            return Optional.of(Problems.of(400, "two hosts", "the request names more than one `Host`; send one"));
        }
        boolean named = request.authority() != null;
        // only before version 1.1 may a request leave it out
        if (!named && request.version() != HttpVersion.HTTP_1_0) {
            return Optional.of(NO_HOST);
        }
        return here && named && !Loopback.is(request.authority().host())
                ? Optional.of(Problems.of(
                        421,
                        "not this service",
                        "this service listens to its own machine alone, and is asked as `127.0.0.1` or `localhost`"))
                : Optional.empty();
    }
}
