package org.hearth.fleet;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How many instances judge by which ruleset.
 *
 * @param rulesets each that some instance judges by; those that most judge by first
 * @param seenAt when this instance last saw the others
 */
public record Standing(List<Share> rulesets, Instant seenAt) {

    /**
     * The instances that judge alike.
     *
     * @param version of the ruleset
     * @param facts the edition of the facts that their program has, without which a version says only half
     * @param instances how many they are, at least one
     */
    public record Share(String version, int facts, int instances) {}

    public Standing {
        rulesets = List.copyOf(rulesets);
    }

    /**
     * One instance that shares nothing with others.
     *
     * @param version of the ruleset
     * @param facts the edition of the facts
     */
    public static Standing alone(String version, int facts, Instant now) {
        return new Standing(List.of(new Share(version, facts, 1)), now);
    }

    static Standing of(Map<Announcement.Judging, Integer> counted, Instant seenAt) {
        return new Standing(
                counted.entrySet().stream()
                        .map(entry -> new Share(
                                entry.getKey().version(), entry.getKey().facts(), entry.getValue()))
                        .sorted(Comparator.comparingInt(Share::instances)
                                .reversed()
                                .thenComparing(Share::version)
                                .thenComparingInt(Share::facts))
                        .toList(),
                seenAt);
    }

    /** How many instances there are. */
    public int instances() {
        return rulesets.stream().mapToInt(Share::instances).sum();
    }

    /** Whether all of them judge alike. */
    public boolean agrees() {
        return rulesets.size() == 1;
    }
}
