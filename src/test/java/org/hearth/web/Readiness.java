package org.hearth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

/** Waits for the service under test, which loads its ruleset beside its start. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Readiness() {}

    static void await() {
        Instant end = Instant.now().plus(PATIENCE);
        while (Http.manage("/q/health/ready").statusCode() != 200) {
            assertThat(Instant.now()).as("the service is not ready").isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
