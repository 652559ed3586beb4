package org.hearth.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.OIDCException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Whose fault it is that nobody can tell who calls. */
class IdentitiesFailureTest {

    @Test
    void theProviderIsToldApartFromTheService() {
        for (Throwable providers : List.of(
                new OIDCException("not available"),
                new CompletionException(new ConnectException("refused")),
                new HttpClosedException("closed"),
                new TimeoutException())) {
            assertThat(Identities.isProviders(providers))
                    .as(providers.toString())
                    .isTrue();
        }
        for (Throwable ours : List.of(
                new NullPointerException(),
                new IllegalStateException(new ClassCastException()),
                new StackOverflowError())) {
            assertThat(Identities.isProviders(ours)).as(ours.toString()).isFalse();
        }
    }

    @Test
    void aRequestFailsOfWhateverIsThrownWhereItsCallerWasWaitedFor() {
        List<Object> failures = new ArrayList<>();
        RoutingContext request = (RoutingContext) Proxy.newProxyInstance(
                RoutingContext.class.getClassLoader(),
                new Class<?>[] {RoutingContext.class},
                (proxy, method, arguments) -> {
                    failures.add(arguments[0]);
                    return null;
                });
        RuntimeException defect = new IllegalStateException();
        Error error = new StackOverflowError();

        Identities.<String>orFail(request, told -> {
                    throw defect;
                })
                .accept("who");
        Identities.<String>orFail(request, told -> {
                    throw error;
                })
                .accept("who");
        Identities.<String>orFail(request, failures::add).accept("who");

        assertThat(failures).containsExactly(defect, error, "who");
    }
}
