package org.hearth.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearth.fleet.Standing;
import org.junit.jupiter.api.Test;

/** What is said of the instances that share a store. */
class FleetResourceTest {

    private static FleetView shared(Optional<Standing> standing) {
        return new FleetView() {
            @Override
            public boolean isShared() {
                return true;
            }

            @Override
            public Optional<Standing> standing() {
                return standing;
            }
        };
    }

    @Test
    void eachRulesetIsToldWithThoseWhoJudgeByIt() {
        Standing two = new Standing(
                List.of(
                        new Standing.Share("2026-12-01+0123456789ab", 2, 2),
                        new Standing.Share("2026-11-29+ba9876543210", 2, 1)),
                Instant.parse("2026-12-01T12:00:00Z"));

        assertThat(new FleetResource(null, shared(Optional.of(two))).fleet())
                .isEqualTo(new FleetResource.FleetStanding(
                        false,
                        3,
                        List.of(
                                new FleetResource.Share("2026-12-01+0123456789ab", 2, 2),
                                new FleetResource.Share("2026-11-29+ba9876543210", 2, 1)),
                        "2026-12-01T12:00:00Z"));
    }

    @Test
    void thatTheStoreDoesNotAnswerIsNoFleetOfOne() {
        WebApplicationException refused = catchThrowableOfType(
                WebApplicationException.class, () -> new FleetResource(null, shared(Optional.empty())).fleet());

        assertThat(refused.getResponse().getStatus()).isEqualTo(503);
    }
}
