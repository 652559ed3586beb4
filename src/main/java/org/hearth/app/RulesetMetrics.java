package org.hearth.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.List;
import org.hearth.facts.FactsEdition;
import org.hearth.release.ActiveRuleset;

/** What an alarm can watch: which ruleset is active and since when, and whether a change was kept out. */
@Singleton
final class RulesetMetrics implements MeterBinder {

    private final ActiveRuleset active;
    private volatile MultiGauge info;

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
        info = MultiGauge.builder("hearth.ruleset.info")
                .description("1 for the ruleset that judges claims; pods of one fleet have the same")
                .register(registry);
    }

    /** Says which ruleset judges claims from now on. */
    void show(String version) {
        MultiGauge shown = info;
        if (shown != null) {
            shown.register(
                    List.of(MultiGauge.Row.of(
                            Tags.of("version", version, "facts", String.valueOf(FactsEdition.CURRENT)), 1)),
                    true);
        }
    }
}
