package org.hearth.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A provider of identities on this machine, and the tokens that it has made: a person for each role, {@code both} who is analyst and
 * approver, {@code second} another operator, {@code browser} who logs in with all roles, {@code visitor} without a role here, and such as are no good.
 */
public final class Provider implements QuarkusTestResourceLifecycleManager {

    private static final String ISSUER = "agency";
    private static final String TOKENS = "test.token.";
    private static final String DATA = "hearth.data.dir";
    private static final long HOUR = 3_600;
    private static final List<String> ALL = List.of("biller", "analyst", "approver", "operator");

    private final String dataBefore = System.getProperty(DATA);

    /** Whoever logs in with a browser is one person, however often, and however often the login is renewed. */
    private final MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(
            false, null, null, false, new OAuth2TokenProvider(), Set.of(callback("browser", "hearth", HOUR, ALL))));

    /** A token by the name of whose it is. */
    static String token(String whose) {
        return ConfigProvider.getConfig().getValue(TOKENS + whose, String.class);
    }

    @Override
    public Map<String, String> start() {
        try {
            server.start(InetAddress.getByName("127.0.0.1"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("hearth.oidc.url", server.issuerUrl(ISSUER).toString());
        settings.put(DATA, "target/data-identities");
        for (String role : List.of("biller", "analyst", "approver", "operator")) {
            settings.put(TOKENS + role, token(role, "hearth", HOUR, List.of(role)));
        }
        settings.put(TOKENS + "both", token("both", "hearth", HOUR, List.of("analyst", "approver")));
        settings.put(TOKENS + "second", token("second", "hearth", HOUR, List.of("operator")));
        settings.put(TOKENS + "visitor", token("visitor", "hearth", HOUR, List.of("janitor")));
        String good = token("all", "hearth", HOUR, ALL);
        settings.put(TOKENS + "all", good);
        settings.put(TOKENS + "expired", token("all", "hearth", -HOUR, ALL));
        settings.put(TOKENS + "misdirected", token("all", "another-service", HOUR, ALL));
        settings.put(
                TOKENS + "forged", part(good, 0) + "." + part(good, 1) + "." + part(settings.get(TOKENS + "both"), 2));
        settings.put(
                TOKENS + "unknown-key",
                encoded("{\"kid\":\"another\",\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "." + part(good, 1) + "."
                        + part(good, 2));
        settings.put(TOKENS + "unsigned", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(good, 1) + ".");
        return settings;
    }

    private static String part(String token, int part) {
        return token.split("\\.")[part];
    }

    private static String encoded(String head) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(head.getBytes(StandardCharsets.UTF_8));
    }

    private String token(String subject, String audience, long seconds, List<String> roles) {
        return server.issueToken(ISSUER, "a-program", callback(subject, audience, seconds, roles))
                .serialize();
    }

    private static DefaultOAuth2TokenCallback callback(
            String subject, String audience, long seconds, List<String> roles) {
        return new DefaultOAuth2TokenCallback(
                ISSUER,
                "subject-" + subject,
                "JWT",
                List.of(audience),
                Map.of("groups", roles, "name", "Person " + subject),
                seconds);
    }

    @Override
    public void stop() {
        server.shutdown();
        if (dataBefore != null) {
            System.setProperty(DATA, dataBefore);
        }
    }
}
