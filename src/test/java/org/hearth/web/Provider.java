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
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
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

    private final String dataBefore = System.getProperty(DATA);
    private final MockOAuth2Server server = new MockOAuth2Server();

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
        List<String> all = List.of("biller", "analyst", "approver", "operator");
        String good = token("all", "hearth", HOUR, all);
        settings.put(TOKENS + "all", good);
        settings.put(TOKENS + "expired", token("all", "hearth", -HOUR, all));
        settings.put(TOKENS + "misdirected", token("all", "another-service", HOUR, all));
        settings.put(
                TOKENS + "forged", part(good, 0) + "." + part(good, 1) + "." + part(settings.get(TOKENS + "both"), 2));
        settings.put(
                TOKENS + "unknown-key",
                encoded("{\"kid\":\"another\",\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "." + part(good, 1) + "."
                        + part(good, 2));
        settings.put(TOKENS + "unsigned", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(good, 1) + ".");
        // whoever logs in with a browser, which is done once
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER,
                "subject-browser",
                "JWT",
                List.of("hearth"),
                Map.of("groups", all, "name", "Person browser"),
                HOUR));
        return settings;
    }

    private static String part(String token, int part) {
        return token.split("\\.")[part];
    }

    private static String encoded(String head) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(head.getBytes(StandardCharsets.UTF_8));
    }

    private String token(String subject, String audience, long seconds, List<String> roles) {
        return server.issueToken(
                        ISSUER,
                        "a-program",
                        new DefaultOAuth2TokenCallback(
                                ISSUER,
                                "subject-" + subject,
                                "JWT",
                                List.of(audience),
                                Map.of("groups", roles, "name", "Person " + subject),
                                seconds))
                .serialize();
    }

    @Override
    public void stop() {
        server.shutdown();
        if (dataBefore != null) {
            System.setProperty(DATA, dataBefore);
        }
    }
}
