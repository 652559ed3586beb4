package org.hearth.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose page a request comes from that a session vouches for. */
class OwnPageTest {

    @ParameterizedTest
    @CsvSource({
        "same-origin, , true",
        "same-origin, null, true",
        "none, , true",
        "same-site, https://hearth.example, false",
        "cross-site, https://hearth.example, false",
        ", https://hearth.example, true",
        ", https://other.example, false",
        ", https://hearth.example.other.example, false",
        ", null, false",
        ", , false"
    })
    void onlyItsOwn(String site, String origin, boolean own) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Sec-Fetch-Site", site);
        headers.put("Origin", origin);

        assertThat(OwnPage.asks("hearth.example", headers::get)).isEqualTo(own);
    }
}
