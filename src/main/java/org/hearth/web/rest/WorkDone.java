package org.hearth.web.rest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the metrics say of the work since the start, for people. */
@Singleton
final class WorkDone {

    private final MeterRegistry registry;

    WorkDone(MeterRegistry registry) {
        this.registry = registry;
    }

    /** How many claims got which disposition, by its name. */
    Map<String, Long> claims() {
        return new TreeMap<>(by("hearth.claims", "disposition"));
    }

    /** The findings that most claims had, those first. */
    Map<String, Long> findings(int most) {
        return most(by("hearth.findings", "finding"), most);
    }

    /** Of how many claims something was not checked, by the fact that was missing, the most first. */
    Map<String, Long> notChecked() {
        return most(by("hearth.not.checked", "needs"), Integer.MAX_VALUE);
    }

    /** How many claims could not be read. */
    long unreadable() {
        return sum("hearth.claims.unreadable");
    }

    /** How many inputs were torn. */
    long torn() {
        return sum("hearth.inputs.torn");
    }

    /** What a gauge says now; 0 where there is none. */
    long inHand(String gauge) {
        Gauge found = registry.find(gauge).gauge();
        return found == null ? 0 : Math.round(found.value());
    }

    private long sum(String name) {
        return Math.round(registry.find(name).counters().stream()
                .mapToDouble(Counter::count)
                .sum());
    }

    private Map<String, Long> by(String name, String tag) {
        return registry.find(name).counters().stream()
                .collect(Collectors.groupingBy(
                        counter -> counter.getId().getTag(tag),
                        Collectors.summingLong(counter -> Math.round(counter.count()))));
    }

    private static Map<String, Long> most(Map<String, Long> counts, int most) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
