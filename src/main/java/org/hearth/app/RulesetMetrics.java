package org.hearth.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import org.hearth.release.ActiveRuleset;

/** What an alarm can watch: whether a change was kept out, and since when the active ruleset is active. */
@Singleton
final class RulesetMetrics implements MeterBinder {

    private final ActiveRuleset active;

    RulesetMetrics(ActiveRuleset active) {
        this.active = active;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hearth.ruleset.refused", active, now -> now.refused().isPresent() ? 1 : 0)
                .description("1 while a change of the tables is kept out because it cannot be used")
                .register(registry);
        Gauge.builder(
                        "hearth.ruleset.loaded",
                        active,
                        now -> now.state() instanceof ActiveRuleset.Loaded loaded
                                ? loaded.loadedAt().getEpochSecond()
                                : 0)
                .description("when the active ruleset became active, 0 while there is none")
                .baseUnit("seconds")
                .register(registry);
    }
}
