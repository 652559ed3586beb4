package org.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.runtime.configuration.ZoneIdConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service is told of settings that it could not use, or by which it would answer nobody. */
class WrongSettingsTest {

    private static List<String> refusal(Map<String, String> settings) {
        return WrongSettings.refusal(new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withConverter(ZoneId.class, 200, new ZoneIdConverter())
                .withSources(new PropertiesConfigSource(settings, "settings", 1))
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "hearth.stalled-answer, -1S, HEARTH_STALLED_ANSWER, 120S",
        "hearth.stalled-answer, -1, HEARTH_STALLED_ANSWER, 120S",
        "hearth.stalled-answer, PT-2M, HEARTH_STALLED_ANSWER, 120S",
        "hearth.stalled-answer, soon, HEARTH_STALLED_ANSWER, 120S",
        "hearth.drain, -5S, HEARTH_DRAIN, 5S",
        "hearth.drain, five, HEARTH_DRAIN, 5S",
        "hearth.slowest-body, fast, HEARTH_SLOWEST_BODY, 200",
        "hearth.slowest-body, -1, HEARTH_SLOWEST_BODY, 200",
        "hearth.max-batches, 0, HEARTH_MAX_BATCHES, 1",
        "hearth.max-batches, many, HEARTH_MAX_BATCHES, 1",
        "hearth.evaluations, 1.5, HEARTH_EVALUATIONS, 1",
        "hearth.evaluations, -3, HEARTH_EVALUATIONS, 1",
        "hearth.kept, a lot, HEARTH_KEPT, 256M",
        "hearth.kept, 0, HEARTH_KEPT, 256M",
        "hearth.zone, Eastern, HEARTH_ZONE, America/New_York",
        "hearth.zone, ' ', HEARTH_ZONE, America/New_York",
        "hearth.stalled-answer, 200000D, HEARTH_STALLED_ANSWER, 120S",
        "hearth.drain, 999999999999999999D, HEARTH_DRAIN, 5S",
        "hearth.kept, 8E, HEARTH_KEPT, 256M",
        "hearth.max-batches, ' ', HEARTH_MAX_BATCHES, 1",
        "hearth.max-body-bytes, lots, HEARTH_MAX_BODY_BYTES, 300M",
        "hearth.max-body-bytes, 0, HEARTH_MAX_BODY_BYTES, 300M",
        "hearth.warm-up, flase, HEARTH_WARM_UP, one of them",
        "hearth.history, yes, HEARTH_HISTORY, one of them",
        "hearth.log, jsn, HEARTH_LOG, one of them",
        "hearth.oidc.https, ture, HEARTH_OIDC_HTTPS, one of them",
        "hearth.oidc.roles-from, token, HEARTH_OIDC_ROLES_FROM, one of them",
        "hearth.oidc.session, 0S, HEARTH_OIDC_SESSION, 30M"
    })
    void whatIsNoValueIsRefused(String name, String value, String variable, String instead) {
        List<String> refusal = refusal(Map.of(name, value));
        assertThat(refusal).hasSize(2);
        assertThat(refusal.get(0)).matches(variable + " is (no|neither) .*");
        assertThat(refusal.get(1)).contains(instead);
    }

    @ParameterizedTest
    @CsvSource({
        "hearth.stalled-answer, 0S",
        "hearth.stalled-answer, 3S",
        "hearth.stalled-answer, PT2M",
        "hearth.stalled-answer, ''",
        "hearth.drain, 5S",
        "hearth.drain, 0S",
        "hearth.slowest-body, 0",
        "hearth.max-batches, 1",
        "hearth.max-body-bytes, 1048576",
        "hearth.max-body-bytes, 1G",
        "hearth.max-body-bytes, ''",
        "hearth.evaluations, 1000",
        "hearth.kept, 256M",
        "hearth.kept, ''",
        "hearth.zone, America/Chicago",
        "hearth.zone, ''",
        "hearth.warm-up, FALSE",
        "hearth.history, READ",
        "hearth.history, ' on '",
        "hearth.history, ' '",
        "hearth.log, JSON",
        "hearth.oidc.https, true",
        "hearth.oidc.roles-from, accesstoken",
        "hearth.oidc.session, 12H",
        "hearth.decision.files, ''"
    })
    void aValueIsTaken(String name, String value) {
        assertThat(refusal(Map.of(name, value))).isEmpty();
    }

    @Test
    void allThatIsWrongIsTold() {
        assertThat(refusal(Map.of("hearth.max-batches", "x", "hearth.kept", "x")))
                .hasSize(4);
        assertThat(refusal(Map.of("hearth.decision.log", "decisions", "hearth.decision.files", "many")))
                .singleElement()
                .asString()
                .contains("`HEARTH_DECISION_FILES` is `many`; write a whole number");
    }
}
