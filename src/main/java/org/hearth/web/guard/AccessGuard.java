package org.hearth.web.guard;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.RejectedExecutionException;
import org.hearth.json.Problems;
import org.hearth.web.identity.AccessTable;
import org.hearth.web.identity.Call;
import org.hearth.web.identity.Caller;
import org.hearth.web.identity.Identities;
import org.hearth.web.identity.Right;
import org.hearth.web.identity.Role;
import org.hearth.web.page.Pages;
import org.hearth.web.request.Answers;
import org.hearth.web.request.Incident;
import org.hearth.web.request.Operator;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Lets a request through whose caller may make it, as {@link AccessTable} says, before anything of its body is read. Where a
 * provider of identities is named everybody says who they are: a program by a token, a browser by its session, and who opens
 * a page without one is asked to log in. Where none is, {@link LocalRule} says who the operator is.
 */
@Singleton
public final class AccessGuard {

    private static final Logger LOG = Logger.getLogger("org.hearth.identity");

    /** Where the provider sends a browser back to after a login. */
    private static final String LOGIN = "/login";

    private static final String LOGOUT = "/logout";
    private static final String LOGGED_OUT = "/page/logged-out.html";
    private static final String HOME = "/";
    private static final String CHALLENGE = "WWW-Authenticate";

    private final Identities identities;
    private final LocalRule local;
    private final EarlyAnswer early;

    AccessGuard(Identities identities, LocalRule local, EarlyAnswer early) {
        this.identities = identities;
        this.local = local;
        this.early = early;
    }

    void check(@Observes Router router) {
        router.route()
                .order(Order.ACCESS)
                .handler(identities.on() ? this::checkPerson : this::checkOperator)
                .failureHandler(this::faulted);
    }

