package org.hearth.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.hearth.web.guard.Loopback;
import org.hearth.web.identity.Identities;

/**
 * Whether it has been said who may reach a service that is about to start. One that listens to more than its own machine must not
 * come up open because somebody forgot to say so.
 */
final class Reach {

    private static final String HOST = "quarkus.http.host";
    private static final String HERE = "127.0.0.1";
    private static final String TOKEN = "hearth.admin.token";
    private static final String COOKIE_SECRET = "hearth.oidc.cookie-secret";
    private static final String TRUST = "hearth.trust";
    private static final String PROXY = "proxy";
    private static final int SHORTEST_SECRET = 32;

    private Reach() {}

    /**
     * Why a service must not start as it is configured, in a few lines that say what to set; empty if it may.
     *
     * @param config of the service
     */
    static List<String> refusal(Config config) {
        String host = config.getOptionalValue(HOST, String.class).orElse(HERE);
        Optional<String> provider = said(config, Identities.URL);
        Optional<String> trust = said(config, TRUST);
        boolean token = said(config, TOKEN).isPresent();
        if (trust.isPresent() && !trust.get().equals(PROXY)) {
            return List.of(
                    "HEARTH_TRUST is `" + trust.get() + "`, which is no word for whom to trust",
                    "    write HEARTH_TRUST=proxy where a proxy or an ingress says who may reach the service, or leave it out");
        }
        if (provider.isEmpty() && said(config, "quarkus.oidc.auth-server-url").isPresent()) {
            return List.of(
                    "QUARKUS_OIDC_AUTH_SERVER_URL is set, and HEARTH_OIDC_URL, by which people are asked who they are, is not",
                    "    write the provider's address into HEARTH_OIDC_URL");
        }
        if (provider.isPresent() && !isAddress(provider.get())) {
            return List.of(
                    "HEARTH_OIDC_URL is no address",
                    "    write that of the provider of identities, such as https://login.example/realms/agency");
        }
        if (provider.isPresent() && token) {
            return List.of(
                    "HEARTH_OIDC_URL and HEARTH_ADMIN_TOKEN are both set, and the token would be a way past the identities",
                    "    leave HEARTH_ADMIN_TOKEN out; programs get a token of their own from the provider");
        }
        if (provider.isPresent()
                && said(config, COOKIE_SECRET)
                        .filter(secret -> secret.length() < SHORTEST_SECRET)
                        .isPresent()) {
            return List.of(
                    "HEARTH_OIDC_COOKIE_SECRET has fewer than " + SHORTEST_SECRET + " characters",
                    "    write more, such as what `openssl rand -hex 32` gives, the same for all instances");
        }
        return Loopback.is(host) || provider.isPresent() || token || trust.isPresent()
                ? List.of()
                : List.of(
                        "the service is to listen at `" + host
                                + "`, which is more than this machine, and nothing says who may reach it; set one of",
                        "    HEARTH_OIDC_URL (people and programs say who they are), HEARTH_ADMIN_TOKEN (only who knows it changes what is answered),",
                        "    HEARTH_TRUST=proxy (a proxy or an ingress says who may reach it); or leave QUARKUS_HTTP_HOST out: see src/docs/access.md");
    }

    private static Optional<String> said(Config config, String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }

    private static boolean isAddress(String url) {
        try {
            URI address = URI.create(url);
            return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
