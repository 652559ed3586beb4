package org.hearth.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.hearth.json.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may change what the service answers. */
class LocalRuleTest {

    private static final Optional<String> TOKEN = Optional.of("right");
    private static final Optional<String> NONE = Optional.empty();

    @Test
    void theTokenOpensTheCallsFromAnywhere() {
        Map<String, String> headers = Map.of("Authorization", "Bearer right", "X-Forwarded-For", "10.0.0.1");

        assertThat(status(TOKEN, false, "hearth.example", headers)).isEqualTo(200);
        assertThat(status(TOKEN, true, "127.0.0.1:8080", Map.of("Authorization", "bearer right")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"Bearer wrong", "Bearer", "right", "Basic right", "Bearer rightly"})
    void aWrongTokenOpensNothingEvenHere(String authorization) {
        assertThat(status(TOKEN, true, "127.0.0.1:8080", Map.of("Authorization", authorization)))
                .isEqualTo(401);
    }

    @Test
    void whereATokenIsSetItIsAskedForHereToo() {
        assertThat(status(TOKEN, true, "127.0.0.1:8080", Map.of())).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:8080", "localhost:8080", "localhost", "[::1]:8080", "127.1.2.3"})
    void withoutATokenThisMachineMay(String authority) {
        assertThat(status(NONE, true, authority, Map.of())).isEqualTo(200);
        assertThat(status(NONE, true, authority, Map.of("Origin", "http://" + authority)))
                .isEqualTo(200);
        assertThat(status(NONE, false, authority, Map.of()))
                .as("a listener for all")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"elsewhere.example:8080", "127.0.0.1.elsewhere.example", "localhost.elsewhere.example", "10.0.0.1"})
    void anAddressThatIsNotOursIsNotThisMachine(String authority) {
        assertThat(status(NONE, true, authority, Map.of())).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://elsewhere.example",
        "Origin, http://127.0.0.1:9999",
        "Origin, null",
        "Forwarded, for=10.0.0.1",
        "X-Forwarded-For, 10.0.0.1",
        "X-Real-IP, 10.0.0.1",
        "Via, 1.1 proxy"
    })
    void aPageInABrowserAndAProxyAreNotTheOperator(String name, String value) {
        assertThat(status(NONE, true, "127.0.0.1:8080", Map.of(name, value))).isEqualTo(403);
    }

    @Test
    void noPageOfAnotherSiteMayWithOrWithoutTheToken() {
        assertThat(status(NONE, true, "127.0.0.1:8080", Map.of("Sec-Fetch-Site", "cross-site")))
                .isEqualTo(403);
        assertThat(status(
                        TOKEN,
                        true,
                        "127.0.0.1:8080",
                        Map.of("Authorization", "Bearer right", "Sec-Fetch-Site", "cross-site")))
                .isEqualTo(403);
        assertThat(status(NONE, true, "127.0.0.1:8080", Map.of("Sec-Fetch-Site", "same-origin")))
                .isEqualTo(200);
    }

    private static int status(Optional<String> token, boolean here, String authority, Map<String, String> headers) {
        return LocalRule.refusal(token, here, authority, headers::get)
                .map(Problems::status)
                .orElse(200);
    }
}
