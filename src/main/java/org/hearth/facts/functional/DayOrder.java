package org.hearth.facts.functional;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the report of one limitation stands among the day's others and the limitations open before. What can be seen on
 * the day alone is judged always, what needs the episode's start only when that is known.
 *
 * @param set the limitation
 * @param roles its roles on the day
 * @param rolesOf the roles of every limitation on the day
 * @param episode the state before the day's reports
 * @param startKnown whether the start of the episode is known
 */
record DayOrder(
        String set, Set<String> roles, Map<String, Set<String>> rolesOf, ReportingEpisode episode, boolean startKnown) {

    /** The other limitations open before or reported on the day, ascending. */
    List<String> others() {
        Set<String> others = new TreeSet<>(rolesOf.keySet());
        others.addAll(episode.open());
        others.remove(set);
        return List.copyOf(others);
    }

    /** Whether this and other limitations, none of them reported completely, have the roles of one report together. */
    boolean mixed() {
        if (LimitationReport.complete(roles)) {
            return false;
        }
        Set<String> together = new HashSet<>();
        for (Set<String> some : rolesOf.values()) {
            if (!LimitationReport.complete(some)) {
                together.addAll(some);
            }
        }
        return LimitationReport.complete(together);
    }

    /**
     * Whether it opens a limitation while another is open or ends on the day. A limitation reported whole opens nothing:
     * so a visit under a second plan of care is reported.
     */
    boolean second() {
        List<String> open = episode.open();
        if (roles.contains(LimitationReport.DISCHARGE)
                || !roles.contains(LimitationReport.CURRENT)
                || open.contains(set)) {
            return false;
        }
        if (startKnown && !open.isEmpty()) {
            return true;
        }
        return rolesOf.entrySet().stream()
                .filter(other -> !other.getKey().equals(set))
                .anyMatch(other -> isFirst(other.getKey(), other.getValue(), open));
    }

    private boolean isFirst(String other, Set<String> otherRoles, List<String> open) {
        if (open.contains(other)) {
            return true;
        }
        if (LimitationReport.whole(otherRoles)) {
            return false;
        }
        return otherRoles.contains(LimitationReport.DISCHARGE)
                || otherRoles.contains(LimitationReport.CURRENT) && other.compareTo(set) < 0;
    }

    /**
     * Whether it ends a limitation that is not open. With a current status beside it, it is meant as the whole report of
     * a one-time visit or a second plan.
     */
    boolean outOfSequence() {
        return startKnown
                && !episode.begins()
                && roles.contains(LimitationReport.DISCHARGE)
                && !roles.contains(LimitationReport.CURRENT)
                && !episode.open().contains(set);
    }

    /** Whether the limitation that has to come before has not been reported in the episode, as far as that is known. */
    boolean unprepared(String after) {
        return startKnown && !after.equals("none") && !episode.reported(after) && !rolesOf.containsKey(after);
    }
}
