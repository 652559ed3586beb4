package org.hearth.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import org.hearth.decision.DecisionLog;
import org.hearth.sent.LiveHistory;

/** How it stands with the history and the decision log, for Prometheus. */
@Singleton
final class WorkMetrics implements MeterBinder {

    private final LiveHistory history;
    private final DecisionStart decisions;

    WorkMetrics(LiveHistory history, DecisionStart decisions) {
        this.history = history;
        this.decisions = decisions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        lookups(registry, "known", one -> one.lookups().known());
        lookups(registry, "unknown", one -> one.lookups().unknown());
        lookups(registry, "failed", one -> one.lookups().failed());
        decisions.log().ifPresent(log -> bind(registry, log));
    }

    private void lookups(MeterRegistry registry, String result, ToDoubleFunction<LiveHistory> count) {
        FunctionCounter.builder("hearth.history.lookups", history, count)
                .description("claims whose past was looked up in the history, by whether there is one")
                .tag("result", result)
                .register(registry);
    }

    private static void bind(MeterRegistry registry, DecisionLog log) {
        FunctionCounter.builder(
                        "hearth.decisions.written", log, one -> one.state().written())
                .description("lines of the decision log that were written")
                .register(registry);
        FunctionCounter.builder("hearth.decisions.lost", log, one -> one.state().lost())
                .description("lines of the decision log that were lost")
                .register(registry);
        Gauge.builder("hearth.decisions.waiting", log, one -> one.state().waiting())
                .description("lines of the decision log that wait to be written")
                .register(registry);
    }
}
