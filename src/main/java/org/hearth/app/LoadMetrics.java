package org.hearth.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import org.hearth.web.guard.Admission;

/** How much is in work now, of what there are only so many places for. */
@Singleton
final class LoadMetrics implements MeterBinder {

    private final Admission admission;

    LoadMetrics(Admission admission) {
        this.admission = admission;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hearth.batches", admission, Admission::batches)
                .description("batches in work")
                .register(registry);
        Gauge.builder("hearth.evaluations", admission, Admission::evaluations)
                .description("small bodies, such as single claims, that are gathered or in work")
                .register(registry);
        Gauge.builder("hearth.kept", admission, Admission::kept)
                .baseUnit(BaseUnits.BYTES)
                .description("what batches keep in memory until they are answered")
                .register(registry);
    }
}
