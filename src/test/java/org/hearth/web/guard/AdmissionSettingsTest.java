package org.hearth.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service does not start that would end every answer at once. */
class AdmissionSettingsTest {

    private static List<String> refusal(String stalled) {
        return Admission.refusal(new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(Map.of("hearth.stalled-answer", stalled), "settings", 1))
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1S", "-1", "PT-2M", "soon"})
    void whatIsNoTimeToWaitIsRefused(String stalled) {
        assertThat(refusal(stalled)).hasSize(2).last().asString().contains("120S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0S", "3S", "PT2M", ""})
    void aTimeIsTaken(String stalled) {
        assertThat(refusal(stalled)).isEmpty();
    }
}
