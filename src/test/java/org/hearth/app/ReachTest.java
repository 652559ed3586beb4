package org.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service does not start before it was said who may reach it. */
class ReachTest {

    private static final String LONG = "0123456789abcdef0123456789abcdef";

    private static List<String> refusal(String... settings) {
        Map<String, String> values = new HashMap<>();
        for (String setting : settings) {
            values.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return Reach.refusal(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "settings", 1))
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void onThisMachineNothingNeedsToBeSaid(String host) {
        assertThat(refusal("quarkus.http.host=" + host)).isEmpty();
        assertThat(refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "hearth.example"})
    void beyondItOneOfThreeThingsIsSaid(String host) {
        assertThat(refusal("quarkus.http.host=" + host))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("`" + host + "`"))
                .anySatisfy(line -> assertThat(line).contains("HEARTH_OIDC_URL", "HEARTH_ADMIN_TOKEN"))
                .anySatisfy(line -> assertThat(line).contains("HEARTH_TRUST=proxy"));
        assertThat(refusal("quarkus.http.host=" + host, "hearth.admin.token= ")).hasSize(3);
        for (String said : List.of(
                "hearth.oidc.url=https://login.example/realms/agency", "hearth.admin.token=t", "hearth.trust=proxy")) {
            assertThat(refusal("quarkus.http.host=" + host, said)).as(said).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hearth.trust=everybody, HEARTH_TRUST",
        "hearth.oidc.url=login, HEARTH_OIDC_URL",
        "quarkus.oidc.auth-server-url=https://login.example, HEARTH_OIDC_URL",
        "hearth.oidc.url=ftp://x, HEARTH_OIDC_URL"
    })
    void whatIsSaidWronglyIsNamed(String setting, String variable) {
        assertThat(refusal(setting)).hasSize(2).first().asString().contains(variable);
    }

    @Test
    void theTokenIsNoWayPastTheIdentities() {
        assertThat(refusal("hearth.oidc.url=https://login.example", "hearth.admin.token=t"))
                .hasSize(2)
                .first()
                .asString()
                .contains("HEARTH_ADMIN_TOKEN");
    }

    @Test
    void theSecretOfTheSessionsIsLong() {
        assertThat(refusal("hearth.oidc.url=https://login.example", "hearth.oidc.cookie-secret=short"))
                .hasSize(2);
        assertThat(refusal("hearth.oidc.url=https://login.example", "hearth.oidc.cookie-secret=" + LONG))
                .isEmpty();
    }
}
