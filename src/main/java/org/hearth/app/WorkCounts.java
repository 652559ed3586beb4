package org.hearth.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.hearth.decision.CallKind;
import org.hearth.decision.Counts;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.line.NotChecked;
import org.hearth.finding.Finding;

/** The work in numbers, for Prometheus; what they mean stands in src/docs/operating.md. */
@Singleton
final class WorkCounts implements Counts {

    /** A ruleset has some hundred findings and a dozen facts that may be missing; many rulesets may be released while a service runs. */
    private static final int MOST_NAMES = 1_000;

    private static final String OTHERS = "others";

    private static final Duration[] BOUNDS = {
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private record Answer(CallKind call, String disposition) {}

    private record Found(String id, String severity) {}

    private final MeterRegistry registry;
    private final Map<CallKind, Timer> timers = new EnumMap<>(CallKind.class);
    private final Map<CallKind, Counter> unreadable = new EnumMap<>(CallKind.class);
    private final Map<CallKind, Counter> torn = new EnumMap<>(CallKind.class);
    private final Map<Answer, Counter> claims = new ConcurrentHashMap<>();
    private final Map<Found, Counter> findings = new ConcurrentHashMap<>();
    private final Map<String, Counter> notChecked = new ConcurrentHashMap<>();

    WorkCounts(MeterRegistry registry) {
        this.registry = registry;
        for (CallKind call : CallKind.values()) {
            if (call == CallKind.CHECK || call == CallKind.FIX) {
                // of commands, which serve no metrics
                continue;
            }
            timers.put(
                    call,
                    Timer.builder("hearth.judging")
                            .description("how long judging a claim took, its past already known")
                            .tag("call", call.toString())
                            .serviceLevelObjectives(BOUNDS)
                            .register(registry));
            unreadable.put(
                    call,
                    Counter.builder("hearth.claims.unreadable")
                            .description("claims that could not be read, or not be judged for a defect of Hearth")
                            .tag("call", call.toString())
                            .register(registry));
            torn.put(
                    call,
                    Counter.builder("hearth.inputs.torn")
                            .description(
                                    "inputs that were not read to their end, or whose answer was not written to its end")
                            .tag("call", call.toString())
                            .register(registry));
        }
    }

    @Override
    public void judged(CallKind call, Evaluation evaluation, long nanos) {
        timers.get(call).record(nanos, TimeUnit.NANOSECONDS);
        claims.computeIfAbsent(new Answer(call, evaluation.disposition()), this::claims)
                .increment();
        if (!evaluation.findings().isEmpty()) {
            Set<String> counted = new HashSet<>();
            for (Finding finding : evaluation.findings()) {
                if (counted.add(finding.id())) {
                    finding(finding).increment();
                }
            }
        }
        if (!evaluation.notChecked().isEmpty()) {
            Set<String> counted = new HashSet<>();
            for (NotChecked one : evaluation.notChecked()) {
                if (counted.add(one.needs())) {
                    notChecked(one.needs()).increment();
                }
            }
        }
    }

    private Counter claims(Answer answer) {
        return Counter.builder("hearth.claims")
                .description("claims that were judged, by what was answered")
                .tag("call", answer.call().toString())
                .tag("disposition", answer.disposition())
                .register(registry);
    }

    private Counter finding(Finding finding) {
        String severity = finding.effect().severity().label();
        Found key = new Found(finding.id(), severity);
        Counter known = findings.get(key);
        if (known != null) {
            return known;
        }
        Found named = findings.size() < MOST_NAMES ? key : new Found(OTHERS, severity);
        return findings.computeIfAbsent(named, found -> Counter.builder("hearth.findings")
                .description("claims with a finding, by its id; a claim counts once for each")
                .tag("finding", found.id())
                .tag("severity", found.severity())
                .register(registry));
    }

    private Counter notChecked(String needs) {
        Counter known = notChecked.get(needs);
        if (known != null) {
            return known;
        }
        String named = notChecked.size() < MOST_NAMES ? needs : OTHERS;
        return notChecked.computeIfAbsent(named, need -> Counter.builder("hearth.not.checked")
                .description("claims of which something was not checked, by the fact that was missing")
                .tag("needs", need)
                .register(registry));
    }

    @Override
    public void unreadable(CallKind call, long count) {
        unreadable.get(call).increment(count);
    }

    @Override
    public void torn(CallKind call) {
        torn.get(call).increment();
    }
}
