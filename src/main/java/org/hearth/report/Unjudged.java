package org.hearth.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearth.facts.claim.Need;
import org.hearth.facts.line.NotChecked;

/** What could not be judged of a claim, in words: by the fact that was wanting, so that one line says it. */
final class Unjudged {

    private Unjudged() {}

    /**
     * What could not be judged, such as {@code duplicates, therapy reassessment of line 3}, by what would tell the facts
     * that are wanting, such as {@code eligibility}; in the order of the alphabet.
     *
     * @param lineNumbers whether lines are told by their numbers, else by how many they are
     */
    static Map<String, String> byTeller(List<NotChecked> notChecked, boolean lineNumbers) {
        Map<String, Set<String>> topics = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (NotChecked one : notChecked) {
            topics.computeIfAbsent(Need.teller(one.needs()), teller -> new LinkedHashSet<>())
                    .add(topic(one, lineNumbers));
        }
        Map<String, String> joined = new LinkedHashMap<>();
        topics.forEach((need, all) -> joined.put(need, String.join(", ", all)));
        return joined;
    }

    private static String topic(NotChecked one, boolean lineNumbers) {
        List<Integer> lines = one.lines();
        if (lines.isEmpty()) {
            return one.topic();
        }
        if (!lineNumbers) {
            return one.topic() + " of " + Tally.counted(lines.size(), "line");
        }
        int last = lines.size() - 1;
        String all = last == 0
                ? "line " + lines.get(0)
                : "lines "
                        + lines.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + " and " + lines.get(last);
        return one.topic() + " of " + all;
    }
}
