package org.hearth.evaluate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.hearth.history.Earlier;
import org.hearth.history.Past;

/**
 * What an evaluation knew of the claims before.
 *
 * @param claims how many of the beneficiary's earlier claims were known
 * @param from the first day of their statements; {@code null} if there are none
 * @param through the last day of their statements; {@code null} if there are none
 * @param sources where they are known from, each once: {@code request}, {@code file}, {@code store}
 * @param later how many claims are known that begin after the claim ends and are no past of it
 * @param outOfOrder how many of these stand before it in the input
 */
public record KnownPast(
        int claims, LocalDate from, LocalDate through, List<String> sources, int later, int outOfOrder) {

    public KnownPast {
        sources = List.copyOf(sources);
    }

    /** What is known of a past; {@code null} if nothing is. */
    static KnownPast of(Past past) {
        List<Earlier> earlier = past.earlier();
        if (earlier.isEmpty() && past.later() == 0) {
            return null;
        }
        return new KnownPast(
                earlier.size(),
                earlier.stream()
                        .map(known -> known.claim().statementFrom())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                earlier.stream()
                        .map(known -> known.claim().statementThrough())
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                earlier.stream()
                        .map(known -> known.source().toString())
                        .distinct()
                        .toList(),
                past.later(),
                past.outOfOrder());
    }

    /** For people, such as {@code 3 earlier claims known, 2025-01-01 to 2025-03-31 (file)}. */
    public String inWords() {
        String known = claims == 0
                ? "no earlier claim known"
                : claims + (claims == 1 ? " earlier claim" : " earlier claims") + " known, " + from + " to " + through
                        + " (" + String.join(", ", sources) + ")";
        return later == 0 ? known : known + "; " + later + (later == 1 ? " is" : " are") + " known of later days";
    }
}
