package org.hearth.web.identity;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.common.runtime.OidcEndpointAccessException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hearth.ledger.Person;
import org.hearth.ledger.Told;

/**
 * The provider that knows who calls, an OpenID Connect one at {@code HEARTH_OIDC_URL}; where none is named, nobody is identified, and
 * nothing of this is asked or loaded.
 */
@Singleton
public final class Identities {

    /** Where the provider is. */
    public static final String URL = "hearth.oidc.url";

    /** Followed by a role: the provider's names of it, with commas between them. */
    private static final String ROLE = "hearth.oidc.role.";

    /** What a name is taken from, the first that there is. */
    private static final String[] NAMES = {"name", "preferred_username", "email", "client_id", "azp"};

    private final boolean on;
    private final Map<Role, Set<String>> names = new EnumMap<>(Role.class);
    private final Instance<HttpAuthenticator> authenticator;
    private final Instance<IdentityProviderManager> providers;

    Identities(Config config, Instance<HttpAuthenticator> authenticator, Instance<IdentityProviderManager> providers) {
        this.authenticator = authenticator;
        this.providers = providers;
        on = isOn(config);
        for (Role role : Role.values()) {
            String told = config.getOptionalValue(ROLE + role, String.class).orElse(role.toString());
            names.put(role, new HashSet<>(Arrays.asList(told.strip().split("\\s*,\\s*"))));
        }
    }

    private static boolean isOn(Config config) {
        return config.getOptionalValue(URL, String.class)
                .filter(url -> !url.isBlank())
                .isPresent();
    }

    /** Without a provider there is nobody to be asked at the start. */
    static void start(@Observes Oidc oidc, Config config) {
        if (!isOn(config)) {
            oidc.create(OidcTenantConfig.builder().tenantEnabled(false).build());
        }
    }

    /** Whether callers have to say who they are. */
    public boolean on() {
        return on;
    }

    /**
     * Finds out who makes a request.
     *
     * @param found told who; {@link Caller#NOBODY} of a request that does not say
     * @param failed told why it cannot be found out: a token that is none, or a provider that does not answer
     */
    public void identify(RoutingContext request, Consumer<Caller> found, Consumer<Throwable> failed) {
        BiConsumer<RoutingContext, Throwable> ours = (same, failure) -> {};
        // else the server would answer by itself, with nothing but a status
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ours);
        QuarkusHttpUser.getSecurityIdentity(request, providers.get())
                .subscribe()
                .with(orFail(request, identity -> found.accept(caller(identity))), orFail(request, failed));
    }

    /** Has a request fail of what is thrown where its caller was waited for: nobody else hears of it. */
    static <T> Consumer<T> orFail(RoutingContext request, Consumer<T> told) {
        return what -> {
            try {
                told.accept(what);
            } catch (RuntimeException | Error e) {
                request.fail(e);
            }
        };
    }

    /** Whether it is the provider that fails, and not the service: it cannot be reached, or does not answer as it should. */
    public static boolean isProviders(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof OIDCException
                    || at instanceof OidcEndpointAccessException
                    || at instanceof IOException
                    || at instanceof VertxException
                    || at instanceof TimeoutException
                    || at instanceof java.util.concurrent.TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** How somebody whom a browser shows a page may log in: the status and the header of the answer. */
    public void challenge(RoutingContext request, Consumer<ChallengeData> asked, Consumer<Throwable> failed) {
        authenticator.get().getChallenge(request).subscribe().with(orFail(request, asked), orFail(request, failed));
    }

    private Caller caller(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return Caller.NOBODY;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach((role, known) -> {
            if (identity.getRoles().stream().anyMatch(known::contains)) {
                roles.add(role);
            }
        });
        Principal principal = identity.getPrincipal();
        String subject = principal instanceof JsonWebToken token ? token.getSubject() : null;
        return subject == null || subject.isBlank() || subject.length() > Person.SUBJECT
                ? Caller.NOBODY
                : new Caller(subject, name((JsonWebToken) principal, subject), roles);
    }

    /** What people call them, as it can be recorded. */
    private static String name(JsonWebToken token, String subject) {
        return Stream.of(NAMES)
                .map(claim -> token.<Object>getClaim(claim))
                .filter(String.class::isInstance)
                .map(claim -> sayable((String) claim))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(sayable(subject));
    }

    /** A name without what does not show, and not too long to be recorded. */
    private static String sayable(String name) {
        String shown = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ").strip();
        return shown.codePointCount(0, shown.length()) <= Told.NAME
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, Told.NAME)).strip();
    }
}