    /**
     * What goes wrong before a call has the request is a defect of ours, and the server by itself would show where in the program;
     * but not that somebody may not do something, that a connection ended, or that no thread is to be had.
     */
    private void faulted(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.statusCode() != 500
                || failure == null
                || failure instanceof SecurityException
                || failure instanceof IOException
                || context.response().headWritten()
                || context.response().closed()) {
            context.next();
        } else if (failure instanceof RejectedExecutionException) {
            early.send(context, Answers.BUSY);
        } else {
            early.send(context, Incident.report(failure));
        }
    }

    /**
     * Refuses the request at hand unless whoever makes it has a right, of a call of which that depends on its body.
     *
     * @throws jakarta.ws.rs.WebApplicationException if they have not
     */
    public void require(Right right) {
        RoutingContext request = CurrentRequestManager.get().unwrap(RoutingContext.class);
        Optional<Problems> refusal = identities.on()
                ? Optional.of(Caller.of(request))
                        .filter(caller -> !caller.may(right))
                        .map(caller -> lacks(caller, right))
                : local.refusal(request.request());
        if (refusal.isPresent()) {
            throw Answers.refusal(refusal.get());
        }
        Operator.asks(request);
    }

    private void checkOperator(RoutingContext context) {
        Optional<Call> call = AccessTable.find(context.request().method().name(), context.normalizedPath());
        if (call.isPresent() && call.get().right().isAnybodys()) {
            context.next();
            return;
        }
        Optional<Problems> refusal = local.refusal(context.request());
        if (refusal.isEmpty()) {
            Operator.asks(context);
            context.next();
        } else if (call.isEmpty()) {
            notThere(context, AccessTable.methods(context.normalizedPath()));
        } else {
            refuse(context, refusal.get());
        }
    }

    private void checkPerson(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        Optional<Call> call = AccessTable.find(request.method().name(), path);
        if (call.isPresent() && call.get().right().isOpen()) {
            context.next();
        } else if (call.isPresent() || path.equals(LOGIN) || path.equals(LOGOUT)) {
            identities.identify(
                    context, caller -> checkPerson(context, call, caller), failure -> failed(context, failure));
        } else {
            notThere(context, AccessTable.methods(path));
        }
    }

    private void checkPerson(RoutingContext context, Optional<Call> call, Caller caller) {
        String path = context.normalizedPath();
        if (path.equals(LOGOUT)) {
            redirect(context, LOGGED_OUT);
        } else if (!caller.identified()) {
            unidentified(context, "log in, or send `Authorization: Bearer` with a token of the provider of identities");
        } else if (call.isEmpty()) {
            redirect(context, HOME);
        } else if (!isSafe(context.request()) && bySession(context.request()) && !ownPage(context.request())) {
            refuse(
                    context,
                    Problems.of(
                            403, "not from here", "this call is for pages of this service, and for no other site's"));
        } else if (!caller.may(call.get().right())) {
            caller.makes(context);
            refuse(context, lacks(caller, call.get().right()));
        } else {
            caller.makes(context);
            if (caller.roles().contains(Role.OPERATOR)) {
                Operator.asks(context);
            }
            context.next();
        }
    }

    private static Problems lacks(Caller caller, Right right) {
        return new Problems(
                "urn:hearth:problem:role-missing",
                "role missing",
                403,
                "this needs the role " + right.inWords() + "; you have "
                        + (caller.roles().isEmpty() ? "none of this service" : caller.rolesInWords())
                        + ". Whoever manages people's roles can give it to you",
                List.of());
    }

    private void failed(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationRedirectException elsewhere) {
            context.response().setStatusCode(elsewhere.getCode());
            redirect(context, elsewhere.getRedirectUri());
        } else if (failure instanceof AuthenticationCompletionException) {
            refuse(
                    context,
                    Problems.of(
                            401, "not logged in", "the login did not come to its end; open the page again and log in"));
        } else if (failure instanceof AuthenticationException) {
            unidentified(
                    context,
                    "the token or the login is not valid, or no longer; log in again, or send a token that the"
                            + " provider of identities has made for this service");
        } else if (!Identities.isProviders(failure)) {
            context.fail(failure);
        } else {
            LOG.warn("the provider of identities cannot be asked: "
                    + failure.getClass().getName());
            refuse(
                    context,
                    Problems.of(
                            503,
                            "identity unknown",
                            "the provider of identities does not answer, so nobody can be let in; try again in a few seconds"));
        }
    }

    /** Asks whoever opens a page to log in; everybody else is told what to send. */
    private void unidentified(RoutingContext context, String fix) {
        Problems problem = Problems.of(401, "who are you", "this call is for people that are known here; " + fix);
        if (!opensAPage(context.request())) {
            refuse(context, problem);
            return;
        }
        identities.challenge(
                context,
                challenge -> {
                    if (challenge == null || challenge.getHeaders().isEmpty()) {
                        refuse(context, problem);
                    } else {
                        answer(context, challenge);
                    }
                },
                failure -> failed(context, failure));
    }

    private static void answer(RoutingContext context, ChallengeData challenge) {
        HttpServerResponse response = context.response().setStatusCode(challenge.status);
        challenge.getHeaders().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end();
    }

    private void notThere(RoutingContext context, SortedSet<String> methods) {
        if (methods.isEmpty()) {
            refuse(context, Problems.of(404, "not found", "nothing is at this path; /q/swagger-ui lists what is"));
        } else {
            context.response().putHeader(HttpHeaders.ALLOW, String.join(", ", methods));
            refuse(
                    context,
                    Problems.of(
                            405,
                            "method not allowed",
                            "this path does not take this method; /q/swagger-ui lists what it takes"));
        }
    }

    private static void redirect(RoutingContext context, String address) {
        HttpServerResponse response = context.response();
        if (response.getStatusCode() < 300) {
            response.setStatusCode(302);
        }
        response.putHeader(HttpHeaders.LOCATION, address)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private void refuse(RoutingContext context, Problems problem) {
        HttpServerResponse response = context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == 401) {
            response.putHeader(CHALLENGE, "Bearer");
        }
        if (isSafe(context.request()) && opensAPage(context.request())) {
            response.setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Pages.HTML)
                    .putHeader("Content-Security-Policy", Pages.POLICY)
                    .end(Buffer.buffer(Pages.refused(problem, Caller.of(context))));
        } else {
            early.send(context, problem);
        }
    }

    private static boolean isSafe(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    private static boolean bySession(HttpServerRequest request) {
        return !request.headers().contains(HttpHeaders.AUTHORIZATION);
    }

    private static boolean ownPage(HttpServerRequest request) {
        return OwnPage.asks(LocalRule.authority(request), request::getHeader);
    }

    /** Whether a browser asks for what it is going to show, and can be sent elsewhere for it. */
    private static boolean opensAPage(HttpServerRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return request.method().equals(HttpMethod.GET)
                && bySession(request)
                && !request.path().startsWith("/v1/")
                && (mode == null || mode.equals("navigate"))
                && Pages.isAccepted(request.getHeader(HttpHeaders.ACCEPT));
    }
}
